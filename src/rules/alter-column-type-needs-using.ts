import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import { columnTypeChange } from '../schema/column-type-change.js';
import { shortName } from '../schema/objects.js';
import { sqlName, typeCode, typeSql } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'alter-column-type-needs-using',
  harm: 'stops',
  summary: 'The new type needs USING: Postgres doesn’t convert to it by itself',
  why: `Without USING, ALTER COLUMN … TYPE converts the values as an assignment would. There is no such conversion from text to
a number, a date or an enum, nor between numbers and bool: Postgres answers with SQLSTATE 42804, and the migration stops
there, even on an empty table.`,
  fix: 'Say how to convert the values, for example with a cast in USING. Note that this rewrites the table.',
  statements: ['AlterTableStmt'],
  check(statement, { schema, report }) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      const change = subtype === 'AT_AlterColumnType' ? columnTypeChange(table, command, schema) : undefined;
      if (!change?.needsUsing || !change.from) continue;
      const name = quoteIdentifier(change.column);
      report({
        message: `Postgres doesn’t convert ${code(change.column)} of ${code(shortName(table))} from ${typeCode(change.from)} to ${typeCode(change.to)} by itself. The migration stops here.`,
        help: `Say how to convert it:\nALTER TABLE ${sqlName(table)} ALTER COLUMN ${name} TYPE ${typeSql(change.to)} USING ${name}::${typeSql(change.to)};`,
        claim: refused('42804'),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a text);',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE int;',
        claim: refused('42804'),
      },
      {
        setup: "CREATE TABLE t (a varchar(9)); CREATE TYPE mood AS ENUM ('ok');",
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE mood;',
        claim: refused('42804'),
      },
      { sql: 'CREATE TABLE t (a bool);\nALTER TABLE t ALTER a TYPE int;', claim: refused('42804') },
    ],
    good: [
      { setup: 'CREATE TABLE t (a text);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE int USING a::int;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;' },
      { setup: 'CREATE TABLE t (a json);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE jsonb;' },
      { setup: 'CREATE TABLE t (a text); CREATE DOMAIN d AS text;', sql: 'ALTER TABLE t ALTER COLUMN a TYPE d;' },
      {
        setup: "CREATE TABLE t (a text); CREATE DOMAIN filled AS text CHECK (value <> '');",
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE filled;',
      },
    ],
  },
});
