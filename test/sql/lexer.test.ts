import fc from 'fast-check';
import { loadModule, parseSync } from 'libpg-query';
import { describe, expect, it } from 'vitest';
import { lex, type Range } from '../../src/sql/lexer.js';
import { byteToUtf16 } from '../../src/sql/positions.js';
import { expectLinear } from '../support/growth.js';

await loadModule();

const texts = (sql: string, ranges: Range[]) => ranges.map(({ start, end }) => sql.slice(start, end));
const statements = (sql: string) => texts(sql, lex(sql).statements);

/** Where the grammar itself ends its statements. */
function grammarEnds(sql: string): number[] {
  const toUtf16 = byteToUtf16(sql);
  return (parseSync(sql).stmts ?? []).map(({ stmt_location = 0, stmt_len = 0 }) => {
    return stmt_len === 0 ? -1 : toUtf16(stmt_location + stmt_len);
  });
}

/** The same of our split: the offset of each statement's semicolon; -1 where it has none. */
function ourEnds(sql: string): number[] {
  const { statements: found, comments } = lex(sql);
  return found.map(({ end }) => {
    let at = end;
    for (;;) {
      while (/[ \t\r\n\f\v]/.test(sql[at] ?? '')) at++;
      const comment = comments.find(({ start }) => start === at);
      if (!comment) return sql[at] === ';' ? at : -1;
      at = comment.end;
    }
  });
}

/** Each is one statement, whatever semicolons it holds. */
const ONE = [
  'SELECT 1',
  "SELECT 'a;b', 'it''s; fine'",
  "SELECT 'back\\'",
  "SELECT E'it\\'s; here', e'\\\\'",
  'SELECT U&\'d\\0061t;a\', U&"d\\0061;"',
  "SELECT N'x;', B'101', X'1F'",
  'SELECT "a;b", "say ""so;""" FROM "t;"',
  'SELECT $$a;b$$',
  'SELECT $x$ $$ ; $y$ $x$',
  'SELECT $漢$ ; $漢$, $_1$ ; $ $_1$',
  'SELECT a$b$c, 1 FROM d$e',
  'SELECT 1 AS a😀$b$, $b$ ; $b$',
  'SELECT $1, $2',
  'SELECT 1 /* ; /* ; */ ; */ + 2',
  'SELECT 1 -- ; not here\n+ 2',
  'SELECT 1 -- ; not here\r+ 2',
  'SELECT 4 /*/ ; */ * 2',
  "SELECT a->>'x;', a#>>'{b;}', a @> '{}', a ?| ARRAY['x;'], a <-> b, - -1, @ -5 FROM t",
  'SELECT 5 / 2, 5 % 2, (1 - -1), a*-1 FROM t',
  "SELECT 'é;', '漢;' AS \"😀;\"",
  "SELECT 'a'\n'b;'",
  'CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b)',
  'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; SELECT 2; $$',
  'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END',
  'CREATE OR REPLACE PROCEDURE p(a int) BEGIN ATOMIC INSERT INTO t VALUES (CASE WHEN a > 1 THEN 2 ELSE 3 END); SELECT CASE a WHEN 1 THEN CASE WHEN true THEN 1 END END; END',
  'CREATE FUNCTION f() RETURNS int begin atomic SELECT "end", begin FROM t; end',
  'CREATE FUNCTION f() RETURNS int BEGIN /* ; */ ATOMIC END',
  'CREATE TABLE atomic (begin int, "end" int)',
  'BEGIN',
  'END',
  'COMMIT AND CHAIN',
  "DO $do$ BEGIN EXECUTE 'x;'; END; $do$",
  'COPY t FROM STDIN',
  'CREATE TABLE été (naïve text DEFAULT \'x;\', "漢字" int)',
];

const SEPARATORS = [
  ';',
  ';\n',
  ' ;\r\n',
  ';;',
  '; -- after; all\n',
  '\n/* ; */;\n',
  ';\t\f\v ',
  '\n-- it\'s\n;\n"'.slice(0, -1),
];

describe('the split into statements', () => {
  it.each(ONE)('keeps one statement whole: %s', (sql) => {
    expect(statements(sql)).toEqual([sql]);
    expect(statements(`${sql};${sql};`)).toEqual([sql, sql]);
    expect(parseSync(`${sql};`).stmts).toHaveLength(1);
  });

  it('is the grammar’s own, for any order, separators and comments', () => {
    const part = fc.tuple(fc.constantFrom(...ONE), fc.constantFrom(...SEPARATORS));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.constantFrom(...ONE, ''), (parts, last) => {
        const sql = parts.flat().join('') + last;
        expect(ourEnds(sql)).toEqual(grammarEnds(sql));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves out empty statements', () => {
    expect(lex(' ;; -- nothing\n;/* none */; ').statements).toEqual([]);
    expect(lex('')).toMatchObject({ statements: [], comments: [], metaCommands: [] });
  });

  it.each([
    ['a string', "SELECT 1; SELECT 'open; SELECT 2;"],
    ['an identifier', 'SELECT 1; SELECT "open; SELECT 2;'],
    ['a dollar quote', 'SELECT 1; SELECT $a$ open; $b$ SELECT 2;'],
    ['a parenthesis', 'SELECT 1; SELECT (open; SELECT 2;'],
    ['a body', 'SELECT 1; CREATE FUNCTION f() BEGIN ATOMIC SELECT 1; SELECT 2;'],
  ])('ends with the text where %s never ends', (_, sql) => {
    expect(statements(sql)).toHaveLength(2);
  });

  it('names the semicolons in parentheses that never close', () => {
    const sql = "CREATE TABLE a (b int;\nSELECT ';';";
    expect(lex(sql).semicolonsInOpen.map((at) => sql.slice(at - 3, at + 1))).toEqual(['int;', "';';"]);
    expect(lex('SELECT (1;2); SELECT 3').semicolonsInOpen).toEqual([]);
  });
});

describe('comments', () => {
  it('are found where they are, and only there', () => {
    const sql = '-- one\r\nSELECT \'-- no\', "/* no */", $$-- no$$ -- two\n/* three /* nested */ */ + 1; /* open';
    expect(texts(sql, lex(sql).comments)).toEqual(['-- one', '-- two', '/* three /* nested */ */', '/* open']);
  });
});

describe('what only psql understands', () => {
  it('is found to the end of its line', () => {
    const sql = '\\set x 1  \r\nSELECT 1;\n  \\connect db\n\\.';
    expect(texts(sql, lex(sql).metaCommands)).toEqual(['\\set x 1', '\\connect db', '\\.']);
    expect(statements("SELECT '\\n', \"\\\", $$\\$$, E'\\\\'")).toHaveLength(1);
    expect(lex("SELECT '\\n', \"\\\", $$\\$$, E'\\\\' -- \\x").metaCommands).toEqual([]);
  });

  it.each(['\\g', '\\gx', '\\gset', '\\gexec', '\\gdesc', '\\watch 1', '\\crosstabview'])(
    '%s ends a statement',
    (command) => {
      expect(statements(`SELECT 1 ${command}\nSELECT 2;`)).toEqual(['SELECT 1', 'SELECT 2']);
    },
  );

  it('includes the rows after COPY … FROM STDIN', () => {
    const rows = "1\tit's; -- not SQL\n2\t/* \\N $$";
    for (const end of ['\n', '\r\n']) {
      const sql = `COPY a.t (i, j) FROM stdin WITH (FORMAT text);${end}${rows}${end}\\.${end}${end}SELECT 1;`;
      expect(statements(sql)).toEqual(['COPY a.t (i, j) FROM stdin WITH (FORMAT text)', 'SELECT 1']);
      expect(texts(sql, lex(sql).metaCommands)).toEqual([`${rows}${end}\\.`]);
    }
    expect(statements('COPY t FROM STDIN;\n\\.\nSELECT 1')).toEqual(['COPY t FROM STDIN', 'SELECT 1']);
  });

  it('doesn’t swallow the file where those rows never end', () => {
    expect(statements('COPY t FROM STDIN;\nSELECT 1;')).toEqual(['COPY t FROM STDIN', 'SELECT 1']);
    // As psql: the rows begin in the next line, and what stands behind the COPY is sent after it.
    expect(statements('COPY t FROM STDIN; DROP TABLE u; -- gone\n1\n\\.\nSELECT 1;')).toEqual([
      'COPY t FROM STDIN',
      'DROP TABLE u',
      'SELECT 1',
    ]);
    expect(statements("COPY t FROM STDIN; SELECT '\r\n\\.\nSELECT 1")).toEqual([
      'COPY t FROM STDIN',
      "SELECT '\r",
      'SELECT 1',
    ]);
    expect(statements("COPY t FROM '/tmp/x';\nSELECT 1;\n\\.\n")).toHaveLength(2);
  });
});

describe('any text', () => {
  const token = fc.constantFrom(
    ...[
      "'",
      '"',
      '$$',
      '$a$',
      '$',
      ';',
      '--',
      '/*',
      '*/',
      '(',
      ')',
      '\\',
      '\n',
      '\r',
      '\r\n',
      ' ',
      "E'",
      "U&'",
      'é',
      '漢',
    ],
    ...[
      '😀',
      '\ud83d',
      '\u0000',
      '\ufeff',
      '\u00a0',
      'BEGIN',
      'ATOMIC',
      'CASE',
      'END',
      'COPY t FROM STDIN',
      '\\.',
      '\\g',
      '1',
      'a',
    ],
  );
  const any = fc.oneof(
    fc.array(token, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  it('is split without throwing, into ordered ranges that hold all that is no space', () => {
    fc.assert(
      fc.property(any, (sql) => {
        const { statements: found, comments, metaCommands } = lex(sql);
        // A command of psql may stand inside a statement.
        for (const ranges of [found, comments, metaCommands]) {
          ranges.forEach(({ start, end }, i) => {
            expect(start).toBeGreaterThanOrEqual(ranges[i - 1]?.end ?? 0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(sql.length);
          });
        }
        const covered = new Uint8Array(sql.length);
        for (const { start, end } of [...found, ...comments, ...metaCommands]) covered.fill(1, start, end);
        const rest = [...covered].map((is, i) => (is ? '' : sql[i])).join('');
        expect(rest).toMatch(/^[\s;]*$/);
      }),
      { numRuns: 3000 },
    );
  });

  it('gives statements that are split no further', () => {
    fc.assert(
      fc.property(any, (sql) => {
        const first = lex(sql).statements.at(0);
        if (!first || sql[first.start] === '\\') return;
        const again = lex(sql.slice(first.start, first.end));
        if (again.metaCommands.length === 0)
          expect(again.statements).toEqual([{ start: 0, end: first.end - first.start }]);
      }),
      { numRuns: 1000 },
    );
  });
});

it('takes time in proportion to the text', () => {
  const statement = "INSERT INTO t (a, b) VALUES (1, 'x'); -- a comment\n";
  expectLinear((size) => lex(statement.repeat(size)), 24_000);
  expectLinear((size) => lex('COPY t FROM STDIN;\n'.repeat(size)), 24_000);
  expectLinear((size) => lex('/* '.repeat(size)), 100_000);
  expectLinear((size) => lex("'".repeat(size + 1)), 100_000);
  expectLinear((size) => lex('$a$ $b$ '.repeat(size)), 20_000);
});

describe('rows that no line ends', () => {
  it('go to the end of the text where psql reads it, and are statements elsewhere', () => {
    const sql = 'COPY t FROM stdin;\n1\n\\i x.sql\n2;\n';
    expect(lex(sql, { rowsToEnd: true })).toMatchObject({
      statements: [{ start: 0 }],
      rows: [{ start: 19, end: sql.length }],
    });
    expect(lex(sql)).toMatchObject({ statements: [{ start: 0 }, {}], rows: [] });
  });
});
