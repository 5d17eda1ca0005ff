import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../src/schema/effects/index.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';

const grammar = await loadGrammar();

/** `+` creates, `-` drops; `?` where it may do nothing; `< x` for what it was called. */
const effects = (sql: string) =>
  grammar
    .parseScript(scriptSource('up', sql))
    .statements.flatMap(({ node }) => effectsOf(node))
    .filter(({ change, implied }) => change !== 'alter' && !implied)
    .map(({ change, object: { kind, name, table }, conditional, was }) => {
      const sign = change === 'create' ? '+' : '-';
      return `${sign}${conditional ? '?' : ''} ${kind} ${name}${table ? ` of ${table}` : ''}${was ? ` < ${was.name}` : ''}`;
    });

describe('the effects of a statement', () => {
  it.each<[string, string[]]>([
    ['CREATE TABLE t (a int)', ['+ table public.t']],
    ['CREATE TABLE IF NOT EXISTS Staging.Users (a int)', ['+? table staging.users']],
    ['CREATE TABLE "Staging"."My Users" (a int)', ['+ table Staging.My Users']],
    ['CREATE TABLE p1 PARTITION OF p DEFAULT', ['+ table public.p1']],
    ['CREATE TABLE t AS SELECT 1', ['+ table public.t']],
    ['SELECT 1 AS a INTO s.t', ['+ table s.t']],
    ['SELECT 1', []],
    ['CREATE MATERIALIZED VIEW IF NOT EXISTS v AS SELECT 1', ['+? materialized view public.v']],
    ['CREATE FOREIGN TABLE t (a int) SERVER s', ['+ foreign table public.t']],
    ['CREATE INDEX i ON s.t (a)', ['+ index s.i of s.t']],
    ['CREATE INDEX CONCURRENTLY IF NOT EXISTS "I" ON t (a)', ['+? index public.I of public.t']],
    ['CREATE INDEX ON t (a, lower(b))', ['+ index public.t_a_lower_idx of public.t']],
    ['CREATE VIEW v AS SELECT 1', ['+ view public.v']],
    ['CREATE OR REPLACE VIEW v AS SELECT 1', ['+? view public.v']],
    ['CREATE SEQUENCE s.q', ['+ sequence s.q']],
    ["CREATE TYPE s.mood AS ENUM ('a')", ['+ type s.mood']],
    ['CREATE TYPE r AS RANGE (subtype = int)', ['+ type public.r']],
    ['CREATE TYPE c AS (a int)', ['+ type public.c']],
    ['CREATE DOMAIN d AS int', ['+ domain public.d']],
    ['CREATE FUNCTION s.f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$', ['+ function s.f']],
    ['CREATE OR REPLACE PROCEDURE p() LANGUAGE sql AS $$ SELECT 1 $$', ['+? function public.p']],
    ['CREATE SCHEMA IF NOT EXISTS app', ['+? schema app']],
    ['CREATE EXTENSION IF NOT EXISTS citext', ['+? extension citext']],
    ['CREATE TRIGGER g BEFORE INSERT ON s.t FOR EACH ROW EXECUTE FUNCTION f()', ['+ trigger s.t.g of s.t']],
    ['CREATE POLICY y ON t', ['+ policy public.t.y of public.t']],
    [
      'ALTER TABLE t ADD a int, ADD COLUMN IF NOT EXISTS b int, DROP c, DROP COLUMN IF EXISTS d',
      [
        '+ column public.t.a of public.t',
        '+? column public.t.b of public.t',
        '- column public.t.c of public.t',
        '-? column public.t.d of public.t',
      ],
    ],
    [
      'ALTER TABLE s.t ADD CONSTRAINT c CHECK (a > 0), DROP CONSTRAINT IF EXISTS d, ALTER a SET NOT NULL',
      ['+ constraint s.t.c of s.t', '-? constraint s.t.d of s.t'],
    ],
    ['ALTER TABLE t ADD CONSTRAINT c PRIMARY KEY USING INDEX i', ['+ constraint public.t.c of public.t']],
    ['DROP TABLE a, s.b CASCADE', ['- table public.a', '- table s.b']],
    ['DROP INDEX CONCURRENTLY IF EXISTS s."I"', ['-? index s.I']],
    ['DROP VIEW v; DROP MATERIALIZED VIEW w', ['- view public.v', '- materialized view public.w']],
    ['DROP FUNCTION s.f(int), g', ['- function s.f', '- function public.g']],
    ['DROP TYPE s.mood; DROP DOMAIN d', ['- type s.mood', '- domain public.d']],
    ['DROP SCHEMA app CASCADE; DROP EXTENSION IF EXISTS citext', ['- schema app', '-? extension citext']],
    ['DROP TRIGGER g ON s.t; DROP POLICY y ON t', ['- trigger s.t.g of s.t', '- policy public.t.y of public.t']],
    ['ALTER TABLE s.a RENAME TO b', ['+ table s.b < s.a', '- table s.a']],
    ['ALTER INDEX IF EXISTS i RENAME TO j', ['+? index public.j < public.i', '-? index public.i']],
    ['ALTER TYPE s.a RENAME TO b', ['+ type s.b < s.a', '- type s.a']],
    ['ALTER SCHEMA a RENAME TO b', ['+ schema b < a', '- schema a']],
    [
      'ALTER TABLE t RENAME a TO b',
      ['+ column public.t.b of public.t < public.t.a', '- column public.t.a of public.t'],
    ],
    [
      'ALTER TABLE t RENAME CONSTRAINT a TO b',
      ['+ constraint public.t.b of public.t < public.t.a', '- constraint public.t.a of public.t'],
    ],
    ['ALTER TABLE t SET SCHEMA app', ['+ table app.t < public.t', '- table public.t']],
    ['ALTER TABLE t ALTER a TYPE bigint', []],
    ['INSERT INTO t VALUES (1)', []],
    ['DO $$ BEGIN DROP TABLE t; END $$', []],
    ['SELEC 1', []],
  ])('%s', (sql, expected) => {
    expect(effects(sql)).toEqual(expected);
  });
});
