/** Roles that production has and no script creates: the rehearsal makes plain ones of those names. Pure. */
import type { Script, SourceFile } from '../model.js';
import { quoted } from './ast.js';
import { ownersNamed, rolesCreated, rolesNamed } from './roles.js';

const PATH = 'roles that no script creates';

export interface MadeUpRoles {
  /** SQL that creates them. */
  file: SourceFile;
  /** What of the roles that come from nowhere is not checked, and why. */
  notes: { check: string; reason: string }[];
}

/**
 * `own`: the administrator's scripts, which make the roles that they name. `before`: those that precede the change;
 * a role that they create is made up, too, since nothing but its name counts. Null where no role is wanted.
 */
export function madeUpRoles(
  own: readonly Script[],
  before: readonly Script[],
  change: readonly Script[],
): MadeUpRoles | null {
  const made = new Set([...rolesCreated(own), ...rolesCreated(change)]);
  const created = new Set(rolesCreated(before));
  const wanted = rolesNamed([...before, ...change]).filter(
    (name) => !made.has(name) && !name.startsWith('migration_safety_'),
  );
  if (wanted.length === 0) return null;
  const owners = new Set(ownersNamed([...before, ...change]));
  const text = wanted
    .map((name) => `CREATE ROLE ${quoted(name)} NOLOGIN;\n${owners.has(name) ? mayOwn(name) : ''}`)
    .join('');
  const unknown = wanted.filter((name) => !created.has(name));
  const note = {
    check: `the rights of ${enumerated(unknown)}`,
    reason:
      'no script creates them: plain roles of these names stand in, as far as the server has none. Name a bootstrap file to make them as production has them',
  };
  return { file: { path: PATH, text }, notes: unknown.length > 0 ? [note] : [] };
}

/** Whether it is the script that `madeUpRoles` wrote. */
export function makesUpRoles({ file }: Pick<Script, 'file'>): boolean {
  return file.path === PATH;
}

/** Who is to own a table must be allowed to create one in its schema; schemas that scripts make are out of reach here. */
function mayOwn(name: string): string {
  return `GRANT CREATE ON SCHEMA public TO ${quoted(name)};\n`;
}

function enumerated(names: string[]): string {
  const shown = names.slice(0, 6).join(', ');
  const more = names.length - 6;
  return more > 0 ? `the roles ${shown} and ${more} more` : `${names.length > 1 ? 'the roles' : 'the role'} ${shown}`;
}
