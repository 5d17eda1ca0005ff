import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../src/sql/parse.js';
import { isAboutTablespaces, tablespacesIn, withoutTablespaces } from '../../src/sql/tablespaces.js';

const grammar = await loadGrammar();

function read(sql: string) {
  const script = grammar.parseScript({
    role: 'up',
    file: { path: 'a.sql', text: sql },
    sql,
    transaction: 'autocommit',
  });
  const [statement] = script.statements;
  if (statement === undefined) throw new Error('no statement');
  return statement;
}

describe('what lies in a tablespace that is not there', () => {
  it.each([
    ['CREATE TABLE t (a int) TABLESPACE fast', ['fast'], 'CREATE TABLE t (a int)'],
    [
      'CREATE TABLE t (a int, UNIQUE (a) USING INDEX TABLESPACE "Fast") TABLESPACE slow',
      ['Fast', 'slow'],
      'CREATE TABLE t (a int, UNIQUE (a))',
    ],
    ['CREATE INDEX ON t (a) TABLESPACE Fast', ['fast'], 'CREATE INDEX ON t (a)'],
    ['CREATE MATERIALIZED VIEW v TABLESPACE fast AS SELECT 1', ['fast'], 'CREATE MATERIALIZED VIEW v AS SELECT 1'],
    ['ALTER TABLE t ADD b int, SET TABLESPACE fast', ['fast'], 'ALTER TABLE t ADD b int'],
    ['ALTER TABLE t SET TABLESPACE fast, ADD b int', ['fast'], 'ALTER TABLE t ADD b int'],
    ['ALTER TABLE t ADD b int, SET TABLESPACE fast, ADD c int', ['fast'], 'ALTER TABLE t ADD b int , ADD c int'],
    [
      `CREATE TABLE t (a text DEFAULT 'x TABLESPACE fast' /* TABLESPACE fast */)`,
      [],
      `CREATE TABLE t (a text DEFAULT 'x TABLESPACE fast' /* TABLESPACE fast */)`,
    ],
    ['CREATE TABLE t (tablespace text)', [], 'CREATE TABLE t (tablespace text)'],
  ])('%s', (sql, names, without) => {
    expect(tablespacesIn(read(sql))).toEqual(names);
    const sent = withoutTablespaces(sql, new Set(names));
    expect(sent).toHaveLength(sql.length);
    expect(sent.replaceAll(/\s+/g, ' ').replaceAll(' )', ')').trim()).toBe(without);
    expect(read(sent).syntaxError).toBeUndefined();
    expect(withoutTablespaces(sql, new Set(['another']))).toBe(sql);
  });

  it.each([
    ["CREATE TABLESPACE fast LOCATION '/x'", true],
    ['SET default_tablespace = fast', true],
    ['ALTER TABLE t SET TABLESPACE fast', true],
    ['ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b', true],
    ['GRANT CREATE ON TABLESPACE fast TO app', true],
    ['DROP TABLESPACE fast', true],
    ['ALTER TABLE t ADD b int, SET TABLESPACE fast', false],
    ['CREATE TABLE t (a int) TABLESPACE fast', false],
    ['SET search_path = app', false],
  ])('%s is about nothing else: %s', (sql, about) => {
    expect(isAboutTablespaces(read(sql).node)).toBe(about);
  });
});
