/** An UPDATE of a whole table, some thousand rows at a time, in the order of the primary key. */
import type { Recipe } from '../../findings/recipe.js';
import type { Statement } from '../../model.js';
import { fullName, lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier, relationName, walk } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { slug } from './steps.js';

/** Undefined where the rows have no key of one column, or where a second run after a failure would change rows twice. */
export function keyByKey({ node, sql, each }: Statement, table: string, schema: Schema): Recipe | undefined {
  // In a loop it speaks of the loop's own row.
  if (each) return undefined;
  const update = nodeOf(node, 'UpdateStmt');
  const own = relationName(update?.relation);
  if (!update?.relation || update.relation.alias || !own || fullName(own) !== table) return undefined;
  if (update.fromClause || update.withClause || update.returningClause) return undefined;
  const targets = (update.targetList ?? []).map((item) => nodeOf(item, 'ResTarget'));
  const names = targets.map((target) => target?.name ?? '');
  const [key, ...more] =
    schema.partsOf(table, 'constraint').find(({ facts }) => facts?.type === 'primary key')?.facts?.columns ?? [];
  if (key === undefined || more.length > 0 || names.includes(key)) return undefined;
  const mentioned = new Set<string>();
  walk({ targets: targets.map((target) => target?.val), where: update.whereClause }, (tag, body) => {
    const last = tag === 'ColumnRef' ? nodeOf((body as { fields?: never[] }).fields?.at(-1), 'String') : undefined;
    if (last?.sval !== undefined) mentioned.add(last.sval);
  });
  // What reads a column that it writes would be done twice where a batch had failed.
  if (targets.some((target) => target?.indirection) || names.some((name) => mentioned.has(name))) return undefined;
  // PL/pgSQL refuses a name that may be its own or a column's.
  if (['first_key', 'last_key'].some((name) => schema.find('column', `${table}.${name}`))) return undefined;
  const { whereClause, ...rest } = update;
  const [set, where] = [deparsed({ UpdateStmt: rest }), whereClause && deparsed(whereClause)];
  if (set === undefined || (whereClause && where === undefined) || sql.includes('$$')) return undefined;
  const [target, id] = [sqlName(table), quoteIdentifier(key)];
  return {
    says: 'Update the rows batch by batch, in the order of their key; it can be run again after a failure.',
    steps: [
      {
        name: slug('update', lastName(table), ...names),
        sql: `DO $$
  DECLARE
    first_key ${target}.${id}%TYPE;
    last_key ${target}.${id}%TYPE;
  BEGIN
    SELECT ${id} INTO first_key FROM ${target} ORDER BY ${id} LIMIT 1;
    WHILE first_key IS NOT NULL LOOP
      SELECT ${id} INTO last_key
        FROM (SELECT ${id} FROM ${target} WHERE ${id} >= first_key ORDER BY ${id} LIMIT 10000) AS batch
        ORDER BY ${id} DESC LIMIT 1;
      ${set} WHERE ${where ? `(${where}) AND ` : ''}${id} BETWEEN first_key AND last_key;
      COMMIT;
      SELECT ${id} INTO first_key FROM ${target} WHERE ${id} > last_key ORDER BY ${id} LIMIT 1;
    END LOOP;
  END
$$;`,
        outside: true,
        oneWay: 'the old values are gone',
        within: { sql: `${sql};`, answers: ['update-whole-table'] },
      },
    ],
  };
}
