/** The trigger that copies a column fires after all others, whatever they are called. */
import { expect, it } from 'vitest';
import { lastTrigger } from '../../src/lint/help/last-trigger.js';
import { RULES } from '../../src/lint/registry.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { lintExample } from '../support/examples.js';

const grammar = await loadGrammar();
const ANY = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";
const on = (table: string, ...triggers: string[]) =>
  triggers.map(
    (name) => `CREATE TRIGGER "${name}" BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION f();`,
  );

function nameFor(sql: string, partial = false): string {
  const file = { path: 'x.sql', text: sql };
  const { statements } = grammar.parseScript({ role: 'up', file, sql, transaction: 'autocommit' });
  const schema = new Schema({ partial });
  schema.replay(statements, 'baseline');
  return lastTrigger('public.t', 't_a_new', schema).own.replaceAll('"', '');
}

const PARTITIONED =
  'CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE p PARTITION OF t FOR VALUES IN (1) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1);';

it.each([
  ['t_touch', on('t', 't_touch')],
  ['zz_z', on('t', 'a', 'zz_z')],
  ['zzzzzz', on('t', 'zzzzzz')],
  ['~', on('t', '~', 'ä')],
  ['\u{1f600}'.repeat(15), on('t', '\u{1f600}'.repeat(15))],
])('%s', (last, triggers) => {
  const name = nameFor(['CREATE TABLE t (a int);', ANY, ...triggers].join('\n'));
  expect(Buffer.compare(Buffer.from(name), Buffer.from(last))).toBe(1);
  expect(Buffer.byteLength(name)).toBeLessThan(64);
});

it('sees the triggers of partitions', () => {
  expect(nameFor([PARTITIONED, ANY, ...on('q', 'zz_u')].join('\n'))).toBe('zzzz_t_a_new');
});

it('has the plain name where there is no other, and all are known', () => {
  expect(nameFor('CREATE TABLE t (a int);')).toBe('t_a_new');
  expect(nameFor('CREATE TABLE t (a int);', true)).toBe('zz_t_a_new');
});

it.each([
  ['alter-column-type-rewrites', 'ALTER TABLE t ALTER COLUMN a TYPE bigint;'],
  ['rename-column', 'ALTER TABLE t RENAME COLUMN a TO c;'],
  ['add-column-generated-stored', 'ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a + 1) STORED;'],
])('%s', (rule, sql) => {
  const setup = ['CREATE TABLE t (a int);', ANY, ...on('t', 'zz_touch')].join('\n');
  const found = lintExample({ setup, sql }, RULES, grammar).find(({ finding }) => finding.rule === rule);
  expect(found?.finding.help).toMatch(/CREATE TRIGGER zzzz_t_\w+ BEFORE INSERT OR UPDATE ON t /);
});
