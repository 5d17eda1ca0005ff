import { addedColumns } from '../lint/facts/added-columns.js';
import { predicted } from '../lint/facts/predicted.js';
import { addColumn, notValid } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { fullName, shortName } from '../schema/objects.js';
import { quoteLast, sqlName } from '../schema/sql-name.js';
import { nodeOf, quoteIdentifier, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'add-column-foreign-key-with-default',
  harm: 'blocks',
  summary: 'A new column with REFERENCES and a default looks every row up while two tables are locked',
  why: `Without a default, a new column’s foreign key has nothing to check. With one, Postgres looks for the default of every
row in the referenced table, and reads the whole table for that, even for DEFAULT NULL. ACCESS EXCLUSIVE is held on the table
until it is done, and SHARE ROW EXCLUSIVE on the referenced one, which stops its writes.`,
  fix: `Add the column with its default first, then the foreign key with NOT VALID, and VALIDATE CONSTRAINT in a transaction of
its own.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const column of addedColumns(statement, context.schema)) {
      const { table, name } = column;
      const key = column.constraints.find(({ contype }) => contype === 'CONSTR_FOREIGN');
      const parent = relationName(key?.pktable);
      const written = column.constraints.some(({ contype }) => contype === 'CONSTR_DEFAULT');
      const found = written && parent ? predicted(table, context) : undefined;
      if (!found || !parent || !key) continue;
      if (!column.default) {
        context.report({
          message: `DEFAULT NULL makes Postgres check the foreign key of ${code(name)}, though there is nothing to look up. It reads all of ${code(shortName(table))} under ${found.lock}, so all its reads and writes wait.`,
          help: 'Leave DEFAULT NULL out: a new column is NULL without it, and no row is read.',
          claim: found.claim,
        });
        continue;
      }
      const alter = `ALTER TABLE ${sqlName(table)}`;
      const constraint = key.conname ? quoteIdentifier(key.conname) : quoteLast(table, `_${name}_fkey`);
      const keys = (key.pk_attrs ?? []).flatMap((node) => nodeOf(node, 'String')?.sval ?? []).map(quoteIdentifier);
      const references = `${sqlName(fullName(parent))}${keys.length > 0 ? ` (${keys.join(', ')})` : ''}`;
      context.report({
        message: `Postgres looks up the default of ${code(name)} in ${code(shortName(fullName(parent)))} for every row of ${code(shortName(table))}. It holds ${found.lock} on ${code(shortName(table))} meanwhile, so all its reads and writes wait.`,
        help: {
          says: 'Add the column with its default, which reads no row, and then the foreign key without stopping anybody.',
          steps: [
            addColumn(column),
            ...notValid(
              table,
              constraint,
              `${alter} ADD CONSTRAINT ${constraint} FOREIGN KEY (${quoteIdentifier(name)}) REFERENCES ${references} NOT VALID;`,
            ),
          ],
        },
        claim: found.claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); INSERT INTO parent VALUES (1); CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN parent_id int NOT NULL DEFAULT 1 REFERENCES parent (id);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'ALTER TABLE t ADD COLUMN parent_id int DEFAULT NULL REFERENCES parent (id);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN parent_id int REFERENCES parent;',
      },
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); INSERT INTO parent VALUES (1); CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN parent_id int DEFAULT 1;\nALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (parent_id) REFERENCES parent NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT k;',
      },
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY);',
        sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD COLUMN parent_id int DEFAULT 1 REFERENCES parent;',
      },
    ],
  },
});
