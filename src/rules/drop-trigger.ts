import { droppedOld } from '../lint/facts/dropped.js';
import { isKnownToBeThere } from '../lint/facts/still-called.js';
import { defineRule } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-trigger',
  harm: 'decision',
  summary: 'What a dropped trigger did is no longer done, and nothing says so',
  why: `A trigger keeps a column up to date, an audit trail, a copy, a rule that spans rows. Without it every write goes through as
before, and what the trigger did just doesn’t happen: no error, only data that drift apart. The statement takes ACCESS EXCLUSIVE on
the table.`,
  fix: `Make sure that something else does its work from then on, in the same transaction, or that nobody needs it any more. To change
a trigger use CREATE OR REPLACE TRIGGER, or drop and create it in one transaction.`,
  roles: ['up', 'maintenance'],
  statements: ['DropStmt'],
  check(statement, { schema, report }) {
    const drop = nodeOf(statement.node, 'DropStmt');
    if (drop?.removeType !== 'OBJECT_TRIGGER') return;
    for (const object of droppedOld(statement, schema)) {
      const { name, table = '' } = object;
      if (!isKnownToBeThere(object, drop.missing_ok, schema)) continue;
      report({
        message: `Once this has run, nothing does what the trigger ${code(lastName(name))} of ${code(shortName(table))} did. Writes that can do without go on, and nothing says so.`,
        help: 'Decide what does its work from then on. Where nothing has to, or something else does, silence this with that reason.',
        claim: lock('ACCESS EXCLUSIVE', table),
        // Another one of the change takes its place; or the table went with it.
        mended: (end) =>
          end.partsOf(table, 'trigger').some(({ origin }) => origin === 'change') || end.wasDropped('table', table),
      });
    }
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE TABLE t (a int); CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
        sql: 'DROP TRIGGER tr ON t;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      {
        setup:
          'CREATE TABLE t (a int); CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
        sql: 'DROP TRIGGER IF EXISTS tr ON t;\nCREATE TRIGGER other BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
      },
      {
        setup:
          'CREATE TABLE t (a int); CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
        sql: 'DROP TRIGGER tr ON t;\nDROP TABLE t;',
      },
      {
        sql: 'CREATE TABLE t (a int);\nCREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();\nDROP TRIGGER tr ON t;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'DROP TRIGGER IF EXISTS nowhere ON t;' },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
        sql: 'DROP TRIGGER tr ON t;',
        role: 'down',
      },
    ],
  },
});
