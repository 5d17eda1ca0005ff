import { describe, expect, it } from 'vitest';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';

const grammar = await loadGrammar();
const errors = (sql: string) =>
  grammar.parseScript(scriptSource('up', sql)).statements.flatMap(({ syntaxError }) => syntaxError ?? []);

describe('a placeholder that a tool fills in', () => {
  it.each([
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: they are tools' placeholders
    ['CREATE TABLE ${schema}.t (a int)', '${schema} is a placeholder, as Flyway'],
    ['GRANT SELECT ON t TO ${flyway:user}', '${flyway:user} is a placeholder'],
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: they are tools' placeholders
    ['DROP TABLE #{t}', '#{t} is a placeholder of a template'],
    ['CREATE TABLE {{ schema }}.t (a int)', '{{ schema }} is a placeholder of a template'],
    ['{% if x %} SELECT 1 {% endif %}', '{% if x %} is a command of a template'],
    ['CREATE TABLE <%= t %> (a int)', '<%= t %> is a piece of a template'],
    ['UPDATE t SET a = %(a)s WHERE b', '%(a)s is a parameter as Python’s drivers write it'],
    ['INSERT INTO t VALUES (?, 1)', '? is a parameter that a program binds'],
    ['INSERT INTO t VALUES (:a)', ':a is a variable of psql, or a parameter'],
    ["SET ROLE :'owner'", ":'owner' is a variable of psql"],
    ['DROP TABLE :"t"', ':"t" is a variable of psql'],
    ['DROP TABLE $%t%$', '$%t%$ is a placeholder that a tool fills in'],
    ['CREATE TABLE $schema$.t (a int)', '$schema$ is a placeholder, as DbUp'],
    ['CREATE TABLE $schema$.t (a int);\nDROP TABLE $schema$.u', '$schema$ is a placeholder, as DbUp'],
  ])('%s', (sql, message) => {
    const [first] = errors(sql);
    expect(first?.message).toContain(message);
    expect(first?.message).toMatch(/, not SQL$/);
    expect(first?.help).toContain('with the setting `ignore`');
  });

  it.each([
    'SELECT 1 FRM t',
    "SELECT '{{x}}' FRM t",
    'SELECT a::int FRM t',
    'SELECT $a$ abc',
    'SELECT a -> b ? c d e',
    'CREATE TABLE t (a int,)',
    "SELECT ':x', FROM t",
  ])('is not suspected in %s', (sql) => {
    const [first] = errors(sql);
    expect(first?.message).toMatch(/^(syntax error|unterminated)/);
    expect(first?.help ?? '').not.toMatch(/tool|psql|filled/);
  });

  it.each(["SELECT j ? 'a', j -> 'b' FROM t", 'SELECT a[1:2], b::int FROM t', 'PREPARE p AS SELECT $1'])(
    'is not what valid SQL holds: %s',
    (sql) => {
      expect(errors(sql)).toEqual([]);
    },
  );
});

describe('what only psql understands', () => {
  it.each([
    ['\\i more.sql', 'Put the SQL of the file that it names here'],
    ['\\ir ../more.sql', 'Put the SQL of the file that it names here'],
    ["\\copy t from 'x.csv'", 'Write the rows as INSERT statements'],
    ['SELECT 1 \\gexec', 'in a DO block, with EXECUTE'],
    ['\\set x 1', 'Write the value itself'],
    ['\\if :x', 'Decide in a DO block'],
    ['\\connect db', 'the migration tool connects'],
    ['\\restrict abc', 'pg_dump writes it'],
    ['\\timing on', 'Take it out, or write SQL that does the same'],
  ])('%s', (sql, help) => {
    const [first] = errors(sql);
    expect(first?.message).toMatch(/^\\\w+ is a command of psql, not SQL$/);
    expect(first?.help).toContain(help);
    expect(first?.help).toContain('leave the file out with the setting `ignore`');
  });

  it('the rows of a COPY', () => {
    expect(errors('COPY t FROM stdin;\n1\t2\n\\.\n')).toEqual([
      expect.objectContaining({
        message: 'the rows after COPY … FROM STDIN are data that only psql sends, not SQL',
        help: expect.stringContaining('pg_dump --inserts'),
      }),
    ]);
  });
});
