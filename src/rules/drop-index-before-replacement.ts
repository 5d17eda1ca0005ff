import { droppedOld } from '../lint/facts/dropped.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import { lastName, type SchemaObject, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

/** Up to the new index's name, where it isn't quoted. */
const NAME =
  /^(create\s+(?:unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?)(?:"(?:[^"]|"")+"|[\w$]+)(?=\s+on\b)/i;

export default defineRule({
  id: 'drop-index-before-replacement',
  harm: 'decision',
  summary: 'Queries have no index between the drop of the old and the build of the new one',
  why: `The script drops an index and then builds another one that begins with the same column. Until that is done, which takes
longer the more rows there are, every query that used the old index reads the whole table. If the build fails, it stays so.`,
  fix: 'Build the new index first, under another name, and drop the old one afterwards. ALTER INDEX … RENAME gives it the old name back.',
  statements: ['DropStmt'],
  roles: ['up', 'maintenance'],
  check(statement, context) {
    const { schema } = context;
    // In one transaction no other session sees the table without an index.
    if (statement.transaction.kind !== 'none') return;
    for (const object of droppedOld(statement, schema)) {
      const old = object.kind === 'index' ? schema.find('index', object.name) : undefined;
      const [first] = old?.facts?.columns ?? [];
      const next = first === undefined ? undefined : replacement(old?.table, first, statement.index, context);
      if (!next || hasAnother(old?.table, first, object.name, context)) continue;
      context.report({
        message: `This drops ${code(lastName(object.name))} before line ${next.line} builds ${next.name === object.name ? 'it anew' : code(lastName(next.name))}. Until then no index of ${code(shortName(old?.table ?? ''))} begins with ${code(first ?? '')}.`,
        help: `Build the new index first, under a name of its own, and drop the old one when it is there:\n${next.name === object.name ? next.sql.replace(NAME, (_, head: string) => `${head}${quoteIdentifier(`${lastName(next.name)}_new`)}`) : next.sql};\nDROP INDEX CONCURRENTLY ${sqlName(object.name)};`,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY i;\nCREATE INDEX CONCURRENTLY i ON t (a, b);',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);',
        sql: 'CREATE INDEX CONCURRENTLY j ON t (a, b);\nDROP INDEX CONCURRENTLY i;',
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY i;\nCREATE INDEX CONCURRENTLY j ON t (b);',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a);',
      },
      {
        setup: 'CREATE TABLE t (a int PRIMARY KEY, b int); CREATE INDEX i ON t (a, b);',
        sql: 'DROP INDEX CONCURRENTLY i;\nCREATE INDEX CONCURRENTLY j ON t (a) INCLUDE (b);',
      },
    ],
  },
});

function replacement(table: string | undefined, first: string, index: number, { script }: RuleContext) {
  for (const { node, location, sql } of script.statements.slice(index + 1)) {
    const object = nodeOf(node, 'IndexStmt') && (effectsOf(node)[0]?.object as SchemaObject<'index'> | undefined);
    if (object?.table === table && object?.facts?.columns?.[0] === first)
      return { name: object.name, line: location.line, sql };
  }
  return undefined;
}

/** An index that begins with the column stays. */
function hasAnother(
  table: string | undefined,
  first: string | undefined,
  name: string,
  { schema }: RuleContext,
): boolean {
  return schema
    .partsOf(table ?? '', 'index')
    .some((index) => index.name !== name && index.facts?.columns?.[0] === first && !index.facts?.partial);
}
