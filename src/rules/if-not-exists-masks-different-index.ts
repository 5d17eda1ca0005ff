import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { IndexFacts } from '../schema/facts.js';
import { lastName, type SchemaObject, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'if-not-exists-masks-different-index',
  harm: 'decision',
  summary: 'IF NOT EXISTS finds another index of that name, and builds nothing',
  why: `IF NOT EXISTS looks at the name alone. Where an index of that name is there with other columns, without UNIQUE, or even
on another table, Postgres says that it exists, reports success, and the index that the migration is about is never built.`,
  fix: 'Give the new index a name of its own, or drop the old one by name first.',
  statements: ['IndexStmt'],
  check(statement, { schema, report }) {
    const [effect] = effectsOf(statement.node);
    if (!effect?.conditional || effect.object.kind !== 'index') return;
    const wanted = effect.object as SchemaObject<'index'>;
    const known = schema.find('index', wanted.name);
    if (!known?.facts || !wanted.facts) return;
    const moved = known.table !== wanted.table;
    // What no script shows may be the same.
    if (!moved && (known.facts.columns === undefined || same(known.facts, wanted.facts))) return;
    const name = lastName(wanted.name);
    report({
      message: moved
        ? `${code(name)} is an index of ${code(shortName(known.table ?? ''))} already. This builds nothing on ${code(shortName(wanted.table ?? ''))}, and reports success.`
        : `${code(name)} exists already and is ${inWords(known.facts)}. This builds nothing, and reports success.`,
      help: `Give the index a name of its own, or drop the other one first:\nDROP INDEX CONCURRENTLY IF EXISTS ${sqlName(wanted.name)};`,
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);',
        sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a, b);',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE INDEX i ON t (a);',
        sql: 'CREATE INDEX IF NOT EXISTS i ON u (a);',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t USING btree (a);',
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY i;\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (b);',
      },
      {
        setup:
          'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t (a int, b int); CREATE INDEX i ON app.t (a);',
        sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (b);',
      },
    ],
  },
});

function same(a: Partial<IndexFacts>, b: Partial<IndexFacts>): boolean {
  const shape = ({ columns, included, mentions, unique, partial, method }: Partial<IndexFacts>) =>
    JSON.stringify([columns, included, mentions, unique, partial, method]);
  return shape(a) === shape(b);
}

function inWords({ columns = [], unique, partial, method }: Partial<IndexFacts>): string {
  const keys = columns.map((column) => (column ? code(column) : 'an expression')).join(', ');
  return `${unique ? 'a unique index' : 'an index'} on (${keys})${method === 'btree' ? '' : ` using ${method}`}${partial ? ' with a condition' : ''}`;
}
