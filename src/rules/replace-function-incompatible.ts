import { together } from '../lint/help/together.js';
import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { FunctionFacts } from '../schema/facts.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

const OR_REPLACE = /^(create)\s+or\s+replace\b/i;

export default defineRule({
  id: 'replace-function-incompatible',
  harm: 'stops',
  summary: 'CREATE OR REPLACE FUNCTION can’t rename a parameter or change the return type',
  why: `Callers rely on the names of parameters and on the type that comes back, so CREATE OR REPLACE FUNCTION must leave them as they
are. Postgres refuses another name or type with SQLSTATE 42P13, and the script stops there.`,
  fix: `Keep names and return type, or give the new form another name. Otherwise drop the function and create it again, with its GRANTs
and its comment.`,
  statements: ['CreateFunctionStmt'],
  check(statement, context) {
    const [routine] = effectsOf(statement.node);
    if (!routine?.conditional || statement.conditional) return;
    const after = routine.object.facts as Partial<FunctionFacts> | undefined;
    const before = context.schema.known(routine.object)?.facts as Partial<FunctionFacts> | undefined;
    const signature = before?.arguments?.join(', ');
    // Another signature is another function.
    if (!before || !after || signature === undefined || signature !== after.arguments?.join(', ')) return;
    const at = (before.parameters ?? []).findIndex((name, i) => name !== undefined && name !== after.parameters?.[i]);
    const [old, now] = [before.parameters?.[at], after.parameters?.[at]];
    const returns = before.returns && after.returns && before.returns !== after.returns;
    if (old === undefined && !returns) return;
    const change = old
      ? `its parameter ${code(old)} would ${now ? `be called ${code(now)}` : 'have no name'}`
      : `it returns ${code(before.returns ?? '')} and would return ${code(after.returns ?? '')}`;
    const anew = together(
      [`DROP FUNCTION ${sqlName(routine.object.name)}(${signature});`, `${statement.sql.replace(OR_REPLACE, '$1')};`],
      context.script,
    );
    context.report({
      message: `Postgres refuses to replace ${code(`${shortName(routine.object.name)}(${signature})`)}, because ${change}. The script stops here.`,
      help: `Keep it as it was, or drop the function, create it anew, and repeat its GRANTs and its comment, all in one transaction:\n${anew}`,
      claim: refused('42P13'),
    });
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE SCHEMA app; CREATE TABLE pair (a int); CREATE TABLE app.pair (a int); CREATE FUNCTION f() RETURNS SETOF pair LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: 'CREATE OR REPLACE FUNCTION f() RETURNS SETOF app.pair LANGUAGE sql AS $$ SELECT 1 $$;',
        claim: refused('42P13'),
      },
      {
        setup:
          'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$; CREATE FUNCTION f(b text) RETURNS text LANGUAGE sql AS $$ SELECT b $$;',
        sql: 'CREATE OR REPLACE FUNCTION f(a int) RETURNS int[] LANGUAGE sql AS $$ SELECT NULL::int[] $$;',
        claim: refused('42P13'),
      },
      {
        setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: 'CREATE OR REPLACE FUNCTION f(b int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        claim: refused('42P13'),
      },
      {
        setup: 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: 'CREATE OR REPLACE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT 1::bigint $$;',
        claim: refused('42P13'),
      },
    ],
    good: [
      {
        setup:
          'CREATE TABLE pair (a int); CREATE FUNCTION f(p pair[], n numeric(9, 2)) RETURNS SETOF pair LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: 'CREATE OR REPLACE FUNCTION public.f(p public.pair[], n decimal) RETURNS SETOF public.pair LANGUAGE sql AS $$ SELECT 2 $$;',
      },
      {
        setup:
          'CREATE DOMAIN amount AS int; CREATE FUNCTION f(VARIADIC a amount[]) RETURNS varchar(9) LANGUAGE sql AS $$ SELECT NULL::text $$;',
        sql: 'CREATE OR REPLACE FUNCTION f(VARIADIC a public.amount[]) RETURNS character varying LANGUAGE sql AS $$ SELECT NULL::text $$;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE FUNCTION f(x t.a%TYPE) RETURNS t.a%TYPE LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: 'CREATE OR REPLACE FUNCTION f(x int) RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;',
      },
      {
        setup:
          'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$; CREATE FUNCTION f(b text) RETURNS text LANGUAGE sql AS $$ SELECT b $$;',
        sql: 'CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;',
      },
      {
        setup: 'CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: 'CREATE OR REPLACE FUNCTION f(a integer) RETURNS int4 LANGUAGE sql AS $$ SELECT 2 $$;',
      },
      {
        setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: 'CREATE OR REPLACE FUNCTION f(b text) RETURNS text LANGUAGE sql AS $$ SELECT b $$;',
      },
      {
        setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: "DROP FUNCTION f(int);\nCREATE OR REPLACE FUNCTION f(b int) RETURNS text LANGUAGE sql AS 'SELECT NULL::text';",
      },
    ],
  },
});
