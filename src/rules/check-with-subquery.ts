import type { Constraint } from '@pgsql/types';
import { defineRule } from '../lint/rule.js';
import { walk } from '../sql/ast.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'check-with-subquery',
  harm: 'stops',
  summary: 'A CHECK can’t hold a query',
  why: `A CHECK sees the row that is written and nothing else. Postgres refuses one with a subquery (SQLSTATE 0A000), and the
migration stops there.`,
  fix: 'Where a value must exist in another table, add a foreign key; other conditions across rows are a trigger’s work.',
  statements: ['AlterTableStmt', 'CreateStmt', 'CreateDomainStmt', 'AlterDomainStmt'],
  check(statement, { report }) {
    walk(statement.node, (tag, body) => {
      if (tag !== 'Constraint' || (body as Constraint).contype !== 'CONSTR_CHECK') return;
      let query = false;
      walk(body, (inner) => {
        if (inner === 'SubLink') query = true;
      });
      if (!query) return;
      report({
        message: 'This CHECK holds a subquery. Postgres refuses it, and the migration stops here.',
        help: 'Use a foreign key to ask for a value that another table has, or check the condition in a trigger.',
        claim: refused('0A000'),
      });
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT known CHECK (a IN (SELECT a FROM u));',
        claim: refused('0A000'),
      },
      { sql: 'CREATE TABLE t (a int CHECK (EXISTS (SELECT 1)));', claim: refused('0A000') },
    ],
    good: [{ sql: 'CREATE TABLE t (a int CHECK (a IN (1, 2) AND a = ANY (ARRAY[1, 2])));' }],
  },
});
