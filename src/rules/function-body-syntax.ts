import { defineRule } from '../lint/rule.js';
import { nodeOf } from '../sql/ast.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'function-body-syntax',
  harm: 'stops',
  summary: 'The body of a function, procedure or block has a syntax error',
  why: `Postgres reads the body when the function is created (check_function_bodies), and a DO block when it is run. A body in SQL or
PL/pgSQL that its grammar refuses is answered with SQLSTATE 42601, and the migration stops there.`,
  fix: 'Mend the body at the word that the message names.',
  statements: ['CreateFunctionStmt', 'DoStmt'],
  check({ node, refusedBody }, { script, report }) {
    const problem = refusedBody?.();
    if (problem === undefined) return;
    const isBlock = nodeOf(node, 'DoStmt') !== undefined;
    // A dump switches it off: then only a call shows it.
    const unread = !isBlock && /\bcheck_function_bodies\b/i.test(script.sql);
    report({
      message: `Postgres can’t read the body: ${problem}. ${unread ? 'Each call fails.' : 'The migration stops here.'}`,
      help: 'Mend the body at the word that the message names.',
      ...(!unread && { claim: refused('42601') }),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE city (id bigint PRIMARY KEY, label text);',
        sql: `CREATE FUNCTION city_label(p bigint) RETURNS TABLE (l text) LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY SELEC c.label FROM city c WHERE c.id = p;
END $$;`,
        claim: refused('42601'),
      },
      {
        sql: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1 FRM pg_class';",
        claim: refused('42601'),
      },
      { sql: 'DO $$ BEGIN IF true THEN NULL; END $$;', claim: refused('42601') },
      {
        sql: "CREATE PROCEDURE p() LANGUAGE plpgsql AS 'BEGIN UPDATE t SET; END';",
        claim: refused('42601'),
      },
    ],
    good: [
      {
        setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE t (a int, m mood);",
        sql: `CREATE FUNCTION f(p mood) RETURNS SETOF mood LANGUAGE plpgsql AS $$
DECLARE
  v mood;
  n int NOT NULL := 1;
  w public.mood[] = '{}';
BEGIN
  FOR n, v IN SELECT a, m FROM t LOOP RETURN NEXT v; END LOOP;
  SELECT m, a INTO v, n FROM t;
  RAISE NOTICE 'n is %', n USING HINT = 'x';
  GET DIAGNOSTICS n = ROW_COUNT;
END $$;`,
      },
      { sql: "CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT $1 + b; SELECT a';" },
      { sql: 'CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1;' },
      { sql: "DO $do$ DECLARE r record; BEGIN FOR r IN EXECUTE 'SELECT 1 AS a' LOOP NULL; END LOOP; END $do$;" },
    ],
  },
});
