import { fitting, isChecked } from '../lint/facts/fits.js';
import { type ChangedType, changedTypes } from '../lint/facts/type-changes.js';
import { narrower } from '../lint/help/narrower.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { sqlName, typeCode } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'alter-column-type-narrowing',
  harm: 'loses',
  summary: 'The new column type doesn’t hold every value of the old one',
  why: `A value that doesn’t fit stops the migration (SQLSTATE 22001 or 22003), or, where Postgres rounds or an explicit cast
cuts, is changed without a word. The rollback can’t bring back what was cut. Whether there is such a value shows only in
production.`,
  fix: `Look for values that don’t fit first, and decide what becomes of them. A CHECK that is added NOT VALID and validated
keeps new ones out before the type changes, and nothing is reported then; often it makes the change of type superfluous.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const change of changedTypes(statement, context)) {
      const { table, column, narrowing, text } = change;
      const needed = narrowing && fitting(column, change.from, change.to);
      if (narrowing === undefined || (needed && isChecked(needed, table, context.schema))) continue;
      const recipe = context.script.role === 'up' ? narrower(change, context.schema) : undefined;
      const outcome = narrowing === 'cut' ? 'are cut or rounded without a word' : 'make the migration fail';
      context.report({
        message: `Values of ${code(column)} in ${code(shortName(table))} that don’t fit into ${typeCode(change.to, text.to)} ${outcome}.`,
        help: recipe ?? look(change),
      });
    }
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a varchar(20));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(10);' },
      { setup: 'CREATE TABLE t (a text);', sql: 'ALTER TABLE t ALTER a TYPE varchar(10) USING a::varchar(10);' },
      { setup: 'CREATE TABLE t (a bigint);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE int;' },
      { setup: 'CREATE TABLE t (a numeric(10, 2));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE numeric(10, 1);' },
      { setup: 'CREATE TABLE t (a timestamptz);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE date;' },
      {
        setup: 'CREATE TABLE t (a varchar(20)); ALTER TABLE t ADD CONSTRAINT short CHECK (length(a) <= 10) NOT VALID;',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(10);',
      },
      {
        setup: 'CREATE TABLE t (a varchar(20) CHECK (length(a) <= 11));',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(10);',
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a varchar(10));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(20);' },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;' },
      { setup: 'CREATE TABLE t (a numeric(10, 2));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE numeric(12, 3);' },
      { setup: 'CREATE TABLE t (a date);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE timestamptz;' },
      { sql: 'CREATE TABLE t (a varchar(20));\nALTER TABLE t ALTER COLUMN a TYPE varchar(10);' },
      {
        setup: 'CREATE TABLE t (a text, CONSTRAINT short CHECK (a IS NOT NULL AND char_length(a) < 11));',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(10);',
      },
      {
        setup:
          'CREATE TABLE t (a bigint CHECK (a BETWEEN 0 AND 1000), b numeric CHECK (abs(b) <= 99 AND b = round(b, 1)));',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE int, ALTER COLUMN b TYPE numeric(3, 1);',
      },
    ],
  },
});

/** How to find the values that don't fit. */
function look({ table, column, to, text }: ChangedType): string {
  const name = quoteIdentifier(column);
  const length = to.modifiers[0];
  const sized = /^(varchar|bpchar|varbit)$/.test(to.name) && length !== undefined;
  // A value that survives the way there and back fits.
  const where = sized ? `length(${name}) > ${length}` : `${name} <> ${name}::${text.to}`;
  return `Look for such values before, and decide what becomes of them; if this query fails, there is at least one:\nSELECT count(*) FROM ${sqlName(table)} WHERE ${where};`;
}
