/** Which files are only read in the middle of others, and which only name others. Pure. */
import { lex } from '../../sql/lexer.js';
import type { FileSet, FoundMigration, LayoutResult } from '../layouts/layout.js';
import { commandsOf } from './commands.js';
import { lookupIn } from './includes.js';

/** A file that others include is a part of them; where a file does nothing but include migrations, it is their list. */
export function withoutParts(result: LayoutResult, { root, included = new Map() }: FileSet): LayoutResult {
  if (included.size === 0) return result;
  const lookup = lookupIn(included, root);
  const known = new Set(result.migrations.map(({ path }) => path));
  const lists = new Set<FoundMigration>();
  const parts = new Set<string>();
  for (const migration of result.migrations) {
    const { sql, file } = migration.up;
    const { metaCommands, statements } = lex(sql);
    const commands = metaCommands.flatMap(({ start, end }) =>
      commandsOf(sql.slice(start, end), start, () => undefined),
    );
    const paths = commands.flatMap(({ name, meaning, args: [path] }) => {
      const found = meaning === 'include' && path ? lookup(path, file, /r$|relative$/.test(name)) : undefined;
      return typeof found === 'object' ? [found.path] : [];
    });
    const isList = statements.length === 0 && paths.length > 0 && paths.every((path) => known.has(path));
    if (isList) lists.add(migration);
    else for (const path of paths) parts.add(path);
  }
  const migrations = result.migrations.filter((one) => !lists.has(one) && !parts.has(one.path));
  return { ...result, migrations };
}
