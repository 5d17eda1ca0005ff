import { expect, it } from 'vitest';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';

const grammar = await loadGrammar();

function block(sql: string) {
  const [statement] = grammar.parseScript(scriptSource('up', sql)).statements;
  return statement?.block;
}

const read = (sql: string) =>
  block(sql)?.statements.map(({ sql, location: { line, column }, conditional }) => [sql, line, column, conditional]);

it('finds each statement in its place, and knows which run under a condition', () => {
  const sql = `DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN
    CREATE TYPE mood AS ENUM ('ok');
  ELSIF true THEN DROP TABLE x;
  END IF;
  ALTER TABLE t ADD COLUMN b int; /* é */ ALTER TABLE t ADD COLUMN c int;
  BEGIN DROP TABLE y; EXCEPTION WHEN undefined_table THEN DROP TABLE z; END;
  WHILE false LOOP UPDATE t SET b = 1; END LOOP;
END $$;`;
  expect(read(sql)).toEqual([
    ["CREATE TYPE mood AS ENUM ('ok')", 4, 5, true],
    ['DROP TABLE x', 5, 19, true],
    ['ALTER TABLE t ADD COLUMN b int', 7, 3, false],
    ['ALTER TABLE t ADD COLUMN c int', 7, 43, false],
    ['DROP TABLE y', 8, 9, false],
    ['DROP TABLE z', 8, 59, true],
    ['UPDATE t SET b = 1', 9, 20, true],
  ]);
});

it('reads what EXECUTE is given as a constant', () => {
  expect(read("DO $$ BEGIN EXECUTE 'DROP TABLE x'; END $$")).toEqual([['DROP TABLE x', 1, 22, false]]);
  const built = block(
    `DO $$ BEGIN EXECUTE format('ALTER TABLE %I ' || 'ADD COLUMN %s text DEFAULT %L', 'My T', 'b', 'it''s'); END $$`,
  );
  expect(built).toMatchObject({ opaque: false });
  expect(built?.statements.map(({ sql }) => sql)).toEqual([`ALTER TABLE "My T" ADD COLUMN b text DEFAULT 'it''s'`]);
});

it.each([
  ['a statement made at run time', "DO $$ DECLARE n text := 'x'; BEGIN EXECUTE 'DROP TABLE ' || n; END $$"],
  ['another language', 'DO LANGUAGE plpython3u $$ pass $$'],
  ['a body that PL/pgSQL refuses', 'DO $$ BEGIN x $$'],
])('says that it can’t read %s', (_, sql) => {
  expect(block(sql)).toEqual({ statements: [], opaque: true });
});

it('reads a body in quotes, and takes the DO statement as its place where the text is escaped', () => {
  expect(
    read("DO LANGUAGE plpgsql 'BEGIN DROP TABLE x; PERFORM ''a''; CREATE TABLE y (z text DEFAULT ''q''); END'"),
  ).toEqual([
    ['DROP TABLE x', 1, 28, false],
    ["CREATE TABLE y (z text DEFAULT 'q')", 1, 1, false],
  ]);
});
