import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../../src/model.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';
import { expectLinear } from '../support/growth.js';

const grammar = await loadGrammar();
const parse = (sql: string) => grammar.parseScript(scriptSource('up', sql));
const span = ({ location: { line, column, endLine, endColumn } }: Pick<Statement, 'location'>) =>
  `${line}:${column}-${endLine}:${endColumn}`;
/** One line a statement: kind, span, and what is wrong with it and where. */
const shown = (sql: string) =>
  parse(sql).statements.map((statement) => {
    const error = statement.syntaxError;
    return `${statement.kind} ${span(statement)}${error ? ` ! ${span(error)} ${error.message}` : ''}`;
  });

describe('positions', () => {
  it.each<[string, string, string[]]>([
    ['an empty file', '', []],
    ['space only', ' \r\n\t\n', []],
    ['comments only', '-- a\n/* b;\n */ -- c', []],
    ['semicolons only', ';;\n;', []],
    ['no last semicolon', 'SELECT 1;\nSELECT\n  2  \n', ['SelectStmt 1:1-1:9', 'SelectStmt 2:1-3:4']],
    ['CRLF', 'SELECT 1;\r\n  SELECT\r\n2;\r\n', ['SelectStmt 1:1-1:9', 'SelectStmt 2:3-3:2']],
    ['tabs', '\tSELECT 1;\tSELECT 2', ['SelectStmt 1:2-1:10', 'SelectStmt 1:12-1:20']],
    ['a comment before', '-- é漢😀\n/* 😀 */ SELECT 1;', ['SelectStmt 2:10-2:18']],
    ['comments after', 'SELECT 1 -- a\n/* b */ ; -- c\n', ['SelectStmt 1:1-1:9']],
    ['comments inside', 'SELECT 1 -- a;\n /* b */ + 2;\nSELECT 3', ['SelectStmt 1:1-2:13', 'SelectStmt 3:1-3:9']],
    ['a comment at the end, unclosed by a line end', 'SELECT 1 -- a', ['SelectStmt 1:1-1:9']],
    ['letters beyond ASCII', "SELECT 'é', '漢', '😀'; SELECT 2;", ['SelectStmt 1:1-1:22', 'SelectStmt 1:24-1:32']],
    [
      'a no-break space, a letter to Postgres',
      'SELECT 1 AS \u00a0; SELECT 2',
      ['SelectStmt 1:1-1:14', 'SelectStmt 1:16-1:24'],
    ],
    ['a carriage return that ends a comment', '-- a\rSELECT 1', ['SelectStmt 1:6-1:14']],
    ['empty statements between', ';SELECT 1;;\n;SELECT 2;;', ['SelectStmt 1:2-1:10', 'SelectStmt 2:2-2:10']],
  ])('%s', (_, sql, expected) => {
    expect(shown(sql)).toEqual(expected);
  });

  it('are right for any mix of letters', () => {
    const filler = fc.array(fc.constantFrom('é', '漢', '😀', 'a', ' ', '\n', '\r\n', '\u00a0'), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, filler, fc.boolean()), { minLength: 1, maxLength: 5 }), (parts) => {
        const expected: string[] = [];
        let sql = '';
        for (const [before, inside, broken] of parts) {
          sql += `/* ${before.join('')} */`;
          const statement = broken ? `SELECT '${inside.join('')}' FROM 😀 漢 , ,` : `SELECT '${inside.join('')}' AS 😀`;
          expected.push(`${broken} ${sql.length} ${statement}`);
          sql += `${statement};\n`;
        }
        const { statements, parsedSql } = parse(sql);
        expect(statements.map(({ node, start, sql: own }) => `${node === null} ${start} ${own}`)).toEqual(expected);
        expect(parsedSql).toHaveLength(sql.length);
        for (const statement of statements) {
          expect(sql.slice(statement.start, statement.end)).toBe(statement.sql);
          const head = sql.slice(0, statement.start).split('\n');
          expect(statement.location).toMatchObject({ line: head.length, column: (head.at(-1)?.length ?? 0) + 1 });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a broken statement', () => {
  it.each<[string, string, string[]]>([
    [
      'hides no other',
      'SELECT 1;\n  SELEC 2;\nSELECT 3;\nCREATE TABLE t a;\nSELECT 5',
      [
        'SelectStmt 1:1-1:9',
        'unparsed 2:3-2:10 ! 2:3-2:10 syntax error at or near "SELEC"',
        'SelectStmt 3:1-3:9',
        'unparsed 4:1-4:17 ! 4:16-4:17 syntax error at or near "a"',
        'SelectStmt 5:1-5:9',
      ],
    ],
    [
      'has its place after letters beyond ASCII',
      "SELECT '😀漢é';\n/* 😀 */ SELECT '😀' 漢 FRM t;",
      ['SelectStmt 1:1-1:14', 'unparsed 2:10-2:29 ! 2:24-2:29 syntax error at or near "FRM"'],
    ],
    [
      'ends too early',
      'SELECT 1 FROM;\nSELECT 2',
      ['unparsed 1:1-1:14 ! 1:13-1:14 syntax error at or near ";"', 'SelectStmt 2:1-2:9'],
    ],
    ['ends with the file', 'CREATE TABLE t (', ['unparsed 1:1-1:17 ! 1:16-1:17 syntax error at end of input']],
    [
      'opens a parenthesis that never closes',
      'CREATE TABLE t (a int;\nSELECT 1;\nCREATE TABLE u (a int b;\nSELECT 2;',
      [
        'unparsed 1:1-1:22 ! 1:21-1:22 syntax error at or near ";"',
        'SelectStmt 2:1-2:9',
        'unparsed 3:1-3:24 ! 3:23-3:24 syntax error at or near "b"',
        'SelectStmt 4:1-4:9',
      ],
    ],
    [
      'closes one too many',
      'SELECT 1);\nSELECT 2;',
      ['unparsed 1:1-1:10 ! 1:9-1:10 syntax error at or near ")"', 'SelectStmt 2:1-2:9'],
    ],
    [
      'never ends a string',
      "SELECT 0;\nSELECT 'abc;\nSELECT 2;",
      ['SelectStmt 1:1-1:9', 'unparsed 2:1-3:10 ! 2:8-3:10 unterminated quoted string at or near "\'abc;…"'],
    ],
    [
      'never ends a dollar quote',
      'SELECT $a$ abc;\n$b$ SELECT 2;',
      ['unparsed 1:1-2:14 ! 1:8-2:14 unterminated dollar-quoted string at or near "$a$ abc;…"'],
    ],
    [
      'is a comment that never ends',
      'SELECT 1; SELECT 2 /* abc;\nSELECT 3;',
      [
        'SelectStmt 1:1-1:9',
        'SelectStmt 1:11-1:19',
        'unparsed 1:20-2:10 ! 1:20-2:10 unterminated /* comment at or near "/* abc;…"',
      ],
    ],
    [
      'stands before a comment that never ends',
      'SELEC 1;\nSELECT 2 FROM /* abc',
      [
        'unparsed 1:1-1:8 ! 1:1-1:8 syntax error at or near "SELEC"',
        'unparsed 2:1-2:14 ! 2:13-2:14 syntax error at end of input',
        'unparsed 2:15-2:21 ! 2:15-2:21 unterminated /* comment at or near "/* abc"',
      ],
    ],
    [
      'holds a placeholder',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a tool's placeholder
      "DROP TABLE ${t};\nSELECT {{x}};\nSELECT :x;\nSELECT $1;\nSELECT '${x} {{x}} :x';",
      [
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a tool's placeholder
        'unparsed 1:1-1:16 ! 1:12-1:16 ${t} is a placeholder, as Flyway, envsubst and many others fill in, not SQL',
        'unparsed 2:1-2:13 ! 2:8-2:13 {{x}} is a placeholder of a template (Jinja, Go, Handlebars and the like), not SQL',
        'unparsed 3:1-3:10 ! 3:8-3:10 :x is a variable of psql, or a parameter that a program binds, not SQL',
        'SelectStmt 4:1-4:10',
        'SelectStmt 5:1-5:23',
      ],
    ],
    [
      'is a command of psql',
      '\\set x 1\r\nSELECT 1 \\gset\r\nSELECT 2;\r\n  \\connect é\r\n',
      [
        'unparsed 1:1-1:9 ! 1:1-1:9 \\set is a command of psql, not SQL',
        'SelectStmt 2:1-2:9',
        'unparsed 2:10-2:15 ! 2:10-2:15 \\gset is a command of psql, not SQL',
        'SelectStmt 3:1-3:9',
        'unparsed 4:3-4:13 ! 4:3-4:13 \\connect is a command of psql, not SQL',
      ],
    ],
    [
      'is the data of a COPY',
      "COPY t FROM stdin;\n1\tit's; (\n\\.\nSELECT 1;",
      [
        'CopyStmt 1:1-1:18',
        'unparsed 2:1-3:3 ! 2:1-3:3 the rows after COPY … FROM STDIN are data that only psql sends, not SQL',
        'SelectStmt 4:1-4:9',
      ],
    ],
    [
      'breaks a rule of the lexer',
      'SELECT 1e;\nSELECT "";\nSELECT U&\'\\ZZZZ\';\nSELECT 4',
      [
        'unparsed 1:1-1:10 ! 1:8-1:10 trailing junk after numeric literal at or near "1e"',
        'unparsed 2:1-2:10 ! 2:8-2:10 zero-length delimited identifier at or near """"',
        'unparsed 3:1-3:17 ! 3:11-3:17 invalid Unicode escape',
        'SelectStmt 4:1-4:9',
      ],
    ],
    [
      'is too deep for the grammar',
      `SELECT ${'('.repeat(30_000)}1${')'.repeat(30_000)};SELECT 2`,
      ['unparsed 1:1-1:60009 ! 1:10004-1:60009 memory exhausted at or near "("', 'SelectStmt 1:60010-1:60018'],
    ],
  ])('%s', (_, sql, expected) => {
    expect(shown(sql)).toEqual(expected);
  });

  it('is blanked in what the grammar read, and nothing else is', () => {
    const { parsedSql, statements } = parse("SELECT '😀';\r\nSELEC\r\n '漢';\r\nSELECT 3;");
    expect(parsedSql).toBe("SELECT '😀';\r\n     \r\n    ;\r\nSELECT 3;");
    expect(statements.map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it('is reported, not thrown, whatever the text', () => {
    const token = fc.constantFrom(
      ...[
        "'",
        '"',
        '$$',
        ';',
        '--',
        '/*',
        '*/',
        '(',
        ')',
        '\\',
        '\n',
        ' ',
        "E'",
        'é',
        '😀',
        '\ud83d',
        ',',
        ':x',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a tool's placeholder
        '${x}',
      ],
      ...['SELECT', '1', 'FROM t', 'BEGIN ATOMIC', 'END', 'COPY t FROM STDIN', '\\.', '\\g', 'CREATE TABLE t (a int)'],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (parts) => {
        const sql = parts.join(' ');
        const { statements, parsedSql } = parse(sql);
        expect(parsedSql).toHaveLength(sql.length);
        statements.forEach(({ start, end, node, syntaxError }, i) => {
          const before = statements[i - 1];
          // A command of psql may stand inside a statement.
          const from = sql[start] === '\\' ? before?.start : before?.end;
          if (!statements.some((other) => other.sql.startsWith('\\'))) expect(start).toBeGreaterThanOrEqual(from ?? 0);
          expect(end).toBeGreaterThan(start);
          expect(node === null).toBe(syntaxError !== undefined);
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('comments', () => {
  it('belong to the statement below them, not to the one that they stand in', () => {
    const { statements, comments } = parse(
      '-- a\nSELECT 1 /* inside */ + 1; -- after\n/** b\n * c */\nSELEC 2; --\n-- d\r\nSELECT 3; -- last',
    );
    expect(comments.map(({ text, line }) => `${line} ${text}`)).toEqual([
      '1 a',
      '2 inside',
      '2 after',
      '3 b\n * c',
      '5 ',
      '6 d',
      '7 last',
    ]);
    expect(statements.map((statement) => statement.comments.map(({ text }) => text))).toEqual([
      ['a'],
      ['after', 'b\n * c'],
      ['', 'd'],
    ]);
  });
});

describe('a big script', () => {
  const good = (i: number) => `-- é ${i}\nCREATE INDEX i_${i} ON t (a, b); -- trailing\n`;
  const texts = (size: number, broken: string) =>
    Array.from({ length: size }, (_, i) => (i % 25 === 0 ? broken : good(i))).join('');

  it('is parsed, in time that grows with it', () => {
    const text = (size: number) => Array.from({ length: size }, (_, i) => good(i)).join('');
    expect(parse(text(24_000)).statements).toHaveLength(24_000);
    expectLinear((size) => parse(text(size)), 12_000);
  });

  it.each([
    ['misspelt', 'CREAT INDEX i ON t (a);\n'],
    ['unbalanced', 'CREATE INDEX i ON t (a;\n'],
    ['commands of psql', '\\echo hello\n'],
  ])('with 200 broken statements is parsed, in time that grows with it: %s', (_, broken) => {
    const script = parse(texts(5_000, broken));
    expect(script.statements.filter(({ node }) => node === null)).toHaveLength(200);
    expect(script.statements).toHaveLength(5_000);
    expectLinear((size) => parse(texts(size, broken)), 4_000);
  });

  it('of nothing but broken statements is parsed, in time that grows with it', () => {
    expect(parse('SELEC 1;\n'.repeat(2_000)).statements).toHaveLength(2_000);
    expectLinear((size) => parse('SELEC 1;\n'.repeat(size)), 2_000);
  });
});
