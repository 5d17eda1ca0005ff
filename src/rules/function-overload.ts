import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { FunctionFacts } from '../schema/facts.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'function-overload',
  harm: 'breaks',
  summary: 'A function beside one of the same name makes calls of both ambiguous',
  why: `CREATE OR REPLACE FUNCTION replaces what has the same parameter types; with one parameter more it makes a second function. Where a
call fits both because parameters have defaults, Postgres refuses it: “function is not unique”, SQLSTATE 42725. Code that has
called the old one so far fails from then on. CREATE itself gives no warning.`,
  fix: `Drop the old form in the same transaction, before the new one is created, and repeat its GRANTs. Or give the new form another
name.`,
  roles: ['up', 'maintenance'],
  statements: ['CreateFunctionStmt'],
  check(statement, { schema, report }) {
    const [routine] = effectsOf(statement.node);
    const after = routine?.object.facts as Signature | undefined;
    if (!routine || !after || statement.conditional) return;
    const { name } = routine.object;
    for (const old of schema.every('function')) {
      if (old.name !== name || old.origin !== 'baseline') continue;
      const before = old.facts as Signature | undefined;
      const both = before && sharedCall(before, after);
      if (both === undefined) continue;
      const signature = before?.arguments?.join(', ') ?? '';
      report({
        message: `A call of ${code(shortName(name))} with ${inWords(both)} fits the old form (${signature === '' ? '' : code(signature)}) as well as this one. Postgres refuses it as not unique.`,
        help: `Drop the old form in the same transaction, and repeat its GRANTs:\nDROP FUNCTION ${sqlName(name)}(${signature});\n${statement.sql};`,
        mended: (end) => !isLeft(name, signature, end),
      });
      return;
    }
  },
  examples: {
    bad: [
      {
        setup: "CREATE FUNCTION f(a text DEFAULT '') RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "CREATE OR REPLACE FUNCTION f(a text DEFAULT '', b int DEFAULT 10) RETURNS int LANGUAGE sql AS 'SELECT 2';",
      },
      {
        setup: "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "CREATE OR REPLACE FUNCTION f(a int, b int DEFAULT 10) RETURNS int LANGUAGE sql AS 'SELECT 2';",
      },
      {
        setup: "CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "CREATE FUNCTION f(a text DEFAULT '') RETURNS int LANGUAGE sql AS 'SELECT 2';",
      },
    ],
    good: [
      {
        setup: "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "DROP FUNCTION f(int);\nCREATE FUNCTION f(a int, b int DEFAULT 10) RETURNS int LANGUAGE sql AS 'SELECT 2';",
      },
      {
        setup: "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "CREATE FUNCTION f(a int, b int DEFAULT 10) RETURNS int LANGUAGE sql AS 'SELECT 2';\nDROP FUNCTION f(int);",
      },
      {
        setup: "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 2';",
      },
      {
        setup: "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS 'SELECT 2';",
      },
      {
        setup: "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "CREATE FUNCTION f(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 2';",
      },
      {
        setup: "CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';",
        sql: "CREATE FUNCTION f(a bigint, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 2';",
      },
    ],
  },
});

type Signature = Partial<FunctionFacts>;

/**
 * How many values a call gives that fits both, at least and at most; undefined where there is none. The types of those must be the
 * same, and one of the two fills in a default (FuncnameGetCandidates drops neither of two that expand to the same types).
 */
function sharedCall(old: Signature, now: Signature): { least: number; most: number } | undefined {
  const [a, b] = [old.arguments, now.arguments];
  // Of a VARIADIC parameter, any number of values is one.
  if (!a || !b || old.variadic || now.variadic || a.join() === b.join()) return undefined;
  const least = Math.max(a.length - (old.defaults ?? 0), b.length - (now.defaults ?? 0));
  const same = a.findIndex((type, at) => type !== b[at]);
  const most = Math.min(b.length, same === -1 ? a.length : same);
  return most >= least ? { least, most } : undefined;
}

function isLeft(name: string, signature: string, end: Schema): boolean {
  return end
    .every('function')
    .some((one) => one.name === name && one.origin === 'baseline' && one.facts?.arguments?.join(', ') === signature);
}

function inWords({ least, most }: { least: number; most: number }): string {
  if (most === 0) return 'no value';
  const values = most === 1 ? 'one value' : `${most} values`;
  if (least === most) return values;
  return least === 0 ? `at most ${values}` : `${least} to ${values}`;
}
