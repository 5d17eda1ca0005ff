import { alterCommands } from '../lint/facts/alter-table.js';
import { predicted } from '../lint/facts/predicted.js';
import { defineRule } from '../lint/rule.js';
import { columnTypeChange } from '../schema/column-type-change.js';
import { shortName } from '../schema/objects.js';
import { sqlName, typeCode } from '../schema/sql-name.js';
import { columnType } from '../schema/types.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, rewrite, scan, touches } from '../verdict/fact.js';

export default defineRule({
  id: 'alter-column-type-unknown',
  harm: 'decision',
  summary: 'A column gets a new type, and no script tells its old one',
  why: `Whether TYPE writes the table anew depends on the old type: varchar to text, or to a longer varchar, touches no row; from
nearly everything else every row and every index is written anew under ACCESS EXCLUSIVE, and nobody reads or writes the table
meanwhile. No script that was read tells the old type.`,
  fix: `Look the old type up, or name the SQL that creates the table as the baseline: then this is decided here. If the table is
rewritten, add a column of the new type and move over to it step by step.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    if (nodeOf(statement.node, 'AlterTableStmt')?.objtype !== 'OBJECT_TABLE') return;
    for (const { table, subtype, command } of alterCommands(statement)) {
      if (subtype !== 'AT_AlterColumnType' || context.schema.isNew(table)) continue;
      const to = columnType(nodeOf(command.def, 'ColumnDef')?.typeName);
      const found =
        to && !to.serial && !columnTypeChange(table, command, context.schema) ? predicted(table, context) : undefined;
      if (!to || !found) continue;
      const column = command.name ?? '';
      context.report({
        message: `No script tells the type of ${code(column)} in ${code(shortName(table))}. Unless it is stored like ${typeCode(to)}, Postgres rewrites the table and its indexes under ${found.lock}, and all reads and writes wait.`,
        help: `Look it up, or name the SQL that creates the table as the baseline:\nSELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = '${sqlName(table)}'::regclass AND attname = '${command.name ?? ''}';`,
        claim: touches(found.lock, table, { scans: true, rewrites: true }),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t AS SELECT 1 AS a;',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: "CREATE TABLE t AS SELECT 'x'::text AS a;",
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(20) USING a::varchar(20);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a varchar(10));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;' },
      // That it is written anew is sure, whatever it was: another rule says so.
      { setup: 'CREATE TABLE t AS SELECT 1 AS a;', sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;' },
      { sql: 'CREATE TABLE t AS SELECT 1 AS a;\nALTER TABLE t ALTER COLUMN a TYPE text;' },
    ],
  },
});
