import { addedConstraints } from '../lint/facts/added-constraints.js';
import { predicted } from '../lint/facts/predicted.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'add-exclusion-constraint',
  harm: 'blocks',
  summary: 'A new EXCLUDE constraint locks the table for everyone, and nothing avoids it',
  why: `ADD CONSTRAINT … EXCLUDE builds its index under ACCESS EXCLUSIVE and holds every row against the others: all reads and
writes of the table wait until it is done. There is no other way to add one to a table that is there: it takes neither NOT
VALID nor USING INDEX.`,
  fix: `Plan a maintenance window that fits the table’s size. Or make a new table with the constraint, fill it in batches, keep
it in step with triggers, and swap the two tables by their names in one short transaction.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const { table, facts, name } of addedConstraints(statement)) {
      if (facts.type !== 'exclusion' || context.schema.isNew(table)) continue;
      const found = predicted(table, context);
      if (found === undefined) continue;
      context.report({
        message: `Adding the EXCLUDE constraint ${code(name)} builds its index and checks every row of ${code(shortName(table))}. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: `Run it in a maintenance window, measured on a copy of ${shortName(table)} beforehand; or build a new table with the constraint and swap the two.`,
        claim: found.claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE booking (during tstzrange);',
        sql: 'ALTER TABLE booking ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.booking'), scan('public.booking')],
      },
    ],
    good: [
      {
        sql: 'CREATE TABLE booking (during tstzrange);\nALTER TABLE booking ADD EXCLUDE USING gist (during WITH &&);',
      },
      { sql: 'CREATE TABLE booking (during tstzrange, EXCLUDE USING gist (during WITH &&));' },
    ],
  },
});
