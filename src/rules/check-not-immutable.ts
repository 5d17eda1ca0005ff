import type { Constraint, Node } from '@pgsql/types';
import { defineRule } from '../lint/rule.js';
import { Schema } from '../schema/schema.js';
import { volatileFunction } from '../schema/volatility.js';
import { conditions, nodeOf, walk } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'check-not-immutable',
  harm: 'decision',
  summary: 'A CHECK that depends on the time or on chance stops being true of rows that passed it',
  why: `Postgres evaluates a CHECK when a row is written and takes it for true from then on. A condition on now(), today’s date
or random() changes its mind: such a row stays, but any later UPDATE of it fails, restoring a dump fails, and VALIDATE
CONSTRAINT fails.`,
  fix: `Compare columns with columns or constants; where the moment of writing counts, store it in a column, or check it in a
trigger. A bound that time only moves away from, such as “not in the future”, is harmless.`,
  statements: ['AlterTableStmt', 'CreateStmt', 'CreateDomainStmt', 'AlterDomainStmt'],
  check(statement, { report }) {
    for (const expression of checksIn(statement.node)) {
      const culprit = chance(expression) ?? changingTime(expression);
      if (culprit === undefined) continue;
      report({
        message: `This CHECK depends on ${code(culprit)}. A row that passes it today can fail it tomorrow, when it is updated or restored from a dump.`,
        help: `Take ${culprit} out of the CHECK: store its value in a column (DEFAULT ${culprit}) and compare with that, or check it in a BEFORE INSERT trigger.`,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (until timestamptz);',
        sql: 'ALTER TABLE t ADD CONSTRAINT c CHECK (until > now()) NOT VALID;',
      },
      { sql: 'CREATE TABLE t (day date CHECK (day IS NULL OR day >= CURRENT_DATE));' },
      { sql: 'CREATE TABLE t (a float8, CHECK (a < random()));' },
      { sql: "CREATE DOMAIN recent AS timestamptz CHECK (now() - VALUE < interval '1 day');" },
    ],
    good: [
      { sql: 'CREATE TABLE t (at timestamptz CHECK (at <= now()), upto timestamptz, CHECK (at < upto));' },
      { sql: "CREATE TABLE t (born date CHECK (CURRENT_DATE - interval '18 years' >= born));" },
      { sql: 'CREATE TABLE t (at timestamptz DEFAULT now(), n int DEFAULT random(), CHECK (n > 0));' },
      // Unmarked, as most are: it may well depend on nothing else.
      {
        sql: 'CREATE FUNCTION odd(int) RETURNS bool LANGUAGE sql AS $$ SELECT true $$;\nCREATE TABLE t (a int, CHECK (odd(a)));',
      },
    ],
  },
});

function checksIn(node: Node | null): Node[] {
  const found: Node[] = [];
  walk(node, (tag, body) => {
    const { contype, raw_expr: expression } = body as Constraint;
    if (tag === 'Constraint' && contype === 'CONSTR_CHECK' && expression) found.push(expression);
  });
  return found;
}

/** A function of Postgres' own that gives another value each time. */
function chance(expression: Node): string | undefined {
  const name = volatileFunction(expression, new Schema());
  return name && `${name}()`;
}

/** The current time in a place where its passing can make the condition false. */
function changingTime(expression: Node): string | undefined {
  for (const condition of conditions(expression)) {
    const time = changingTimeIn(condition);
    if (time !== undefined) return time;
  }
  return undefined;
}

function changingTimeIn(expression: Node): string | undefined {
  const { name, lexpr, rexpr } = nodeOf(expression, 'A_Expr') ?? {};
  const operator = nodeOf(name?.[0], 'String')?.sval ?? '';
  const [left, right] = [timeIn(lexpr), timeIn(rexpr)];
  if (right && !left && /^<=?$/.test(operator)) return undefined;
  if (left && !right && /^>=?$/.test(operator)) return undefined;
  return timeIn(expression);
}

const CLOCKS = new Set(['now', 'transaction_timestamp', 'statement_timestamp']);

function timeIn(expression: Node | undefined): string | undefined {
  let found: string | undefined;
  walk(expression, (tag, body) => {
    if (tag === 'SQLValueFunction') {
      const word = /^SVFOP_(CURRENT_(?:DATE|TIME|TIMESTAMP)|LOCALTIME(?:STAMP)?)(?:_N)?$/.exec(String(body.op))?.[1];
      found ??= word;
    } else if (tag === 'FuncCall') {
      const last = nodeOf((body.funcname as Node[] | undefined)?.at(-1), 'String')?.sval ?? '';
      if (CLOCKS.has(last)) found ??= `${last}()`;
    }
  });
  return found;
}
