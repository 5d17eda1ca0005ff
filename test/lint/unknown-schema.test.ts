/** What is said where no script tells what stood before the change: a file by itself, or SQL among migrations in code. */
import { beforeAll, describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { Schema } from '../../src/schema/schema.js';
import { type Grammar, loadGrammar } from '../../src/sql/parse.js';
import { migrationOf } from '../support/examples.js';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

function rulesFor(sql: string, { partial = true, earlier = '' } = {}): string[] {
  const { migration } = migrationOf({ sql: `SET lock_timeout = '2s';\n${sql}` }, grammar);
  const before = migrationOf({ sql: earlier }, grammar).migration;
  const schema = new Schema({ partial });
  const found = lint(earlier === '' ? [migration] : [before, migration], schema, {
    rules: RULES,
    postgresVersion: null,
  });
  return found.map(({ finding }) => finding.rule);
}

describe('a script without a history', () => {
  it.each([
    ['DROP TABLE IF EXISTS orders;', 'drop-table'],
    ['DROP INDEX IF EXISTS orders_at;', 'drop-index-not-concurrent'],
    ['ALTER TABLE IF EXISTS orders ALTER COLUMN note TYPE bigint;', 'alter-column-type-rewrites'],
    ['ALTER TABLE orders DROP COLUMN IF EXISTS note;', 'drop-column'],
    ['ALTER TABLE IF EXISTS orders RENAME TO sales;', 'rename-table'],
    ['ALTER TABLE orders ALTER COLUMN note TYPE text;', 'alter-column-type-unknown'],
    ['ALTER TABLE orders SET LOGGED;', 'storage-rewrite'],
    ['ALTER TABLE orders ALTER COLUMN total SET EXPRESSION AS (a + b);', 'alter-generated-expression'],
    ['ALTER TABLE orders ADD CONSTRAINT k PRIMARY KEY USING INDEX orders_k;', 'primary-key-scans-for-null'],
    ['ALTER TABLE orders ATTACH PARTITION orders_26 FOR VALUES IN (26);', 'attach-partition-scan'],
    ['ALTER TABLE orders ADD COLUMN token text DEFAULT new_token();', 'add-column-unknown-default'],
  ])('%s is taken to be about something that is there', (sql, rule) => {
    expect(rulesFor(sql)).toContain(rule);
  });

  it.each([
    'DROP TABLE IF EXISTS orders;\nCREATE TABLE orders (id bigint PRIMARY KEY);',
    'DROP VIEW IF EXISTS v CASCADE;\nCREATE VIEW v AS SELECT 1 AS one;',
    'CREATE TABLE IF NOT EXISTS orders (id bigint PRIMARY KEY);',
  ])('%s is a script that may be run twice', (sql) => {
    const loud = RULES.filter(({ preset }) => preset !== 'strict').map(({ id }) => id);
    expect(rulesFor(sql).filter((rule) => loud.includes(rule))).toEqual([]);
  });
});

describe('the type of a new column', () => {
  const judged = (type: string, setup = '') => {
    const { migration } = migrationOf({ sql: `ALTER TABLE orders ADD COLUMN c ${type};` }, grammar);
    const before = migrationOf({ sql: `CREATE TABLE orders (id int); ${setup}` }, grammar).migration;
    const schema = new Schema({ partial: true });
    schema.replay(before.up.statements, 'baseline');
    lint([migration], schema, { rules: RULES, postgresVersion: null });
    return schema.judged.names;
  };

  it.each(['email', 'app.email[]'])('is named where no script makes it: %s', (type) => {
    expect(judged(type)).toEqual([type === 'email' ? 'public.email' : 'app.email']);
  });

  it.each([
    ['int', ''],
    ['citext', ''],
    ['numeric(10, 2)[]', ''],
    ['email', 'CREATE DOMAIN email AS text;'],
    ['email', "CREATE TYPE email AS ENUM ('a');"],
    ['orders', ''],
  ])('is known: %s', (type, setup) => {
    expect(judged(type, setup)).toEqual([]);
  });
});

describe('a history that the scripts tell', () => {
  const earlier = "CREATE TABLE other (id bigint PRIMARY KEY, state text); CREATE TYPE mood AS ENUM ('ok');";

  it('has what they say, and no more, where it is known to be whole', () => {
    expect(rulesFor('DROP TABLE IF EXISTS orders;', { partial: false })).not.toContain('drop-table');
  });

  it.each([
    ['DROP TABLE IF EXISTS orders CASCADE;', 'drop-cascade'],
    ['DROP TABLE IF EXISTS orders;', 'drop-table'],
    ['ALTER TABLE orders DROP COLUMN IF EXISTS note;', 'drop-column'],
    ['ALTER TABLE IF EXISTS orders RENAME TO sales;', 'rename-table'],
    ['DROP TYPE IF EXISTS state CASCADE;', 'drop-cascade'],
    ['ALTER TABLE orders DROP CONSTRAINT orders_pkey;', 'drop-primary-key'],
    ['ALTER TABLE orders ATTACH PARTITION orders_26 FOR VALUES IN (26);', 'attach-partition-scan'],
    [
      "BEGIN; ALTER TYPE state ADD VALUE 'lost'; UPDATE orders SET state = 'lost' WHERE id = 1; COMMIT;",
      'enum-value-used-in-same-transaction',
    ],
    [
      "BEGIN; ALTER TYPE state ADD VALUE 'lost'; INSERT INTO orders VALUES (1, 'lost'); COMMIT;",
      'enum-value-used-in-same-transaction',
    ],
    [
      "BEGIN; ALTER TYPE state ADD VALUE 'lost'; ALTER TABLE orders ALTER state SET DEFAULT 'lost'; COMMIT;",
      'enum-value-used-in-same-transaction',
    ],
    [
      "BEGIN; ALTER TYPE state ADD VALUE 'lost'; SELECT id FROM orders WHERE state IN ('new', 'lost'); COMMIT;",
      'enum-value-used-in-same-transaction',
    ],
  ])('doesn’t tell that what it never speaks of is not there: %s', (sql, rule) => {
    expect(rulesFor(sql, { earlier })).toContain(rule);
  });

  it.each([
    ['ALTER TABLE other DROP COLUMN IF EXISTS note;', 'drop-column'],
    ['DROP TABLE IF EXISTS gone;', 'drop-table', 'CREATE TABLE gone (a int); DROP TABLE gone;'],
    ['ALTER TABLE other DROP CONSTRAINT IF EXISTS other_first;', 'drop-primary-key'],
    [
      "BEGIN; ALTER TYPE mood ADD VALUE 'lost'; UPDATE other SET state = 'lost' WHERE id = 1; COMMIT;",
      'enum-value-used-in-same-transaction',
    ],
    [
      "ALTER TYPE mood ADD VALUE 'lost'; UPDATE orders SET state = 'lost' WHERE id = 1;",
      'enum-value-used-in-same-transaction',
    ],
  ])('tells what is not there by what it speaks of: %s', (sql, rule, more = '') => {
    expect(rulesFor(sql, { earlier: `${earlier}${more}` })).not.toContain(rule);
  });
});

describe('what was judged by its name alone', () => {
  const judged = (sql: string, earlier = 'CREATE TABLE other (id bigint PRIMARY KEY);') => {
    const schema = new Schema({ partial: true });
    for (const { statements } of migrationOf({ setup: earlier, sql: '' }, grammar).baseline)
      schema.replay(statements, 'baseline');
    const { migration } = migrationOf({ sql: `SET lock_timeout = '2s';\n${sql}` }, grammar);
    lint([migration], schema, { rules: RULES.filter(({ preset }) => preset !== 'strict'), postgresVersion: null });
    return schema.judged.names;
  };

  it.each([
    ['DROP TABLE IF EXISTS orders;\nALTER TABLE orders DROP COLUMN IF EXISTS note;', ['public.orders']],
    ['ALTER TABLE app.orders DROP CONSTRAINT orders_pkey;', ['app.orders']],
    ['DROP FUNCTION IF EXISTS f(int);', []],
    ['DROP TABLE IF EXISTS orders;\nCREATE TABLE orders (id bigint PRIMARY KEY);', []],
    ['ALTER TABLE other ADD COLUMN IF NOT EXISTS note text;', []],
  ])('%s', (sql, names) => {
    expect(judged(sql)).toEqual(names);
  });
});
