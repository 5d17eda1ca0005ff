import { addedColumns } from '../lint/facts/added-columns.js';
import { predicted } from '../lint/facts/predicted.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { unknownFunction, volatileFunction } from '../schema/volatility.js';
import { code } from '../sql/words.js';
import { lock, rewrite, scan, touches } from '../verdict/fact.js';

export default defineRule({
  id: 'add-column-unknown-default',
  harm: 'decision',
  summary: 'A new column’s default calls a function that may be volatile',
  why: `CREATE FUNCTION makes a function VOLATILE unless it says otherwise, and a volatile default gives each row a value of its own:
Postgres then writes the table and all its indexes anew under ACCESS EXCLUSIVE. No script that was read creates this function,
so nobody can tell from the SQL alone; functions that make up ids or tokens always are volatile.`,
  fix: `Look the function up. If it is volatile, add the column without a default, set the default for rows to come, and fill the
old rows in batches.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const column of addedColumns(statement, context.schema)) {
      const called = unknownFunction(column.default, context.schema);
      const found = called && !volatileFunction(column.default, context.schema) && predicted(column.table, context);
      if (!called || !found) continue;
      context.report({
        message: `No script says whether ${code(`${called}()`)} is volatile. If it is, adding ${code(column.name)} rewrites ${code(shortName(column.table))} under ${found.lock}, and all reads and writes wait.`,
        help: `Look it up (v is volatile, s stable, i immutable; only v rewrites the table), or name the SQL that creates it as the baseline:\nSELECT proname, provolatile FROM pg_proc WHERE proname = '${called.split('.').at(-1)}';`,
        claim: touches(found.lock, column.table, { scans: true, rewrites: true }),
      });
    }
  },
  examples: {
    bad: [
      {
        setup:
          "CREATE TABLE t (id int); DO $$ BEGIN EXECUTE replace('CREATE FUNCTION name_ RETURNS text LANGUAGE plpgsql AS ''BEGIN RETURN random(); END''', 'name_', 'new_id()'); END $$;",
        sql: 'ALTER TABLE t ADD COLUMN token text DEFAULT new_id();',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (id int);',
        sql: "ALTER TABLE t ADD COLUMN a timestamptz DEFAULT now(), ADD COLUMN b text DEFAULT lower('A'), ADD COLUMN c text DEFAULT pg_catalog.upper('a');",
      },
      {
        setup: 'CREATE TABLE t (id int); CREATE FUNCTION one() RETURNS int IMMUTABLE LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: 'ALTER TABLE t ADD COLUMN a int DEFAULT one();',
      },
      // Another rule knows that this one is volatile.
      { setup: 'CREATE TABLE t (id int);', sql: 'ALTER TABLE t ADD COLUMN a uuid DEFAULT gen_random_uuid();' },
      {
        setup: 'CREATE EXTENSION hstore; CREATE TABLE t (id int);',
        sql: "ALTER TABLE t ADD COLUMN a hstore DEFAULT hstore('a', 'b');",
      },
    ],
  },
});
