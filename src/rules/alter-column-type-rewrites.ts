import { type ChangedType, changedTypes } from '../lint/facts/type-changes.js';
import { secondColumn } from '../lint/help/new-type.js';
import { defineRule } from '../lint/rule.js';
import { domainOf } from '../schema/footprint/domains.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { quoteLast, sqlName, typeCode } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, rewrite, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'alter-column-type-rewrites',
  harm: 'blocks',
  summary: 'A new column type rewrites the whole table and its indexes',
  why: `Where the new type is stored in another way than the old one, Postgres writes every row and every index anew under
ACCESS EXCLUSIVE, and nobody reads or writes the table meanwhile. Some changes look harmless and aren’t: int to bigint,
char(n) to text, varchar(n)[] to text[], another scale of numeric, or USING with anything but a cast. Others only look
dangerous: a longer varchar, varchar to text, a larger precision of numeric or timestamp touch no row, and aren’t reported.`,
  fix: `Add a column of the new type, let a trigger keep it equal to the old one, fill it in batches, move the application
over, and drop the old column in a later migration.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const change of changedTypes(statement, context)) {
      const { table, column, work, lock, claim, text } = change;
      if (work !== 'rewrite' || change.needsUsing) continue;
      context.report({
        message: `Changing ${code(column)} to ${typeCode(change.to, text.to)} rewrites ${code(shortName(table))} and all its indexes. It holds ${lock} meanwhile, so all reads and writes wait.`,
        help: inUtc(change) ?? asCheck(change, context.schema) ?? secondColumn(change, context.schema),
        claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE bigint;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a char(4), b varchar(9)[]);',
        sql: 'ALTER TABLE t ALTER a TYPE text, ALTER COLUMN b SET DATA TYPE text[];',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: "CREATE TABLE t (a text); CREATE DOMAIN filled AS text CHECK (value <> '');",
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE filled;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a timestamp);',
        sql: "ALTER TABLE t ALTER COLUMN a TYPE timestamptz USING a AT TIME ZONE 'UTC';",
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a timestamp);',
        sql: "SET timezone = 'Europe/Berlin';\nALTER TABLE t ALTER COLUMN a TYPE timestamptz;",
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a text);',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE jsonb USING a::jsonb;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE p (a int, b int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1);',
        sql: 'ALTER TABLE p ALTER COLUMN b TYPE bigint;',
        claim: lock('ACCESS EXCLUSIVE', 'public.p'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a varchar(10), b numeric(10, 2), c timestamp(3), d cidr, e text, f varchar(9)[]);',
        sql: 'ALTER TABLE t ALTER a TYPE varchar(20), ALTER b TYPE numeric(12, 2), ALTER c TYPE timestamp, ALTER d TYPE inet, ALTER e TYPE varchar, ALTER f TYPE varchar[];',
      },
      { setup: 'CREATE TABLE t (a varchar(10));', sql: 'ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;' },
      {
        setup: 'CREATE TABLE t (a timestamp);',
        sql: "SET timezone = 'UTC';\nALTER TABLE t ALTER COLUMN a TYPE timestamptz;",
      },
      { setup: 'CREATE TABLE t (a text); CREATE DOMAIN label AS text;', sql: 'ALTER TABLE t ALTER a TYPE label;' },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ALTER COLUMN a TYPE bigint;' },
      { setup: 'CREATE TYPE pair AS (a int, b int);', sql: 'ALTER TYPE pair ALTER ATTRIBUTE a TYPE bigint;' },
    ],
  },
});

/** In UTC the bytes of timestamp and timestamptz are the same. */
function inUtc({ table, column, from, to, text }: ChangedType): string | undefined {
  const names = [from?.name, to.name].sort().join(' ');
  if (names !== 'timestamp timestamptz' || !/\bat\s+time\s+zone\s+'utc'/i.test(text.using ?? '')) return undefined;
  return `Leave out USING and let the session’s time zone say the same: then no row is touched.\nSET timezone = 'UTC';\nALTER TABLE ${sqlName(table)} ALTER COLUMN ${quoteIdentifier(column)} TYPE ${text.to};`;
}

/** A column of a constrained domain can't even be added without rewriting the table. */
function asCheck({ table, to }: ChangedType, schema: Schema): string | undefined {
  if (!domainOf(to, schema)?.constrained) return undefined;
  const [target, name] = [sqlName(table), quoteLast(table, '_check')];
  return `Keep the type, and give the table the domain’s condition (write it for … below), in two transactions:\nALTER TABLE ${target} ADD CONSTRAINT ${name} CHECK (…) NOT VALID;\nALTER TABLE ${target} VALIDATE CONSTRAINT ${name};`;
}
