import { addedConstraints, addStatement, notValidFix } from '../lint/facts/added-constraints.js';
import { waiters } from '../lint/facts/held.js';
import { predicted } from '../lint/facts/predicted.js';
import { notValid } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import type { ConstraintFacts } from '../schema/facts.js';
import { hasValidKey } from '../schema/footprint/foreign-keys.js';
import { isPartitioned, treeOf } from '../schema/footprint/touch.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { enumerated } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { has } from '../sql/versions.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'foreign-key-without-not-valid',
  harm: 'blocks',
  summary: 'A new foreign key blocks writes to both tables while every row is checked',
  why: `ADD FOREIGN KEY takes SHARE ROW EXCLUSIVE on the table and on the one that it references, and keeps both while it
looks up every row that is there: INSERT, UPDATE and DELETE wait on both tables. Reads go on.`,
  fix: `Add the constraint NOT VALID: new rows are checked from then on, the old ones are not read. Then VALIDATE CONSTRAINT
in a transaction of its own: it reads every row under SHARE UPDATE EXCLUSIVE, which lets reads and writes pass. A
partitioned table takes NOT VALID only since PostgreSQL 18; before, add the key to each partition this way first.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema, postgresVersion } = context;
    for (const added of addedConstraints(statement)) {
      const { table, facts } = added;
      if (facts.type !== 'foreign key' || !facts.validated || schema.isNew(table)) continue;
      const found = predicted(table, context);
      if (found === undefined || isTakenOver(table, facts, schema)) continue;
      const parent = facts.references?.table ?? table;
      const tables = [...new Set([table, ...(schema.isNew(parent) ? [] : [parent])])].map((one) =>
        code(shortName(one)),
      );
      const partitions =
        isPartitioned(table, schema) && !has('notValidForeignKeyOfPartitioned', postgresVersion, 'as oldest');
      context.report({
        message: `Adding the foreign key ${code(added.name)} checks every row of ${code(shortName(table))}. It holds ${found.lock} on ${enumerated(tables)} meanwhile, so ${waiters(found)} wait.`,
        help: partitions
          ? `Before PostgreSQL 18 a partitioned table refuses NOT VALID. Add the same foreign key to each partition NOT VALID, validate each one, and run this statement last: it then takes over what the partitions have without reading their rows, with ACCESS EXCLUSIVE on ${shortName(parent)} for a moment.`
          : {
              says: 'Add it unchecked, and have the rows checked beside all traffic.',
              steps: notValid(table, quoteIdentifier(added.name), addStatement(added, statement, ' NOT VALID')),
            },
        claim: found.claim,
        ...(!partitions && { fixes: notValidFix(added, statement, context) }),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE customers (id int PRIMARY KEY); CREATE TABLE orders (customer_id int);',
        sql: 'ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers;',
        claim: [lock('SHARE ROW EXCLUSIVE', 'public.orders'), scan('public.orders')],
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE SCHEMA app; CREATE TABLE app."Child" (p int, n int);',
        sql: 'BEGIN;\nALTER TABLE ONLY app."Child" ADD FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE, ADD COLUMN m int;\nCOMMIT;',
        claim: [lock('ACCESS EXCLUSIVE', 'app.Child'), scan('app.Child')],
      },
      {
        setup: 'CREATE TABLE tree (id int PRIMARY KEY, up int);',
        sql: 'ALTER TABLE tree ADD FOREIGN KEY (up) REFERENCES tree;',
        claim: [lock('SHARE ROW EXCLUSIVE', 'public.tree'), scan('public.tree')],
      },
      {
        setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1);`,
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
        claim: lock('SHARE ROW EXCLUSIVE', 'public.c'),
      },
      {
        setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1); CREATE TABLE c2 PARTITION OF c FOR VALUES IN (2);
ALTER TABLE c1 ADD FOREIGN KEY (p) REFERENCES p;`,
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
        claim: lock('SHARE ROW EXCLUSIVE', 'public.c'),
      },
      {
        setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1); ALTER TABLE c1 ADD FOREIGN KEY (p) REFERENCES p;`,
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p ON DELETE CASCADE;',
        claim: lock('SHARE ROW EXCLUSIVE', 'public.c'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
        sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c VALIDATE CONSTRAINT f;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY);',
        sql: 'CREATE TABLE c (p int);\nALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
        sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT ENFORCED;',
        postgres: { from: 18 },
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY);',
        sql: 'ALTER TABLE IF EXISTS missing ADD FOREIGN KEY (p) REFERENCES p;',
      },
      {
        setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1);`,
        sql: 'ALTER TABLE c1 ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c1 VALIDATE CONSTRAINT f;',
      },
      {
        setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1);`,
        sql: 'ALTER TABLE c1 ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;\nALTER TABLE c1 VALIDATE CONSTRAINT f;\nALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p;',
      },
    ],
  },
});

/** Every partition has the key, checked: then no row is read. */
function isTakenOver(table: string, key: ConstraintFacts, schema: Schema): boolean {
  const leaves = treeOf(table, schema).filter((one) => one !== table && !isPartitioned(one, schema));
  return leaves.length > 0 && leaves.every((leaf) => hasValidKey(leaf, key, schema));
}
