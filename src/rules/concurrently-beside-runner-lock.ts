import { runnerLock } from '../lint/facts/runner-lock.js';
import { defineRule } from '../lint/rule.js';
import { nodeOf } from '../sql/ast.js';
import { nonTransactional } from '../sql/non-transactional.js';

const TOLD = {
  'in a transaction': (tool: string, form: string) =>
    `${tool} by default holds its lock in a transaction that stays open beside the migration. ${form} waits for the end of that transaction, and the transaction for the end of the migration.`,
  'by the session': (tool: string, form: string) =>
    `When ${tool} runs twice at a time, the second run waits in a query for the first one’s lock, and ${form} waits for that query. Postgres ends one of them (40P01), and the build may leave an invalid index.`,
};

export default defineRule({
  id: 'concurrently-beside-runner-lock',
  harm: 'note',
  summary: 'The migration tool’s own lock can stop what runs CONCURRENTLY',
  why: `CREATE INDEX and REINDEX with CONCURRENTLY wait until every other query and transaction that has a snapshot has ended. A migration
tool that keeps a second run out by a lock may hold such a snapshot: a transaction that it leaves open around its lock, or a second run that
waits inside \`pg_advisory_lock\`. The build then waits for the tool, and the tool for the build. A lock that is merely held, and one
that is tried again and again (\`pg_try_advisory_lock\`), stop nothing; nor are DROP INDEX and DETACH PARTITION stopped, which wait for the table’s users alone.`,
  fix: 'Set the tool up so that it holds no such lock, or see to it that it runs only once at a time: as a step of the deployment, and not in each instance of the application when it starts.',
  roles: ['up', 'maintenance'],
  statements: ['IndexStmt', 'ReindexStmt'],
  check(statement, { migration, once, report }) {
    const special = nonTransactional(statement.node);
    if (!special?.concurrently || statement.transaction.kind !== 'none') return;
    const lock = runnerLock(migration);
    if (lock === undefined || !once()) return;
    const form = nodeOf(statement.node, 'IndexStmt') ? 'CREATE INDEX CONCURRENTLY' : 'REINDEX CONCURRENTLY';
    report({ message: TOLD[lock.held](lock.tool, form), help: lock.wayOut });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (a);',
        layout: 'flyway',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'REINDEX INDEX CONCURRENTLY i;',
        layout: 'golang-migrate',
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);', layout: 'rails' },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY i;',
        layout: 'flyway',
      },
    ],
  },
});
