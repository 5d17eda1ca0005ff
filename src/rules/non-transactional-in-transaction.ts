import { transactionHelp, transactionWords } from '../lint/facts/transaction-words.js';
import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { display, hasOption, nodeOf, relationName } from '../sql/ast.js';
import { nonTransactional } from '../sql/non-transactional.js';
import { refused, refusedOnRows } from '../verdict/fact.js';

/** COMMIT or ROLLBACK as a statement of PL/pgSQL. */
const ENDS = /(?:^|;|\b(?:then|else|loop|begin)\b)\s*(?:commit|rollback)\s*;/i;

export default defineRule({
  id: 'non-transactional-in-transaction',
  harm: 'stops',
  summary: 'VACUUM and other maintenance commands can’t run inside a transaction',
  why: `VACUUM, DISCARD ALL, ALTER SYSTEM, CREATE and DROP DATABASE or TABLESPACE, REINDEX of a schema or database, CLUSTER of all
tables, CREATE SUBSCRIPTION and COMMIT PREPARED refuse to run inside a transaction block (SQLSTATE 25001). CONCURRENTLY has a rule of its own.`,
  fix: 'Run the statement outside BEGIN … COMMIT: in a maintenance script, or in a file that the tool runs without a transaction.',
  check(statement, context) {
    if (statement.kind === 'DoStmt' && statement.transaction.kind !== 'none' && ENDS.test(codeOf(statement.sql))) {
      context.report({
        message: `This block ends a transaction ${transactionWords(statement.transaction)}. Postgres refuses that where it is reached (SQLSTATE 2D000), and the script stops here.`,
        help: transactionHelp(statement, context),
        claim: refusedOnRows('2D000'),
      });
      return;
    }
    const special = nonTransactional(statement.node);
    if (special === undefined || special.concurrently || statement.transaction.kind === 'none') return;
    context.report({
      message: `${special.form} can’t run ${transactionWords(statement.transaction)}. Postgres refuses it, and the script stops here.`,
      help: transactionHelp(instead(statement), context),
      claim: refused('25001'),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DO $$ BEGIN\n  LOOP\n    DELETE FROM t WHERE a IN (SELECT a FROM t LIMIT 10);\n    EXIT WHEN NOT FOUND;\n    COMMIT;\n  END LOOP;\nEND $$;',
        transaction: 'per-script',
        claim: refusedOnRows('2D000'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nVACUUM (ANALYZE) t;\nCOMMIT;',
        claim: refused('25001'),
      },
      { sql: 'BEGIN;\nDISCARD ALL;\nCOMMIT;', claim: refused('25001') },
      { sql: 'REINDEX SCHEMA public;', transaction: 'per-script', claim: refused('25001') },
    ],
    good: [
      {
        sql: "DO $$ BEGIN\n  RAISE NOTICE 'done; commit;'; -- then; rollback;\nEND $$;",
        transaction: 'per-script',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DO $$ BEGIN\n  LOOP\n    DELETE FROM t WHERE a IN (SELECT a FROM t LIMIT 10);\n    EXIT WHEN NOT FOUND;\n    COMMIT;\n  END LOOP;\nEND $$;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'VACUUM (ANALYZE) t;', role: 'maintenance' },
      { setup: 'CREATE TABLE t (a int);', sql: 'BEGIN;\nANALYZE t;\nCOMMIT;' },
    ],
  },
});

/** What is written elsewhere is what vacuum-full would have there. */
function instead(statement: Statement): Statement {
  const { is_vacuumcmd: isVacuum, options, rels = [] } = nodeOf(statement.node, 'VacuumStmt') ?? {};
  if (!isVacuum || !hasOption(options, 'full')) return statement;
  const tables = rels.flatMap((item) => relationName(nodeOf(item, 'VacuumRelation')?.relation) ?? []).map(display);
  return { ...statement, sql: `VACUUM (ANALYZE)${tables.length > 0 ? ` ${tables.join(', ')}` : ''}` };
}

/** Without comments and strings. */
function codeOf(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, ' ');
}
