/** Statements that say where production keeps a table or an index: no other server has its tablespaces. Pure. */
import type { Node } from '@pgsql/types';
import type { Statement } from '../model.js';
import { nodeOf } from './ast.js';

const WITH_CLAUSE = new Set(['AlterTableStmt', 'CreateStmt', 'CreateTableAsStmt', 'IndexStmt']);

/** Strings and comments first, so that nothing in them is taken for a clause. */
const SKIPPED = String.raw`'(?:[^']|'')*'|--[^\n]*|/\*[\s\S]*?\*/|\$(\w*)\$[\s\S]*?\$\1\$`;
const NAME = String.raw`("(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
const CLAUSE = new RegExp(
  String.raw`${SKIPPED}|(,\s*)?\bSET\s+TABLESPACE\s+${NAME}(?:\s+NOWAIT)?(\s*,)?|\b(?:USING\s+INDEX\s+)?TABLESPACE\s+${NAME}`,
  'giu',
);

/** The tablespaces in a statement that makes or changes something else as well. */
export function tablespacesIn({ kind, node, sql }: Pick<Statement, 'kind' | 'node' | 'sql'>): string[] {
  if (!WITH_CLAUSE.has(kind) || isAboutTablespaces(node) || !/tablespace/i.test(sql)) return [];
  const named = new Set<string>();
  collect(node, named);
  const found = [...sql.matchAll(CLAUSE)].flatMap(({ 3: set, 5: clause }) => nameOf(set ?? clause) ?? []);
  return found.filter((name) => named.has(name));
}

const KEYS = /^(tablespacename|tableSpace|tableSpaceName|indexspace)$/;

/** What the grammar takes for one: a column may be called so, too. */
function collect(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('subtype' in value && value.subtype === 'AT_SetTableSpace' && 'name' in value) names.add(String(value.name));
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && KEYS.test(key)) names.add(inner);
    else collect(inner, names);
  }
}

/** The statement without those of `gone`; what it consists of stays where it was. */
export function withoutTablespaces(sql: string, gone: ReadonlySet<string>): string {
  return sql.replace(CLAUSE, (found, ...groups: (string | undefined)[]) => {
    const [, before, set, after, clause] = groups;
    const name = nameOf(set ?? clause);
    if (name === undefined || !gone.has(name)) return found;
    const blank = ' '.repeat(found.length - 1);
    // Between two other commands one comma stays.
    return `${blank}${before !== undefined && after !== undefined ? ',' : ' '}`;
  });
}

function nameOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  return written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written.toLowerCase();
}

const ABOUT = new Set([
  'AlterTableMoveAllStmt',
  'AlterTableSpaceOptionsStmt',
  'CreateTableSpaceStmt',
  'DropTableSpaceStmt',
]);

/** Whether it is about nothing else. */
export function isAboutTablespaces(node: Node | null): boolean {
  if (node === null) return false;
  if (Object.keys(node).some((kind) => ABOUT.has(kind))) return true;
  if (/^(default_tablespace|temp_tablespaces)$/i.test(nodeOf(node, 'VariableSetStmt')?.name ?? '')) return true;
  const commands = nodeOf(node, 'AlterTableStmt')?.cmds ?? [];
  if (commands.length > 0)
    return commands.every((item) => nodeOf(item, 'AlterTableCmd')?.subtype === 'AT_SetTableSpace');
  const types = [
    nodeOf(node, 'CommentStmt')?.objtype,
    nodeOf(node, 'GrantStmt')?.objtype,
    nodeOf(node, 'SecLabelStmt')?.objtype,
    nodeOf(node, 'AlterOwnerStmt')?.objectType,
    nodeOf(node, 'RenameStmt')?.renameType,
  ];
  return types.includes('OBJECT_TABLESPACE');
}
