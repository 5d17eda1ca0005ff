/** An UPDATE of a whole table, some thousand rows at a time, in the order of the primary key. */
import type { Node } from '@pgsql/types';
import type { Recipe } from '../../findings/recipe.js';
import type { Statement } from '../../model.js';
import { fullName, lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier, relationName, walk } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { BATCH, slug } from './steps.js';

/**
 * Undefined where the statement is more than an UPDATE of one table, or the rows have no key of one column. A recipe where a second
 * run changes nothing more; words where it would change rows twice, and somebody has to look where it came to. `rule`: which says so.
 */
export function keyByKey(
  statement: Statement,
  table: string,
  schema: Schema,
  rule = 'update-whole-table',
): Recipe | string | undefined {
  const update = plainUpdate(statement, table, schema);
  if (update === undefined) return undefined;
  if (update.readsOwn)
    return `Update the rows batch by batch in the order of their key, each row once, outside a transaction. The new value is made of the old one: a row that was updated would be found again, and batches “until no row is left” never end. A second run would change rows twice: after a failure, begin after the key that was told last.\n${ranges(update, { once: true })}`;
  return {
    says: 'Update the rows batch by batch, in the order of their key; it can be run again after a failure.',
    steps: [
      {
        name: slug('update', lastName(table), ...update.names),
        sql: ranges(update, { once: false }),
        outside: true,
        oneWay: 'the old values are gone',
        within: { sql: `${statement.sql};`, answers: [rule] },
      },
    ],
  };
}

/** What is left to say where the statement isn’t known well enough to be written out: ranges of the key, which have an end. */
export function rangeByRange(table: string, schema: Schema, statement?: Statement): string {
  const target = sqlName(table);
  const keys = primaryKey(table, schema).map(quoteIdentifier);
  if (keys.length === 0)
    return `Run it in batches, each in a transaction of its own, until it updates no row. The condition, the same in both places, has to leave out the rows that are done, or this never ends:\nUPDATE ${target} SET … WHERE … AND ctid = ANY (ARRAY(SELECT ctid FROM ${target} WHERE … LIMIT ${BATCH}));`;
  const key = keys.length === 1 ? keys[0] : `(${keys.join(', ')})`;
  const end = keys.length === 1 ? '…' : '(…)';
  return `Run it range by range of the key, each in a transaction of its own, so that each row is updated once. Batches “until it updates no row” never end where a row that was updated is found again:\n${calledForEach(statement, table) ?? `UPDATE ${target} SET … WHERE … AND`} ${key} > ${end} AND ${key} <= ${end};`;
}

/** `SELECT f(id) FROM t` as far as the condition that takes a range of the rows. */
function calledForEach({ node, sql }: Partial<Statement> = {}, table: string): string | undefined {
  const query = nodeOf(node, 'SelectStmt');
  const own = relationName(nodeOf(query?.fromClause?.[0], 'RangeVar'));
  const isPlain = own && fullName(own) === table && !query?.whereClause && !query?.sortClause && !query?.withClause;
  return isPlain ? `${sql} WHERE` : undefined;
}

interface PlainUpdate {
  target: string;
  id: string;
  /** The columns that it sets. */
  names: string[];
  /** As far as SET. */
  set: string;
  where: string | undefined;
  /** What it sets follows from what it sets: a second run changes it again. */
  readsOwn: boolean;
}

function primaryKey(table: string, schema: Schema): string[] {
  return schema.partsOf(table, 'constraint').find(({ facts }) => facts?.type === 'primary key')?.facts?.columns ?? [];
}

function plainUpdate({ node, sql, each }: Statement, table: string, schema: Schema): PlainUpdate | undefined {
  // In a loop it speaks of the loop's own row.
  if (each) return undefined;
  const update = nodeOf(node, 'UpdateStmt');
  const own = relationName(update?.relation);
  if (!update?.relation || update.relation.alias || !own || fullName(own) !== table) return undefined;
  if (update.fromClause || update.withClause || update.returningClause) return undefined;
  const targets = (update.targetList ?? []).map((item) => nodeOf(item, 'ResTarget'));
  const names = targets.map((target) => target?.name ?? '');
  const [key, ...more] = primaryKey(table, schema);
  if (key === undefined || more.length > 0 || names.includes(key)) return undefined;
  // PL/pgSQL refuses a name that may be its own or a column's.
  if (VARIABLES.some((name) => schema.find('column', `${table}.${name}`))) return undefined;
  const { whereClause, ...rest } = update;
  const [set, where] = [deparsed({ UpdateStmt: rest }), whereClause && deparsed(whereClause)];
  if (set === undefined || (whereClause && where === undefined) || sql.includes('$$')) return undefined;
  const read = columnsRead(targets.map((target) => target?.val));
  const readsOwn = targets.some((target) => target?.indirection) || names.some((name) => read.has(name));
  return { target: sqlName(table), id: quoteIdentifier(key), names, set, where, readsOwn };
}

function columnsRead(nodes: readonly (Node | undefined)[]): Set<string> {
  const read = new Set<string>();
  walk(nodes, (tag, body) => {
    const last = tag === 'ColumnRef' ? nodeOf((body as { fields?: never[] }).fields?.at(-1), 'String') : undefined;
    if (last?.sval !== undefined) read.add(last.sval);
  });
  return read;
}

const VARIABLES = ['first_key', 'last_key', 'final_key'];

/** `once`: rows that come meanwhile are left as they are, and each range is told. */
function ranges({ target, id, set, where }: PlainUpdate, { once }: { once: boolean }): string {
  const [final, until] = once ? [`    final_key ${target}.${id}%TYPE;\n`, ` AND ${id} <= final_key`] : ['', ''];
  const end = once ? `    SELECT ${id} INTO final_key FROM ${target} ORDER BY ${id} DESC LIMIT 1;\n` : '';
  const told = once ? `      RAISE NOTICE 'done to %', last_key;\n` : '';
  return `DO $$
  DECLARE
    first_key ${target}.${id}%TYPE;
    last_key ${target}.${id}%TYPE;
${final}  BEGIN
    SELECT ${id} INTO first_key FROM ${target} ORDER BY ${id} LIMIT 1;
${end}    WHILE first_key IS NOT NULL LOOP
      SELECT ${id} INTO last_key
        FROM (SELECT ${id} FROM ${target} WHERE ${id} >= first_key${until} ORDER BY ${id} LIMIT ${BATCH}) AS batch
        ORDER BY ${id} DESC LIMIT 1;
      ${set} WHERE ${where ? `(${where}) AND ` : ''}${id} BETWEEN first_key AND last_key;
      COMMIT;
${told}      SELECT ${id} INTO first_key FROM ${target} WHERE ${id} > last_key${until} ORDER BY ${id} LIMIT 1;
    END LOOP;
  END
$$;`;
}
