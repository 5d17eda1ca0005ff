import { schemaAtEnd } from '../lint/facts/script-end.js';
import { apart, slug } from '../lint/help/steps.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { chosenIndexName } from '../schema/chosen-names.js';
import { effectsOf } from '../schema/effects/index.js';
import type { ConstraintFacts, IndexFacts } from '../schema/facts.js';
import { isPartitioned } from '../schema/footprint/touch.js';
import { hasIndexOn } from '../schema/index-use.js';
import { lastName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'foreign-key-without-index',
  harm: 'decision',
  summary: 'A foreign key has no index on its own columns',
  why: `Postgres makes no index for the referencing side of a foreign key. Each DELETE of a referenced row, and each change of its
key, then looks through the whole referencing table for rows that point to it, once for every row that is deleted.`,
  fix: `Build an index on the foreign key’s columns, in any order, before the key is added: with CREATE INDEX CONCURRENTLY where the
table is in use. One that begins with a column of the foreign key is enough, such as a primary key; a partial one only where its
condition is that these columns are NOT NULL. Where the referenced rows are never deleted and their keys never change, say so in a
directive.`,
  roles: ['up'],
  statements: ['AlterTableStmt', 'CreateStmt', 'IndexStmt'],
  check(statement, context) {
    const { script, schema, report } = context;
    if (statement.kind === 'IndexStmt') return partialOnly(statement, context);
    for (const { change, object } of effectsOf(statement.node)) {
      const { facts, table } = object as { facts?: Partial<ConstraintFacts>; table?: string };
      if (change !== 'create' || object.kind !== 'constraint' || facts?.type !== 'foreign key' || !table) continue;
      const end = schemaAtEnd(script, schema, statement.index);
      const { columns = [], references } = facts;
      // Indexes of LIKE, of a partition's parent, or of a table that no script creates aren't known.
      const known = end.find('table', table)?.facts?.complete && end.find('constraint', object.name);
      if (!known || columns.length === 0) continue;
      if (hasIndexOn(end, table, columns)) continue;
      const list = columns.map(quoteIdentifier).join(', ');
      const marked = columns.map(code).join(', ');
      const index = quoteIdentifier(
        chosenIndexName(
          table,
          columns.map((name) => ({ name })),
        ),
      );
      const how = schema.isNew(table) || schema.find('table', table) === undefined ? '' : 'CONCURRENTLY ';
      const isThere = columns.every((name) => schema.find('column', `${table}.${name}`));
      const parent = shortName(references?.table ?? table);
      // It is empty yet, and the parent is often a short list whose rows stay.
      const isEmpty = how === '';
      report({
        message: `No index of ${code(shortName(table))} begins with ${columns.length > 1 ? `one of (${marked})` : marked}. Every DELETE of a row of ${code(parent)}, and every change of its key, reads all of ${code(shortName(table))}.`,
        unless: { table, indexOn: columns },
        ...(isEmpty && { severity: 'info' as const }),
        help:
          how === ''
            ? `Add an index:\nCREATE INDEX ${index} ON ${sqlName(table)} (${list});`
            : isPartitioned(table, schema)
              ? `Add an index on (${list}) to each partition with CONCURRENTLY, and attach them to one that is made ON ONLY ${sqlName(table)}.`
              : !isThere
                ? `Add the column by itself first. Then, each in a migration of its own, outside a transaction the index, and the foreign key as NOT VALID:\nCREATE INDEX CONCURRENTLY ${index} ON ${sqlName(table)} (${list});\nALTER TABLE ${sqlName(table)} ADD FOREIGN KEY (${list}) REFERENCES ${sqlName(references?.table ?? table)} NOT VALID;`
                : {
                    says: 'Add an index.',
                    before: true,
                    steps: [
                      apart(
                        slug('build', index),
                        `CREATE INDEX CONCURRENTLY ${index} ON ${sqlName(table)} (${list});`,
                        `${sqlName(table)
                          .split('.')
                          .slice(0, -1)
                          .map((part) => `${part}.`)
                          .join('')}${index}`,
                      ),
                    ],
                  },
      });
    }
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE TABLE customers (id int PRIMARY KEY); CREATE TABLE orders (id int PRIMARY KEY, customer_id int);',
        sql: 'ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;',
      },
      {
        setup: 'CREATE TABLE customers (id int PRIMARY KEY);',
        sql: 'CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers);',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p);',
        sql: 'CREATE INDEX CONCURRENTLY i ON c (p) WHERE p = 1;',
      },
      {
        sql: 'CREATE TABLE kinds (name text PRIMARY KEY);\nCREATE TABLE docs (id int PRIMARY KEY, kind text REFERENCES kinds);',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (a int, b int, UNIQUE (a, b));',
        sql: 'ALTER TABLE c ADD COLUMN p_id int REFERENCES p, ADD FOREIGN KEY (b) REFERENCES p;\nCREATE INDEX i ON c (p_id);',
      },
      {
        setup:
          'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, gone bool); CREATE INDEX i ON c (p) WHERE NOT gone;',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
      },
      {
        setup:
          'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, q int); CREATE INDEX i ON c (p) WHERE p > 0; CREATE INDEX j ON c (p) WHERE q IS NOT NULL; CREATE INDEX k ON c (abs(p)); CREATE INDEX l ON c USING brin (p); CREATE INDEX m ON c (q) INCLUDE (p);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
      },
      {
        setup:
          'CREATE TABLE p (a bool, b int, UNIQUE (a, b)); CREATE TABLE c (a bool, b int); CREATE INDEX i ON c (a);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (a, b) REFERENCES p (a, b);',
      },
      {
        setup:
          'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int) PARTITION BY LIST (p); CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1); CREATE INDEX i ON ONLY c (p);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p, gone bool);',
        sql: 'CREATE INDEX CONCURRENTLY i ON c (p) WHERE p IS NOT NULL;\nCREATE INDEX CONCURRENTLY j ON c (p) WHERE NOT gone;',
      },
      {
        setup: 'CREATE TABLE p (a int, b int, UNIQUE (a, b));',
        sql: 'CREATE TABLE c (b int PRIMARY KEY, a int, FOREIGN KEY (a, b) REFERENCES p (a, b));',
      },
      {
        setup: 'CREATE TABLE p (a int, b int, UNIQUE (a, b)); CREATE TABLE c (a int, b int, n int);',
        sql: 'CREATE INDEX i ON c USING hash (b);\nALTER TABLE c ADD FOREIGN KEY (a, b) REFERENCES p (a, b);',
      },
      {
        setup:
          'CREATE TABLE customers (id int PRIMARY KEY); CREATE TABLE orders (customer_id int, at date); CREATE INDEX i ON orders (customer_id, at);',
        sql: 'ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers NOT VALID;',
      },
      {
        setup:
          'CREATE TABLE p (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE c (a int, b int, n int, UNIQUE (b, a, n));',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (a, b) REFERENCES p;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY);',
        sql: 'CREATE TABLE c (p int PRIMARY KEY REFERENCES p, q int REFERENCES p);\nCREATE INDEX ON c (q) WHERE q IS NOT NULL;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE old (p int); CREATE INDEX i ON old (p);',
        sql: 'CREATE TABLE c (LIKE old INCLUDING INDEXES);\nALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
        sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p;\nALTER TABLE c DROP CONSTRAINT f;',
      },
    ],
  },
});

/** A partial index on the columns of a foreign key that is there: it looks as if it served that. */
function partialOnly(statement: Statement, { script, schema, report }: RuleContext): void {
  const [index] = effectsOf(statement.node);
  const { table, facts } = (index?.object ?? {}) as { table?: string; facts?: Partial<IndexFacts> };
  const first = facts?.columns?.[0];
  if (!table || !facts?.partial || first === undefined || schema.isNew(table)) return;
  const keys = schema.partsOf(table, 'constraint').flatMap(({ facts: key }) => {
    return key?.type === 'foreign key' && key.columns?.includes(first) ? [{ ...key, columns: key.columns }] : [];
  });
  const end = schemaAtEnd(script, schema, statement.index);
  if (!end.find('table', table)?.facts?.complete) return;
  const unserved = keys.find(({ columns }) => !hasIndexOn(end, table, columns));
  if (unserved === undefined) return;
  const { columns, references } = unserved;
  const list = columns.map(quoteIdentifier).join(', ');
  report({
    message: `This index leaves out rows of ${code(shortName(table))}, so the foreign key on ${columns.map(code).join(', ')} can’t use it. Every DELETE of a row of ${code(shortName(references?.table ?? table))} reads all of ${code(shortName(table))}.`,
    unless: { table, indexOn: columns },
    help: `Where it is meant for the foreign key, let the condition be that the columns are NOT NULL, or leave it out:\nCREATE INDEX CONCURRENTLY ${quoteIdentifier(
      chosenIndexName(
        lastName(table),
        columns.map((name) => ({ name })),
      ),
    )} ON ${sqlName(table)} (${list});`,
    severity: 'info',
  });
}
