import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../src/sql/parse.js';
import { refuse } from '../../src/sql/refuse.js';

const grammar = await loadGrammar();
const reasonOf = (sql: string) => {
  const file = { path: 'a.sql', text: sql };
  const [statement] = grammar.parseScript({ role: 'up', file, sql, transaction: 'autocommit' }).statements;
  if (statement === undefined) throw new Error('no statement');
  return refuse(statement);
};

describe('what is never sent to a server', () => {
  it.each([
    [`COPY t FROM PROGRAM 'id'`, 'runs a program'],
    [`COPY (SELECT 1) TO PROGRAM 'cat >/tmp/x'`, 'runs a program'],
    [`COPY t FROM '/etc/passwd'`, 'COPY FROM a file'],
    [`COPY t TO '/tmp/t'`, 'COPY TO a file'],
    ['COPY t FROM STDIN', 'write INSERT'],
    ['COPY t (a, b) FROM stdin WITH (FORMAT csv)', 'write INSERT'],
    ['\\i other.sql', '\\i is a command of psql'],
    ['\\copy t from x.csv', '\\copy is a command of psql'],
    ['\\! id', '\\! is a command of psql'],
  ])('%s', (sql, reason) => {
    expect(reasonOf(sql)).toContain(reason);
  });

  it.each(['SELECT 1', 'COPY t TO STDOUT', 'CREATE TABEL t ()', `DO $$ BEGIN COPY t TO '/tmp/x'; END $$`])(
    'but this is: %s',
    (sql) => {
      expect(reasonOf(sql)).toBeUndefined();
    },
  );
});
