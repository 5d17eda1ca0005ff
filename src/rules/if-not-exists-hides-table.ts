import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { ColumnFacts } from '../schema/facts.js';
import { lastName, shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { typeText } from '../schema/types.js';
import { nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'if-not-exists-hides-table',
  harm: 'decision',
  summary: 'CREATE TABLE IF NOT EXISTS leaves another table of that name as it is',
  why: `The table exists already, from an earlier migration and with other columns. IF NOT EXISTS looks at the name only: the
statement does nothing and succeeds, and code that relies on the new definition fails later. A rollback that drops the table
then drops the old one, with its rows.`,
  fix: 'Write ALTER TABLE for what is missing, or choose another name.',
  statements: ['CreateStmt'],
  check(statement, context) {
    if (!nodeOf(statement.node, 'CreateStmt')?.if_not_exists) return;
    const effects = effectsOf(statement.node);
    const table = effects[0]?.object.name;
    const known = table === undefined ? undefined : context.schema.find('table', table);
    if (table === undefined || !known?.facts?.complete) return;
    const missing = effects.flatMap(({ object }) => {
      if (object.kind !== 'column') return [];
      const wanted = (object.facts as Partial<ColumnFacts> | undefined)?.type;
      return differs(context.schema, object.name, wanted && typeText(wanted));
    });
    const [first] = missing;
    if (first === undefined) return;
    context.report({
      message: `IF NOT EXISTS leaves ${code(shortName(table))} as it is: ${first.message}.`,
      help: `Change the table that is there:\n${missing.map(({ sql }) => `ALTER TABLE ${sqlName(table)} ${sql};`).join('\n')}`,
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (a int, b text);' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (a bigint);' },
      { sql: 'CREATE TABLE t (a int);\nCREATE TABLE IF NOT EXISTS public.t (b int);' },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (a integer);' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS u (b int);' },
      { setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (b int);' },
      { setup: 'CREATE TABLE t (a int); DROP TABLE t;', sql: 'CREATE TABLE IF NOT EXISTS t (b int);' },
      { setup: 'CREATE TABLE u (b int); CREATE TABLE t (LIKE u);', sql: 'CREATE TABLE IF NOT EXISTS t (b int);' },
    ],
  },
});

/** How the existing column differs from the one that is wanted. */
function differs(schema: Schema, name: string, wanted: string | undefined): { message: string; sql: string }[] {
  const known = schema.find('column', name);
  const column = lastName(name);
  if (!known)
    return [
      {
        message: `it exists without the column ${code(column)}`,
        sql: `ADD COLUMN ${quoteIdentifier(column)} ${wanted ?? 'text'}`,
      },
    ];
  const is = known.facts?.type && typeText(known.facts.type);
  if (is === undefined || wanted === undefined || is === wanted) return [];
  return [
    {
      message: `it exists, and its column ${code(column)} is ${is}, not ${wanted}`,
      sql: `ALTER COLUMN ${quoteIdentifier(column)} TYPE ${wanted}`,
    },
  ];
}
