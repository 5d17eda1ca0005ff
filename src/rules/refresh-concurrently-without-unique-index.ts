import { canRefreshConcurrently, uniqueIndexOf } from '../lint/facts/refresh.js';
import { defineRule } from '../lint/rule.js';
import { fullName, shortName } from '../schema/objects.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'refresh-concurrently-without-unique-index',
  harm: 'stops',
  summary: 'REFRESH … CONCURRENTLY is refused without a unique index',
  why: `To find the rows that changed, Postgres compares the old and the new content by a unique index on plain columns, without a
WHERE clause. Where the view has none, the statement fails with SQLSTATE 55000, and the script stops there.`,
  fix: 'Create a unique index on the columns that tell the view’s rows apart.',
  statements: ['RefreshMatViewStmt'],
  check(statement, context) {
    const refresh = nodeOf(statement.node, 'RefreshMatViewStmt');
    const name = relationName(refresh?.relation);
    if (!refresh?.concurrent || !name) return;
    const view = fullName(name);
    if (canRefreshConcurrently(view, context.schema) !== false) return;
    context.report({
      message: `Postgres refuses REFRESH MATERIALIZED VIEW CONCURRENTLY, because ${code(shortName(view))} has no unique index on plain columns. The script stops here.`,
      help: `Create one first, outside a transaction:\n${uniqueIndexOf(view, context.schema).sql}`,
      claim: refused('55000'),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE INDEX i ON v (a);',
        sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY v;',
        claim: refused('55000'),
      },
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a) WHERE a > 0;',
        sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY v;',
        claim: refused('55000'),
      },
    ],
    good: [
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a);',
        sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY v;',
      },
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;',
        sql: 'CREATE UNIQUE INDEX i ON v (a);\nREFRESH MATERIALIZED VIEW CONCURRENTLY v;',
      },
    ],
  },
});
