// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Flyway's placeholders look so
import { describe, expect, it } from 'vitest';
import { readDump } from '../../src/migrations/dump.js';
import { LAYOUTS } from '../../src/migrations/layouts/index.js';
import { type Layout, wholeFile } from '../../src/migrations/layouts/layout.js';
import { fillPlaceholders } from '../../src/migrations/placeholders.js';
import { loadGrammar } from '../../src/sql/parse.js';

const grammar = await loadGrammar();

function fill(layoutName: string, text: string, values: Record<string, string> = {}) {
  const layout = LAYOUTS.find(({ name }) => name === layoutName);
  if (layout === undefined) throw new Error(layoutName);
  const { script, problems } = fillPlaceholders(wholeFile('up', { path: 'a.sql', text }, 'autocommit'), layout, values);
  return {
    sql: script.sql,
    said: problems.map(({ line, column, message }) => `${line}:${column} ${message.replace(/ with a value.*/, '')}`),
  };
}

describe('placeholders', () => {
  it.each<[string, string, Record<string, string>, string]>([
    ['flyway', 'SELECT * FROM ${schema}.t WHERE a = 1', { schema: 'app' }, 'SELECT * FROM app.t WHERE a = 1'],
    ['flyway', 'CREATE TABLE ${prefix}_t (a int)', { prefix: 'x' }, 'CREATE TABLE x_t (a int)'],
    ['flyway', "SELECT '${env} and more' AS a", { env: 'dev' }, "SELECT 'dev and more' AS a"],
    ['flyway', 'GRANT a TO "${role}"; SELECT 1', { role: 'me' }, 'GRANT a TO "me"; SELECT 1'],
    ['tern', 'SELECT 1 FROM {{.schema}}.t', { schema: 'app' }, 'SELECT 1 FROM app.t'],
    ['graphile-migrate', 'GRANT a TO :APP_ROLE;', { APP_ROLE: 'me' }, 'GRANT a TO me;'],
    ['sqitch', 'SET search_path TO :s, public', { s: 'application' }, 'SET search_path TO application, public'],
    ['sqitch', 'SELECT :\'name\', :"col"', { name: "o'k", col: 'c' }, "SELECT 'o''k', \"c\""],
    ['flyway', 'SELECT * FROM ${schema}.${table}_x, t', { schema: 'app', table: 'y' }, 'SELECT * FROM app.y_x, t'],
    ['flyway', 'SELECT ${x}, 1', { x: '1,\n  2' }, 'SELECT 1,\n  2, 1'],
  ])('of %s are filled: %s', (layout, text, values, expected) => {
    expect(fill(layout, text, values)).toEqual({ sql: expected, said: [] });
  });

  it('leave lines and columns those of the file, whatever their length', () => {
    const text =
      'SELECT ${a}, 1;\nSELECT ${b}; -- ${a}\n  DO $$ BEGIN SELECT ${a}; DELETE FROM t; END $$; SELEC ${b}, 2;\n';
    const layout = LAYOUTS.find(({ name }) => name === 'flyway') as Layout;
    for (const values of [
      { a: '1', b: '2' },
      { a: '12345', b: 'a_long_name' },
      { a: "'x\ny'", b: 'z\n,\nz' },
    ]) {
      const { script } = fillPlaceholders(wholeFile('up', { path: 'a.sql', text }, 'autocommit'), layout, values);
      const { statements, comments } = grammar.parseScript(script);
      const places = statements.map(({ start, end, location }) => [
        text.slice(start, end),
        `${location.line}:${location.column}-${location.endLine}:${location.endColumn}`,
      ]);
      expect(places).toEqual([
        ['SELECT ${a}, 1', '1:1-1:15'],
        ['SELECT ${b}', '2:1-2:12'],
        ['DO $$ BEGIN SELECT ${a}; DELETE FROM t; END $$', '3:3-3:49'],
        ['SELEC ${b}, 2', '3:51-3:64'],
      ]);
      expect(statements[3]?.syntaxError?.location).toMatchObject({ line: 3, column: 51 });
      expect(comments.map(({ start, line }) => [text.slice(start, start + 7), line])).toEqual([['-- ${a}', 2]]);
      expect(statements[2]?.block?.statements.map(({ location }) => location.line)).toEqual([3, 3]);
    }
  });

  it.each<[string, string, string[]]>([
    ['flyway', 'SELECT 1;\n  SELECT ${x};', ['2:10 Flyway fills `${x}`']],
    ['flyway', "-- ${x}\nSELECT '${y}';", ['2:9 Flyway fills `${y}`']],
    ['sqitch', 'SELECT a::int, b[1:2], \':x\', $$ :y $$, ":z"; -- :w', []],
    ['sqitch', 'SELECT * FROM t LIMIT :n;', ['1:23 sqitch fills `:n`']],
    ['graphile-migrate', 'SELECT a::TEXT, :lower, :X1;', ['1:25 graphile-migrate fills `:X1`']],
    ['tern', '{{ if .x }} SELECT 1; {{ end }}', ['1:1 tern fills `{{ if .x }}`', '1:23 tern fills `{{ end }}`']],
    ['goose', 'SELECT ${x}', []],
  ])('of %s that nobody knows are said: %s', (layout, text, expected) => {
    expect(fill(layout, text)).toEqual({ sql: text, said: expected });
  });

  it('have no names that every object has', () => {
    expect(fill('flyway', 'SELECT ${constructor}').said).toHaveLength(1);
  });
});

describe('a dump', () => {
  const read = (text: string) => {
    const { script, rowsLeftOut } = readDump({ path: 'dump.sql', text });
    expect(script.sql).toHaveLength(text.length);
    const { statements } = grammar.parseScript(script);
    return {
      rowsLeftOut,
      statements: statements.map(
        ({ location, sql, syntaxError }) => `${location.line} ${syntaxError ? '! ' : ''}${sql}`,
      ),
    };
  };

  it('is read without what only psql understands', () => {
    const text = [
      '\\restrict r4nd0m',
      'CREATE DATABASE shop;',
      '\\connect shop',
      "SET client_encoding = 'UTF8';",
      "COMMENT ON DATABASE shop IS 'x';",
      'CREATE TABLE public.t (a text);',
      'COPY public.t (a) FROM stdin;',
      "it's; a row",
      '\\.',
      '',
      'CREATE TABLE public.u (a text);',
      '\\unrestrict r4nd0m',
    ].join('\n');
    const expected = {
      rowsLeftOut: ['public.t'],
      statements: [
        "4 SET client_encoding = 'UTF8'",
        '6 CREATE TABLE public.t (a text)',
        '11 CREATE TABLE public.u (a text)',
      ],
    };
    expect(read(text)).toEqual(expected);
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('keeps what only looks like it', () => {
    const text = "COMMENT ON TABLE t IS 'CREATE DATABASE; COPY t FROM stdin;';\nSELECT 'x\\.y';";
    expect(read(text)).toEqual({
      rowsLeftOut: [],
      statements: text.split('\n').map((line, index) => `${index + 1} ${line.slice(0, -1)}`),
    });
    expect(read('')).toEqual({ rowsLeftOut: [], statements: [] });
  });
});
