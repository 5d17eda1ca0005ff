import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import { enumerated, sqlName } from '../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { hazard, LEFT_OUT } from '../verdict/fact.js';

export default defineRule({
  id: 'add-column-default-dropped',
  harm: 'breaks',
  summary: 'A new NOT NULL column loses its default before the old code is gone',
  why: `While a deployment goes on, the old version of the application still inserts rows, without the new column. The default
makes that work. Where the migration that adds the column takes its default away again, each of these INSERTs fails with
SQLSTATE 23502.`,
  fix: 'Keep the default until no running code leaves the column out, and drop it in a later migration, if at all.',
  statements: ['AlterTableStmt'],
  roles: ['up'],
  check(statement, context) {
    const dropped = alterCommands(statement).filter(
      ({ table, subtype, command: { name = '', def } }) =>
        subtype === 'AT_ColumnDefault' &&
        !def &&
        !context.schema.isNew(table) &&
        isNewAndRequired(`${table}.${name}`, statement, context),
    );
    const [first] = dropped;
    if (first === undefined) return;
    const names = dropped.map(({ command: { name = '' } }) => name);
    const drops = names.map((name) => `ALTER COLUMN ${quoteIdentifier(name)} DROP DEFAULT`);
    context.report({
      claim: names.map((name) => hazard(LEFT_OUT, `${shortName(first.table)}.${name}`)),
      message: `Without its default, every INSERT of code that doesn’t know ${enumerated(names.map(code))} yet fails. ${names.length > 1 ? 'These columns are' : 'The column is'} new in ${code(shortName(first.table))}, and NOT NULL.`,
      help: `Leave this out, and run it in a later migration, when all running code writes ${names.length > 1 ? 'them' : 'the column'}:\nALTER TABLE ${sqlName(first.table)} ${drops.join(', ')};`,
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN n int DEFAULT 0 NOT NULL;\nALTER TABLE t ALTER COLUMN n DROP DEFAULT;',
      },
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN n int DEFAULT 0 NOT NULL, ALTER COLUMN n DROP DEFAULT;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN n int DEFAULT 0;\nALTER TABLE t ALTER COLUMN n DROP DEFAULT;',
      },
      { setup: 'CREATE TABLE t (n int DEFAULT 0 NOT NULL);', sql: 'ALTER TABLE t ALTER COLUMN n DROP DEFAULT;' },
      { sql: 'CREATE TABLE t (n int DEFAULT 0 NOT NULL);\nALTER TABLE t ALTER COLUMN n DROP DEFAULT;' },
      {
        setup: 'CREATE TABLE t (id int);',
        sql: 'ALTER TABLE t ADD COLUMN n int DEFAULT 0 NOT NULL;\nALTER TABLE t ALTER COLUMN n SET DEFAULT 1;',
      },
    ],
  },
});

function isNewAndRequired(
  full: string,
  statement: Parameters<typeof alterCommands>[0],
  { schema }: RuleContext,
): boolean {
  const known = schema.find('column', full);
  if (known) return known.origin === 'change' && known.facts?.notNull === true;
  return alterCommands(statement).some(
    ({ subtype, column }) =>
      subtype === 'AT_AddColumn' &&
      column?.colname === lastName(full) &&
      (column.constraints ?? []).some((item) => nodeOf(item, 'Constraint')?.contype === 'CONSTR_NOTNULL'),
  );
}
