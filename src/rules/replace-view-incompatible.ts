import { together } from '../lint/help/together.js';
import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { ViewFacts } from '../schema/facts.js';
import { shortName } from '../schema/objects.js';
import { enumerated, sqlName } from '../schema/sql-name.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

const OR_REPLACE = /^(create)\s+or\s+replace\b/i;

export default defineRule({
  id: 'replace-view-incompatible',
  harm: 'stops',
  summary: 'CREATE OR REPLACE VIEW can’t drop, rename or move a column',
  why: `CREATE OR REPLACE VIEW keeps the view’s columns and may add others after them. Where a column is missing, has another name or
stands elsewhere, Postgres refuses it with SQLSTATE 42P16, and the script stops there.`,
  fix: `Keep the columns and add new ones at the end. To rename one, use ALTER VIEW … RENAME COLUMN. To drop one, drop the view and
create it again, with its GRANTs and its comment.`,
  statements: ['ViewStmt'],
  check(statement, context) {
    const [view] = effectsOf(statement.node);
    if (!view?.conditional || statement.conditional) return;
    const known = context.schema.find('view', view.object.name);
    const [before, after] = [known?.facts?.outputs, (view.object.facts as Partial<ViewFacts> | undefined)?.outputs];
    const lost = before && after && before.findIndex((column, at) => after[at] !== column);
    if (!before || !after || lost === undefined || lost === -1) return;
    const name = code(shortName(view.object.name));
    const [old, now] = [before[lost], after[lost]];
    const gone = before.filter((column) => !after.includes(column));
    const anew = together(
      [`DROP VIEW ${sqlName(view.object.name)};`, `${statement.sql.replace(OR_REPLACE, '$1')};`],
      context.script,
    );
    context.report({
      message: now
        ? `Postgres refuses to replace ${name}, because its column ${lost + 1} is ${code(old ?? '')} and would be ${code(now)}. The script stops here.`
        : `Postgres refuses to replace ${name}, because its column ${code(old ?? '')} would be gone. The script stops here.`,
      help: `Keep the columns ${before.map(code).join(', ')} in this order and add new ones after them. Or${gone.length > 0 ? `, when no running code reads ${enumerated(gone.map(code))} any more,` : ''} drop the view, create it anew, and repeat its GRANTs and its comment, all in one transaction:\n${anew}`,
      claim: refused('42P16'),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t;',
        sql: 'CREATE OR REPLACE VIEW v AS SELECT a FROM t;',
        claim: refused('42P16'),
      },
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a, 2 AS b;',
        sql: 'CREATE OR REPLACE VIEW v AS SELECT 1 AS a, 3 AS c, 2 AS b;',
        claim: refused('42P16'),
      },
    ],
    good: [
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a;',
        sql: 'CREATE OR REPLACE VIEW v AS SELECT 2 AS a, 3 AS b;',
      },
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a, 2 AS b;',
        sql: 'DROP VIEW v;\nCREATE OR REPLACE VIEW v AS SELECT 2 AS b, 1 AS a;',
      },
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a;',
        sql: 'ALTER VIEW v RENAME COLUMN a TO b;\nCREATE OR REPLACE VIEW v AS SELECT 1 AS b;',
      },
    ],
  },
});
