import { alterCommands } from '../lint/facts/alter-table.js';
import { predicted } from '../lint/facts/predicted.js';
import { limitFor } from '../lint/help/limit.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { timeoutMs } from '../schema/session.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-foreign-key-locks-referenced',
  harm: 'decision',
  summary: 'Dropping a foreign key locks the table that it references',
  why: `A foreign key lives on both tables: its triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there
as well. Dropping the key of a small table, or the column that it stands on, then stops every read and write of the busy
table that it points to while the lock is waited for.`,
  fix: 'Set a short lock_timeout before it, so that a wait behind a long query ends soon, and try again.',
  statements: ['AlterTableStmt'],
  check(statement, context) {
    const { schema, session, report } = context;
    if (timeoutMs(session, 'lock_timeout')) return;
    for (const { table, subtype, command } of alterCommands(statement)) {
      const dropped = schema.partsOf(table, 'constraint').filter(({ name, facts }) => {
        if (subtype === 'AT_DropConstraint') return name === `${table}.${command.name}`;
        return subtype === 'AT_DropColumn' && (facts?.columns?.includes(command.name ?? '') ?? false);
      });
      for (const { name, facts } of dropped) {
        const parent = facts?.references?.table;
        // Who only looks into a new parent does so through this key, and waits for its table anyway.
        const found =
          parent && parent !== table && !schema.isNew(parent, 'SHARE') ? predicted(parent, context) : undefined;
        if (!parent || found?.lock !== 'ACCESS EXCLUSIVE') continue;
        report({
          message: `The foreign key ${code(name.slice(table.length + 1))} points to ${code(shortName(parent))}, so this takes ${found.lock} there, too. While it waits, every read and write of ${code(shortName(parent))} waits behind it.`,
          help: `Limit the wait, and try again when it is too long:\n${limitFor(statement, context.script)}\n${statement.sql};`,
          claim: found.claim,
        });
      }
    }
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (p int, CONSTRAINT f FOREIGN KEY (p) REFERENCES parent);',
        sql: 'ALTER TABLE child DROP CONSTRAINT f;',
        claim: lock('ACCESS EXCLUSIVE', 'public.parent'),
      },
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (p int REFERENCES parent, n int);',
        sql: 'ALTER TABLE child DROP COLUMN p;',
        claim: lock('ACCESS EXCLUSIVE', 'public.parent'),
      },
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (p int);',
        up: 'ALTER TABLE child ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES parent NOT VALID;',
        sql: 'ALTER TABLE IF EXISTS child DROP CONSTRAINT IF EXISTS f;',
        role: 'down',
        claim: lock('ACCESS EXCLUSIVE', 'public.parent'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (p int REFERENCES parent);',
        sql: "SET lock_timeout = '2s';\nALTER TABLE child DROP CONSTRAINT child_p_fkey;",
      },
      {
        setup: 'CREATE TABLE tree (id int PRIMARY KEY, up int REFERENCES tree);',
        sql: 'ALTER TABLE tree DROP CONSTRAINT tree_up_fkey;',
      },
      {
        setup: 'CREATE TABLE child (p int, CONSTRAINT positive CHECK (p > 0));',
        sql: 'CREATE TABLE parent (id int PRIMARY KEY);\nALTER TABLE child ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES parent NOT VALID;\nALTER TABLE child DROP CONSTRAINT f, DROP CONSTRAINT positive;',
      },
    ],
  },
});
