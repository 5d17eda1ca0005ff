/** A migration's scripts, read. */
import type { Migration, Script, ScriptSource } from './model.js';
import type { Grammar } from './sql/parse.js';

export function parseMigration(
  { up, down, verify, maintenance, ...rest }: Migration<ScriptSource>,
  { parseScript }: Grammar,
): Migration<Script> {
  return {
    ...rest,
    up: parseScript(up),
    ...(down && { down: parseScript(down) }),
    ...(verify && { verify: parseScript(verify) }),
    ...(maintenance && { maintenance: parseScript(maintenance) }),
  };
}
