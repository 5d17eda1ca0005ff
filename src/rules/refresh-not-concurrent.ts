import type { Recipe } from '../findings/recipe.js';
import { insertAfter, keywords } from '../lint/facts/edits.js';
import { canRefreshConcurrently, type UniqueIndex, uniqueIndexOf } from '../lint/facts/refresh.js';
import { apart, slug } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { fullName, lastName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

const REFRESH = /^refresh\s+materialized\s+view/i;

export default defineRule({
  id: 'refresh-not-concurrent',
  harm: 'blocks',
  summary: 'REFRESH MATERIALIZED VIEW locks out every reader of the view',
  why: `REFRESH MATERIALIZED VIEW takes ACCESS EXCLUSIVE on the view and keeps it while its query runs and its indexes are built:
nobody reads the view until it is done.`,
  fix: `REFRESH MATERIALIZED VIEW CONCURRENTLY lets reads pass. It needs a unique index on plain columns, without WHERE, and a
view that has been filled before.`,
  statements: ['RefreshMatViewStmt'],
  check(statement, context) {
    const refresh = nodeOf(statement.node, 'RefreshMatViewStmt');
    const name = relationName(refresh?.relation);
    if (!refresh || !name || refresh.concurrent) return;
    const view = fullName(name);
    if (context.schema.isNew(view)) return;
    const able = canRefreshConcurrently(view, context.schema);
    const safe = refresh.skipData ? undefined : `REFRESH MATERIALIZED VIEW CONCURRENTLY ${sqlName(view)};`;
    const index = uniqueIndexOf(view, context.schema);
    context.report({
      message: `REFRESH MATERIALIZED VIEW takes ACCESS EXCLUSIVE on ${code(shortName(view))}. ${refresh.skipData ? 'It empties the view, and every query on it fails afterwards' : 'Every read of the view waits while its query runs'}.`,
      help: safe
        ? help(able ? undefined : index, view, safe)
        : 'Leave the view filled, or drop it once nothing reads it.',
      claim: lock('ACCESS EXCLUSIVE', view),
      // CONCURRENTLY is refused where it was never filled.
      ...(able &&
        safe &&
        !context.schema.find('materialized view', view)?.facts?.empty && {
          fixes: [
            {
              description: 'Add CONCURRENTLY',
              edits: insertAfter(statement, context.script, REFRESH, keywords(statement, ' CONCURRENTLY')),
            },
          ],
        }),
    });
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE TABLE t (a int, b int); CREATE MATERIALIZED VIEW v AS SELECT a AS "A", count(*) FROM t GROUP BY a;',
        sql: 'REFRESH MATERIALIZED VIEW v;',
        claim: lock('ACCESS EXCLUSIVE', 'public.v'),
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, b int); CREATE MATERIALIZED VIEW v AS SELECT x.b, x.id FROM t x;',
        sql: 'REFRESH MATERIALIZED VIEW v;',
        claim: lock('ACCESS EXCLUSIVE', 'public.v'),
      },
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a);',
        sql: 'REFRESH MATERIALIZED VIEW v;',
        claim: lock('ACCESS EXCLUSIVE', 'public.v'),
      },
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;',
        sql: 'REFRESH MATERIALIZED VIEW v WITH NO DATA;',
        claim: lock('ACCESS EXCLUSIVE', 'public.v'),
      },
    ],
    good: [
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON v (a);',
        sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY v;',
      },
      { sql: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a WITH NO DATA;\nREFRESH MATERIALIZED VIEW v;' },
    ],
  },
});

function help(index: UniqueIndex | undefined, view: string, safe: string): string | Recipe {
  const refresh = { name: slug('refresh', lastName(view)), sql: safe, locks: true as const };
  if (index === undefined) return `Refresh it without blocking reads:\n${safe}`;
  if (!index.isKnown) return `Refresh it without blocking reads:\n${index.sql}\n${safe}`;
  return {
    says: 'A unique index on what tells its rows apart lets it be refreshed without blocking reads.',
    steps: [apart(slug('build', lastName(index.name)), index.sql, sqlName(index.name)), refresh],
  };
}
