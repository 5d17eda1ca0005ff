import { limitFor } from '../lint/help/limit.js';
import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import { shortName } from '../schema/objects.js';
import { timeoutMs } from '../schema/session.js';
import { enumerated, sqlName } from '../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-table-locks-referenced',
  harm: 'decision',
  summary: 'DROP TABLE locks the tables that its foreign keys reference',
  why: `A foreign key lives on both tables: its triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there.
Dropping a small table that nobody uses then stops every read and write of the busy one that it points to, for as long as
the lock is waited for and the transaction lasts. The same goes for the rollback of a CREATE TABLE with a foreign key.`,
  fix: `Set a short lock_timeout before it, so that a wait behind a long query ends soon, and try again. Where a table
references several busy ones, drop its foreign keys first, each in a transaction of its own.`,
  statements: ['DropStmt'],
  check(statement, context) {
    const { schema, session } = context;
    if (nodeOf(statement.node, 'DropStmt')?.removeType !== 'OBJECT_TABLE' || timeoutMs(session, 'lock_timeout')) return;
    for (const { object } of effectsOf(statement.node)) {
      const keys = schema.partsOf(object.name, 'constraint').flatMap(({ name, facts }) => {
        const parent = facts?.references?.table;
        return parent && parent !== object.name && !schema.isNew(parent) ? [{ name, parent }] : [];
      });
      const [parent] = keys.map((key) => key.parent);
      if (parent === undefined) continue;
      const parents = [...new Set(keys.map((key) => code(shortName(key.parent))))];
      const drops = keys.map(({ name }) => {
        const own = quoteIdentifier(name.slice(object.name.length + 1));
        return `ALTER TABLE ${sqlName(object.name)} DROP CONSTRAINT ${own};`;
      });
      context.report({
        message: `Dropping ${code(shortName(object.name))} also takes ACCESS EXCLUSIVE on ${enumerated(parents)}, where its foreign keys point. While it waits, every read and write of ${parents.length > 1 ? 'these tables' : 'that table'} waits behind it.`,
        help:
          parents.length > 1
            ? `Limit the wait, and drop one foreign key in each transaction before the table goes:\nSET lock_timeout = '2s';\n${drops.join('\n')}\n${statement.sql};`
            : `Limit the wait, and try again when it is too long:\n${limitFor(statement, context.script)}\n${statement.sql};`,
        claim: lock('ACCESS EXCLUSIVE', parent),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
        sql: 'DROP TABLE child;',
        claim: lock('ACCESS EXCLUSIVE', 'public.parent'),
      },
      {
        setup: 'CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY);',
        up: 'CREATE TABLE child (a int REFERENCES a, b int REFERENCES b);',
        sql: 'DROP TABLE child;',
        role: 'down',
        claim: lock('ACCESS EXCLUSIVE', 'public.a'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
        sql: "SET lock_timeout = '2s';\nDROP TABLE child;",
      },
      { setup: 'CREATE TABLE tree (id int PRIMARY KEY, up int REFERENCES tree);', sql: 'DROP TABLE tree;' },
      {
        sql: 'CREATE TABLE parent (id int PRIMARY KEY);\nCREATE TABLE child (parent_id int REFERENCES parent);\nDROP TABLE child;',
      },
    ],
  },
});
