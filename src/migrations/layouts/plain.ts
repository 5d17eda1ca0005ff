/** Plain SQL files: `<key>_name.sql`, with rollback, validation and maintenance beside them by suffix or folder. */
import type { ScriptRole, SourceFile } from '../../model.js';
import { isBookkeeping } from '../roots.js';
import { type Layout, wholeFile } from './layout.js';
import { byName, plainNumber } from './names.js';
import { together } from './parts.js';
import { oneFile, twoFiles, versioned } from './writing.js';

const ROLES = new Map<string, ScriptRole>(
  Object.entries({
    up: 'up',
    deploy: 'up',
    down: 'down',
    rollback: 'down',
    revert: 'down',
    undo: 'down',
    verify: 'verify',
    verification: 'verify',
    validate: 'verify',
    validation: 'verify',
    maintenance: 'maintenance',
  }),
);

export const plain: Layout = {
  name: 'plain',
  tool: 'The runner of plain SQL files',
  summary:
    'SQL files in the order of their names; `.down.sql`, `.rollback.sql`, `.verify.sql`, `.validate.sql`, `.maintenance.sql` or folders of those names hold the other scripts',
  writing: {
    transaction: 'autocommit',
    forward: oneFile((draft) => `${versioned(draft)}.sql`),
    files: twoFiles((draft, direction) => `${versioned(draft)}${direction === 'down' ? '.down' : ''}.sql`),
  },
  // What no tool claims is plain: no evidence is needed.
  recognise: () => undefined,
  psql: true,
  sendsRows: true,
  refuses: {},
  consecutive: true,
  versionsPerFolder: true,
  read({ files }) {
    const scripts = files.filter(({ path }) => !/\.(md|markdown)$/i.test(path) && !isBookkeeping(path));
    const keys = new Set(scripts.map((file) => partOf(file).key));
    const parts = scripts.map((file) => {
      const { key, role } = partOf(file, keys);
      const id = key.split('/').at(-1) ?? key;
      const version = versionOf(id);
      return { key, id, ...(version !== undefined && { version }), script: wholeFile(role, file, 'autocommit') };
    });
    return together('plain', parts, (a, b) => byName(a.path, b.path));
  },
};

/** A number in front of the name. A date is none: several migrations may have one day. */
function versionOf(id: string): string | undefined {
  const digits = /^[vV]?(\d+)(?=[_\s.-]|$)(?!-\d\d-\d\d)/.exec(id)?.[1];
  return digits === undefined || digits.length === 8 || /^\d+\.\d/.test(id.replace(/^v/i, ''))
    ? undefined
    : plainNumber(digits);
}

/**
 * The migration that a file belongs to, and its role: from a suffix (`.down.sql`), from the folder (`rollback/x.sql`),
 * or from an underscored suffix (`x_rollback.sql`) where `x.sql` exists.
 */
function partOf({ path }: SourceFile, keys?: ReadonlySet<string>): { key: string; role: ScriptRole } {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const name = path.slice(slash + 1).replace(/\.sql$/i, '');
  const dotted = /^(.+)\.([a-z]+)$/i.exec(name);
  const bySuffix = roleOf(dotted?.[2]);
  if (dotted && bySuffix) return { key: folder + dotted[1], role: bySuffix };
  const parent = /^(.*?)([^/]+)\/$/.exec(folder);
  const byFolder = roleOf(parent?.[2]);
  // A folder `up` or `deploy` says nothing by itself: only beside one of the others.
  if (parent && byFolder && (byFolder !== 'up' || keys?.has(`${parent[1]}${name}`))) {
    return { key: `${parent[1]}${name}`, role: byFolder };
  }
  const scored = /^(.+)[_-]([a-z]+)$/i.exec(name);
  const scoredRole = roleOf(scored?.[2]);
  if (scored && scoredRole && keys?.has(folder + scored[1])) return { key: folder + scored[1], role: scoredRole };
  return { key: folder + name, role: 'up' };
}

function roleOf(word: string | undefined): ScriptRole | undefined {
  return ROLES.get(word?.toLowerCase() ?? '');
}
