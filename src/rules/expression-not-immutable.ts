import type { ColumnDef, Constraint, Node } from '@pgsql/types';
import { defineRule } from '../lint/rule.js';
import { mutablePart, type TypeOfColumn } from '../schema/mutability.js';
import { fullName, shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { columnType } from '../schema/types.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'expression-not-immutable',
  harm: 'stops',
  summary: 'An index or a generated column computes what depends on the session',
  why: `What an index or a generated column stores must be the same for every session at any time. An expression that depends on
the time zone (date_trunc or a cast to date of a timestamptz), on DateStyle, on other settings, on the time or on chance is not
immutable: Postgres refuses it with SQLSTATE 42P17, on an empty table as well.`,
  fix: `Say the time zone in the expression: \`date_trunc('month', at AT TIME ZONE 'UTC')\`, \`(at AT TIME ZONE 'UTC')::date\`. Name the
configuration of to_tsvector: \`to_tsvector('english', body)\`. Instead of concat(), write \`a || b\`. An own function must be marked
IMMUTABLE, and be so.`,
  statements: ['IndexStmt', 'AlterTableStmt', 'CreateStmt'],
  check(statement, context) {
    // Under a condition it is unknown whether it runs.
    if (statement.conditional) return;
    const { node } = statement;
    for (const { what, table, expression, own } of expressionsIn(node, context.schema)) {
      const culprit = mutablePart(expression, typesOf(table, own, context.schema), context.schema);
      if (culprit === undefined) continue;
      context.report({
        message: `Postgres refuses this ${what} of ${code(shortName(table))}: ${culprit} is not immutable. The migration stops here.`,
        help: "Say in the expression what it takes from the session, the time zone for example: (column AT TIME ZONE 'UTC').",
        claim: refused('42P17'),
      });
      return;
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id bigint PRIMARY KEY, at timestamptz);',
        sql: "CREATE INDEX CONCURRENTLY i ON t (date_trunc('month', at));",
        claim: refused('42P17'),
      },
      {
        setup: 'CREATE TABLE t (at timestamptz, a text, b text);',
        sql: 'CREATE INDEX CONCURRENTLY i ON t ((at::date));',
        claim: refused('42P17'),
      },
      {
        setup: 'CREATE TABLE t (a text, b text);',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (lower(concat(a, b)));',
        claim: refused('42P17'),
      },
      {
        setup: 'CREATE TABLE t (a text, at timestamptz);',
        sql: "CREATE INDEX CONCURRENTLY i ON t (a) WHERE at > now() - interval '1 day';",
        claim: refused('42P17'),
      },
      {
        setup: 'CREATE TABLE t (body text);',
        sql: 'ALTER TABLE t ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector(body)) STORED;',
        claim: refused('42P17'),
      },
      {
        sql: 'CREATE TABLE t (at timestamptz, day date GENERATED ALWAYS AS (at::date) STORED);',
        claim: refused('42P17'),
      },
      {
        setup:
          'CREATE TABLE t (a text);\nCREATE FUNCTION f(text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN $1; END $$;',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (f(a));',
        claim: refused('42P17'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (at timestamptz, local timestamp, day date, a text, body text);',
        sql: `CREATE INDEX CONCURRENTLY i ON t (date_trunc('month', at AT TIME ZONE 'UTC'), date_trunc('day', local), (local::date));
CREATE INDEX CONCURRENTLY j ON t (extract(year FROM day), lower(a), to_tsvector('simple', body), (at AT TIME ZONE 'UTC'));
CREATE INDEX CONCURRENTLY k ON t (a) WHERE at > '2026-01-01' AND day > DATE '2026-01-01';`,
      },
      {
        setup: 'CREATE TABLE t (a text);\nCREATE FUNCTION f(text) RETURNS text LANGUAGE sql AS $$ SELECT lower($1) $$;',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (f(a));',
      },
      { sql: "CREATE TABLE t (at timestamptz, day date DEFAULT now()::date, CHECK (date_trunc('day', at) = at));" },
    ],
  },
});

interface ImmutableWanted {
  what: string;
  table: string;
  expression: Node | undefined;
  /** Columns that the statement itself makes. */
  own: readonly ColumnDef[];
}

function expressionsIn(node: Node | null, schema: Schema): ImmutableWanted[] {
  const index = nodeOf(node, 'IndexStmt');
  if (index) {
    const on = relationName(index.relation);
    const isThere = index.if_not_exists && on && schema.find('index', fullName({ ...on, name: index.idxname ?? '' }));
    if (!on || isThere) return [];
    const keys = (index.indexParams ?? []).map((item) => nodeOf(item, 'IndexElem')?.expr);
    return [...keys, index.whereClause].map((expression) => ({
      what: 'index',
      table: fullName(on),
      expression,
      own: [],
    }));
  }
  const made = nodeOf(node, 'CreateStmt');
  const altered = nodeOf(node, 'AlterTableStmt');
  const on = relationName(made?.relation ?? altered?.relation);
  if (!on || (made?.if_not_exists && schema.find('table', fullName(on)))) return [];
  const columns = [
    ...(made?.tableElts ?? []),
    ...(altered?.cmds ?? []).flatMap((item) => nodeOf(item, 'AlterTableCmd')?.def ?? []),
  ].flatMap((item) => nodeOf(item, 'ColumnDef') ?? []);
  return columns.flatMap((column) =>
    generatedBy(column).map((expression) => ({
      what: 'generated column',
      table: fullName(on),
      expression,
      own: columns,
    })),
  );
}

function generatedBy({ constraints = [] }: ColumnDef): Node[] {
  return constraints.flatMap((item) => {
    const { contype, raw_expr: expression } = (nodeOf(item, 'Constraint') ?? {}) as Constraint;
    return contype === 'CONSTR_GENERATED' && expression ? [expression] : [];
  });
}

/** Base types only: a domain, an array or an own type is cast by its own rules. */
function typesOf(table: string, own: readonly ColumnDef[], schema: Schema): TypeOfColumn {
  return (name) => {
    const defined = own.find(({ colname }) => colname === name);
    const type = defined ? columnType(defined.typeName) : schema.find('column', `${table}.${name}`)?.facts?.type;
    return type && !type.array ? type.name : undefined;
  };
}
