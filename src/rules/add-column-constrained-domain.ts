import { addedColumns } from '../lint/facts/added-columns.js';
import { predicted } from '../lint/facts/predicted.js';
import { defineRule } from '../lint/rule.js';
import { domainOf } from '../schema/footprint/domains.js';
import { shortName } from '../schema/objects.js';
import { quoteLast, sqlName, typeSql } from '../schema/sql-name.js';
import { unknownType } from '../schema/unknown-types.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, rewrite, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'add-column-constrained-domain',
  harm: 'blocks',
  summary: 'A new column of a domain with constraints rewrites the whole table',
  why: `Where a domain has a CHECK or NOT NULL, Postgres holds every row against it when a column of the domain is added, even
an empty one without a default, and writes the table and its indexes anew on the way. It holds ACCESS EXCLUSIVE until it is
done: nobody reads or writes the table.`,
  fix: `Give the column the domain’s base type, and the table the domain’s condition as a CHECK that is added NOT VALID and
validated in a statement of its own. A domain without constraints does no harm.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema } = context;
    for (const { table, name, type } of addedColumns(statement, schema)) {
      const unknown = unknownType(type, schema);
      if (unknown !== undefined) schema.judged.keep(unknown);
      const domain = domainOf(type, schema);
      const found = domain?.constrained ? predicted(table, context) : undefined;
      if (!found || !type) continue;
      const [target, column] = [sqlName(table), quoteIdentifier(name)];
      const check = quoteLast(table, `_${name}_check`);
      context.report({
        message: `Adding ${code(name)} rewrites ${code(shortName(table))}, because the domain ${code(type.name)} has constraints. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: `Use the base type, and put the domain’s condition where it can be validated without blocking (write it for … below):\nALTER TABLE ${target} ADD COLUMN ${column} ${domain?.base ? typeSql(domain.base) : 'text'};\nALTER TABLE ${target} ADD CONSTRAINT ${check} CHECK (…) NOT VALID;\nALTER TABLE ${target} VALIDATE CONSTRAINT ${check};`,
        claim: found.claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: "CREATE TABLE t (id int); CREATE DOMAIN email AS text CHECK (value LIKE '%@%');",
        sql: 'ALTER TABLE t ADD COLUMN contact email;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE t (id int); CREATE SCHEMA app; CREATE DOMAIN app.label AS text NOT NULL;',
        sql: "ALTER TABLE t ADD COLUMN name app.label DEFAULT 'x';",
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (id int); CREATE DOMAIN label AS text;', sql: 'ALTER TABLE t ADD COLUMN name label;' },
      {
        setup: 'CREATE DOMAIN positive AS int CHECK (value > 0);',
        sql: 'CREATE TABLE t (id int);\nALTER TABLE t ADD COLUMN n positive;',
      },
      {
        setup: 'CREATE TABLE t (id int); CREATE DOMAIN positive AS int CHECK (value > 0);',
        sql: 'ALTER TABLE t ADD COLUMN n int;\nALTER TABLE t ADD CONSTRAINT n_check CHECK (n > 0) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT n_check;',
      },
    ],
  },
});
