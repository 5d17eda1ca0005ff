import { defineRule } from '../lint/rule.js';
import type { Script } from '../model.js';
import { effectsOf } from '../schema/effects/index.js';
import { nodeOf, walk } from '../sql/ast.js';
import { byteToUtf16, fileOffsets, LineMap } from '../sql/positions.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'like-underscore-wildcard',
  harm: 'decision',
  summary: 'An underscore in a LIKE pattern matches any character',
  why: `In LIKE, \`_\` stands for any one character, so \`'idx_%'\` also finds \`idxfoo\`. A validation query that selects objects
by such a prefix counts whatever else is named alike, also what this migration has nothing to do with: it can pass although
an object is missing.`,
  fix: "Name the objects that the migration makes, with `IN (…)`. Where a pattern is meant, escape the underscore: `LIKE 'idx\\_%'`.",
  roles: ['verify'],
  check(statement, context) {
    const { script } = context;
    walk(statement.node, (tag, body) => {
      if (tag !== 'A_Expr' || (body.kind !== 'AEXPR_LIKE' && body.kind !== 'AEXPR_ILIKE')) return;
      const constant = nodeOf(body.rexpr as never, 'A_Const');
      const pattern = constant?.sval?.sval;
      if (pattern === undefined || !/(?<!\\)_/.test(pattern)) return;
      const column = nodeOf(body.lexpr as never, 'ColumnRef')?.fields?.at(-1);
      const name = nodeOf(column, 'String')?.sval;
      const created = name && CATALOG_NAMES.has(name) ? createdNames(context.migration.up, name) : [];
      const location = constantLocation(script, constant?.location ?? 0);
      context.report({
        message: `${code(`LIKE '${pattern}'`)} also matches names that have nothing to do with this migration. In a pattern, _ stands for any character${pattern.endsWith('%') ? ', and % for any ending' : ''}.`,
        help:
          created.length > 0
            ? `Ask for the migration’s own objects:\n${name} IN (${created.map((own) => `'${own}'`).join(', ')})`
            : `Escape the underscore:\nLIKE '${pattern.replace(/(?<!\\)_/g, '\\_')}'`,
        ...(location && { location }),
      });
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'CREATE INDEX CONCURRENTLY idx_a ON t (a);',
        sql: "-- expect: not empty\nSELECT indexname FROM pg_indexes WHERE indexname LIKE 'idx_%';",
        role: 'verify',
      },
    ],
    good: [
      {
        sql: "-- expect: empty\nSELECT indexname FROM pg_indexes WHERE indexname LIKE 'idx\\_none%';",
        role: 'verify',
      },
      {
        sql: "-- expect: empty\nSELECT indexname FROM pg_indexes WHERE indexname IN ('idx_a');",
        role: 'verify',
      },
    ],
  },
});

const CATALOG_NAMES = new Set(['indexname', 'relname', 'indexrelname', 'tablename', 'table_name', 'conname']);

/** The names that the migration creates and that a catalog column of that name would list. */
function createdNames(up: Script, column: string): string[] {
  const kind = column.startsWith('table') ? 'table' : column === 'conname' ? 'constraint' : 'index';
  return up.statements
    .flatMap(({ node }) => effectsOf(node))
    .filter(({ change, object }) => change === 'create' && object.kind === kind)
    .map(({ object }) => object.name.split('.').at(-1) ?? '');
}

function constantLocation(script: Script, byte: number) {
  const start = byteToUtf16(script.parsedSql)(byte);
  const end = script.sql.indexOf("'", start + 1) + 1;
  if (script.sql[start] !== "'" || end === 0) return undefined;
  const inFile = fileOffsets(script);
  return LineMap.of(script.file).location(script.file.path, inFile(start), inFile(end));
}
