/** Plain SQL files: `<key>_name.sql`, with rollback, validation and maintenance beside them by suffix or folder. */
import type { Migration, NotChecked, ScriptRole, ScriptSource, SourceFile } from '../../model.js';
import { type Layout, wholeFile } from './layout.js';

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

/** Sorts `2_b` before `10_a`, and dates as dates. */
const ORDER = new Intl.Collator('en', { numeric: true });

interface Part {
  /** What the files of one migration share. */
  key: string;
  role: ScriptRole;
  file: SourceFile;
}

export const plain: Layout = {
  name: 'plain',
  summary:
    'SQL files in the order of their names; `.down.sql`, `.rollback.sql`, `.verify.sql`, `.validate.sql`, `.maintenance.sql` or folders of those names hold the other scripts',
  reads: (path) => /\.sql$/i.test(path),
  read(files) {
    const keys = new Set(files.map((file) => partOf(file).key));
    const groups = new Map<string, Part[]>();
    for (const part of files.map((file) => partOf(file, keys))) {
      groups.set(part.key, [...(groups.get(part.key) ?? []), part]);
    }
    const migrations: Migration<ScriptSource>[] = [];
    const notChecked: NotChecked[] = [];
    for (const [key, parts] of groups) {
      const script = (role: ScriptRole) => {
        const part = parts.find((other) => other.role === role);
        return part && wholeFile(role, part.file, 'autocommit');
      };
      const [up, down, verify, maintenance] = [script('up'), script('down'), script('verify'), script('maintenance')];
      // Two files for one part: the first is taken, and the other is not passed over in silence.
      for (const part of parts) {
        const first = parts.find(({ role }) => role === part.role) ?? part;
        const reason = `${first.file.path} is the ${part.role} script of the same migration`;
        if (first !== part) notChecked.push({ check: part.file.path, reason });
      }
      if (up === undefined) {
        for (const { file, role } of parts) {
          const reason = `it is a ${role} script, and no migration of that name stands beside it`;
          notChecked.push({ check: file.path, reason });
        }
        continue;
      }
      migrations.push({
        id: key.split('/').at(-1) ?? key,
        path: up.file.path,
        layout: 'plain',
        up,
        ...(down && { down }),
        ...(verify && { verify }),
        ...(maintenance && { maintenance }),
      });
    }
    migrations.sort((a, b) => ORDER.compare(a.path, b.path));
    return { migrations, notChecked };
  },
};

/**
 * The migration that a file belongs to, and its role: from a suffix (`.down.sql`), from the folder (`rollback/x.sql`),
 * or from an underscored suffix (`x_rollback.sql`) where `x.sql` exists.
 */
function partOf(file: SourceFile, keys?: ReadonlySet<string>): Part {
  const slash = file.path.lastIndexOf('/');
  const folder = file.path.slice(0, slash + 1);
  const name = file.path.slice(slash + 1).replace(/\.sql$/i, '');
  const dotted = /^(.+)\.([a-z]+)$/i.exec(name);
  const bySuffix = roleOf(dotted?.[2]);
  if (dotted && bySuffix) return { key: folder + dotted[1], role: bySuffix, file };
  const parent = /^(.*?)([^/]+)\/$/.exec(folder);
  const byFolder = roleOf(parent?.[2]);
  // A folder `up` or `deploy` says nothing by itself: only beside one of the others.
  if (parent && byFolder && (byFolder !== 'up' || keys?.has(`${parent[1]}${name}`))) {
    return { key: `${parent[1]}${name}`, role: byFolder, file };
  }
  const scored = /^(.+)[_-]([a-z]+)$/i.exec(name);
  const byName = roleOf(scored?.[2]);
  if (scored && byName && keys?.has(folder + scored[1])) return { key: folder + scored[1], role: byName, file };
  return { key: folder + name, role: 'up', file };
}

/** A file's name without its suffix and without the word for its part: what the scripts of one migration share. */
export function stemOf(path: string): string {
  const name = path.replace(/^.*[\\/]/, '').replace(/\.[a-z]+$/i, '');
  const [, stem, role] = /^(.+)[._-]([a-z]+)$/i.exec(name) ?? [];
  return stem !== undefined && roleOf(role) ? stem : name;
}

function roleOf(word: string | undefined): ScriptRole | undefined {
  return ROLES.get(word?.toLowerCase() ?? '');
}
