import { defineRule } from '../lint/rule.js';
import { fullName, lastName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { listName, nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-index-backing-constraint',
  harm: 'stops',
  summary: 'The index of a constraint can’t be dropped by itself',
  why: `A primary key, a UNIQUE and an EXCLUDE constraint live on their index, and a foreign key on the unique index of the
columns that it references. Postgres refuses to drop such an index (SQLSTATE 2BP01), with CASCADE and CONCURRENTLY as well,
and the script stops there.`,
  fix: 'Drop the constraint: the index goes with it.',
  statements: ['DropStmt'],
  check(statement, { schema, report }) {
    const drop = nodeOf(statement.node, 'DropStmt');
    if (drop?.removeType !== 'OBJECT_INDEX' || (drop.concurrent && statement.transaction.kind !== 'none')) return;
    for (const object of drop.objects ?? []) {
      const name = listName(object);
      const index = name && schema.find('index', fullName(name));
      const constraint = index?.facts?.constraint;
      if (!index?.table || !constraint) continue;
      report({
        message: `Postgres refuses to drop ${code(lastName(index.name))}, because the constraint ${code(constraint)} of ${code(shortName(index.table))} rests on it. The script stops here.`,
        help: `Drop the constraint; its index goes with it:\nALTER TABLE ${sqlName(index.table)} DROP CONSTRAINT ${quoteIdentifier(constraint)};`,
        claim: refused('2BP01'),
      });
      return;
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY);',
        sql: 'DROP INDEX t_pkey;',
        claim: refused('2BP01'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE (a);',
        sql: 'DROP INDEX IF EXISTS once CASCADE;',
        role: 'down',
        claim: refused('2BP01'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a); ALTER TABLE t ADD UNIQUE USING INDEX i;',
        sql: 'DROP INDEX CONCURRENTLY i;',
        claim: refused('2BP01'),
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (id int PRIMARY KEY);', sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;' },
      {
        setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY i;',
      },
      {
        setup: 'CREATE TABLE t (a int CONSTRAINT i UNIQUE);',
        sql: 'ALTER TABLE t DROP CONSTRAINT i;\nDROP INDEX IF EXISTS i;',
      },
    ],
  },
});
