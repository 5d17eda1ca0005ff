/** What hangs on a table or a view without being a part of its columns, as the SQL that makes it again. */
import type { CreateStatsStmt, CreateTrigStmt, GrantStmt, Node } from '@pgsql/types';
import { lastName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { literal } from '../../sql/quote.js';
import { grantedAgain, letsEverybodyWrite } from './granted.js';
import { rangeOf } from './range-of.js';

const COMMANDS = ['select', 'insert', 'update', 'delete'];

export function createPolicy({ name, table, facts }: KnownObject<'policy'>): string | undefined {
  const { for: command, to, using, 'with check': check, permissive, ...rest } = facts?.definition ?? {};
  const isKnown = facts?.definition !== undefined && Object.values(rest).every((value) => value === undefined);
  const isPlain = command === undefined || COMMANDS.includes(String(command));
  if (!table || !isKnown || !isPlain || (to !== undefined && typeof to !== 'string')) return undefined;
  const [shows, takes] = [using, check].map((node) => (node === undefined ? '' : deparsed(node as Node)));
  if (shows === undefined || takes === undefined) return undefined;
  return `${[
    `CREATE POLICY ${quoteIdentifier(lastName(name))} ON ${sqlName(table)}`,
    permissive === true ? '' : 'AS RESTRICTIVE',
    command === undefined ? '' : `FOR ${String(command).toUpperCase()}`,
    to === undefined ? '' : `TO ${to.split(', ').map(roleSql).join(', ')}`,
    shows && `USING (${shows})`,
    takes && `WITH CHECK (${takes})`,
  ]
    .filter((part) => part !== '')
    .join(' ')};`;
}

/** CURRENT_USER and the like are no names. */
function roleSql(role: string): string {
  return role.startsWith('ROLESPEC_') ? role.slice('ROLESPEC_'.length) : quoteIdentifier(role);
}

/** Undefined where it was switched off, too. `definition`: another one than its own. */
export function createTrigger(
  { name, table, facts }: KnownObject<'trigger'>,
  definition = facts?.definition?.definition as CreateTrigStmt | undefined,
): string | undefined {
  if (!table || typeof definition !== 'object' || facts?.definition?.['whether it fires'] !== undefined)
    return undefined;
  const sql = deparsed({ CreateTrigStmt: { ...definition, trigname: lastName(name), relation: rangeOf(table) } });
  if (sql === undefined) return undefined;
  const comment =
    facts?.comment === undefined
      ? ''
      : `\nCOMMENT ON TRIGGER ${quoteIdentifier(lastName(name))} ON ${sqlName(table)} IS ${literal(facts.comment)};`;
  return `${sql};${comment}`;
}

/** Statistics of the table with these elements; undefined where a target was set for them. */
export function createStatistics(
  { name, facts }: KnownObject<'statistics object'>,
  table: string,
  exprs: Node[],
): string | undefined {
  const kinds = facts?.definition?.['kinds of statistics'];
  if (facts?.definition?.['statistics target'] !== undefined || facts?.comment !== undefined) return undefined;
  const names = sqlName(name).includes('.') ? name.split('.') : [lastName(name)];
  const statement: CreateStatsStmt = {
    defnames: names.map((sval) => ({ String: { sval } })),
    ...(typeof kinds === 'string' && { stat_types: kinds.split(',').map((sval) => ({ String: { sval } })) }),
    exprs,
    relations: [{ RangeVar: rangeOf(table) }],
  };
  const sql = deparsed({ CreateStatsStmt: statement });
  return sql && `${sql};`;
}

/** What was granted and revoked on a relation, again; undefined where no script shows what, or where somebody has to look at it. */
export function grantsAgain(relation: KnownObject, schema: Schema): string[] | undefined {
  if (!relation.facts?.privileges) return [];
  const granted = grantedAgain(relation, relation.name, schema);
  return granted?.some(letsEverybodyWrite) ? undefined : granted;
}

/** What was granted on a column alone, on the one that takes its place. */
export function columnGrants(relation: KnownObject, column: string, called: string): string[] | undefined {
  const texts = (relation.facts?.privileges ?? []).flatMap((grant) => {
    const privileges = (grant.privileges ?? []).flatMap((item): Node[] => {
      const { priv_name: name, cols = [] } = nodeOf(item, 'AccessPriv') ?? {};
      const isOn = cols.some((col) => nodeOf(col, 'String')?.sval === column);
      return isOn && name ? [{ AccessPriv: { priv_name: name, cols: [{ String: { sval: called } }] } }] : [];
    });
    return privileges.length > 0 ? [grantOn(relation.name, { ...grant, privileges })] : [];
  });
  return texts.includes(undefined) ? undefined : (texts as string[]);
}

function grantOn(relation: string, grant: GrantStmt): string | undefined {
  const sql = deparsed({ GrantStmt: { ...grant, objects: [{ RangeVar: rangeOf(relation) }] } });
  return sql && `${sql};`;
}
