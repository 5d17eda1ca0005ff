import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { ColumnFacts, ConstraintFacts } from '../schema/facts.js';
import { lastName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { code } from '../sql/words.js';

const MOST: Record<string, string> = { int2: '32,767', int4: '2,147,483,647' };

export default defineRule({
  id: 'short-primary-key',
  harm: 'note',
  preset: 'strict',
  summary: 'A primary key that counts up runs out of integers',
  why: `A serial or identity column of type integer ends at 2,147,483,647, also where rows are deleted and inserts fail: sequences
don’t give numbers back. At the end every INSERT fails, and widening the column writes the whole table anew.`,
  fix: 'Use bigint for keys that count up: it costs four bytes a row.',
  roles: ['up'],
  statements: ['CreateStmt'],
  check(statement, context) {
    const objects = effectsOf(statement.node).map(({ object }) => object);
    const [table] = objects;
    if (!table || context.schema.find('table', table.name) || table.name.startsWith('pg_temp.')) return;
    const keys = objects.flatMap(({ kind, facts }) => {
      const key = facts as Partial<ConstraintFacts> | undefined;
      return kind === 'constraint' && key?.type === 'primary key' ? key.columns : [];
    });
    for (const { kind, name, facts } of objects) {
      const { type, identity } = (facts ?? {}) as Partial<ColumnFacts>;
      if (kind !== 'column' || !keys.includes(lastName(name)) || !(type?.serial || identity)) continue;
      const most = MOST[type?.name ?? ''];
      if (most === undefined) continue;
      context.report({
        message: `The key ${code(shortName(name))} counts up and ends at ${most}. Then every INSERT fails, and widening it rewrites the whole table.`,
        help: `Make it a bigint from the start:\n${sqlName(lastName(name))} bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY`,
      });
    }
  },
  examples: {
    bad: [
      { sql: 'CREATE TABLE t (id serial PRIMARY KEY);' },
      { sql: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, PRIMARY KEY (id));' },
    ],
    good: [
      { sql: 'CREATE TABLE t (id bigserial PRIMARY KEY);' },
      { sql: 'CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);' },
      { sql: 'CREATE TABLE country (code int PRIMARY KEY);' },
      { sql: 'CREATE TEMP TABLE scratch (id serial PRIMARY KEY);' },
    ],
  },
});
