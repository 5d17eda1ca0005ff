/** Which CHECKs say that the values fit into a narrower type. */
import { expect, it } from 'vitest';
import { conditionSql, fitting, isChecked } from '../../../src/lint/facts/fits.js';
import { Schema } from '../../../src/schema/schema.js';
import { loadGrammar } from '../../../src/sql/parse.js';

const grammar = await loadGrammar();

function typesOf(from: string, to: string, check: string) {
  const sql = `CREATE TABLE t (a ${from}, b ${to}, CONSTRAINT c CHECK (${check}));`;
  const { statements } = grammar.parseScript({
    role: 'up',
    file: { path: 'x.sql', text: sql },
    sql,
    transaction: 'autocommit',
  });
  const schema = new Schema();
  schema.replay(statements, 'baseline');
  const type = (name: string) => schema.find('column', `public.t.${name}`)?.facts?.type;
  const [own, other] = [type('a'), type('b')];
  if (!other) throw new Error(`no type in ${sql}`);
  return { schema, needed: fitting('a', own, other) };
}

it.each([
  ['varchar(20)', 'varchar(10)', 'length(a) <= 10', true],
  ['text', 'char(10)', "octet_length((a)::text) = 10 AND a <> ''", true],
  ['text', 'varchar(10)', 'length(a) < 12', false],
  ['text', 'varchar(10)', 'length(a) <= 10 OR a IS NULL', false],
  ['text', 'varchar(10)', 'length(b) <= 10', false],
  ['text', 'varchar(10)', 'length(a) >= 3', false],
  ['bigint', 'int', 'a >= -5 AND a <= 2147483647', true],
  ['bigint', 'int', 'a < 2147483648', false],
  ['bigint', 'smallint', 'a BETWEEN -32768 AND 32767', true],
  ['int', 'smallint', 'a BETWEEN -32769 AND 32767', false],
  ['numeric', 'numeric(5, 2)', 'abs(a) < 1000 AND a = round(a, 2)', true],
  ['numeric', 'numeric(5, 2)', 'abs(a) <= 1000 AND a = round(a, 2)', false],
  ['numeric', 'numeric(5, 2)', 'abs(a) < 1000 AND a = round(a, 3)', false],
])('%s to %s with %s: %s', (from, to, check, said) => {
  const { schema, needed } = typesOf(from, to, check);
  expect(needed && isChecked(needed, 'public.t', schema)).toBe(said);
  // What is asked for says it itself.
  const again = typesOf(from, to, conditionSql(needed ?? []));
  expect(isChecked(again.needed ?? [], 'public.t', again.schema)).toBe(true);
});

it.each([
  ['timestamptz', 'date'],
  ['double precision', 'int'],
  ['varchar(20)[]', 'varchar(10)[]'],
])('%s to %s has no such condition', (from, to) => {
  expect(typesOf(from, to, 'true').needed).toBeUndefined();
});
