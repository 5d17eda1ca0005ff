/**
 * Writes every name and operator of a catalog query with its schema, so that no `search_path` and no object of somebody else's
 * decides what the query asks. The SQL is rebuilt from Postgres' own parse tree, and must parse to that tree again.
 */
import { loadModule, parseSync } from 'libpg-query';
import { deparse } from 'pgsql-deparser';

await loadModule();

const SYSTEM = { String: { sval: 'pg_catalog' } };
/** The deparser leaves `pg_catalog` out before the name of a type. */
const STAND_IN = 'stand_in_for_pg_catalog';
const operator = (name) => [SYSTEM, { String: { sval: name } }];

/** The query with every name qualified. Throws for what SQL can't write qualified, such as JOIN … USING. */
export async function qualify(sql) {
  const tree = parseSync(sql);
  const ctes = new Set();
  visit(tree, (node) => {
    if (node.CommonTableExpr) ctes.add(node.CommonTableExpr.ctename);
  });
  const qualified = rewrite(tree, (node) => qualifyNode(node, ctes));
  const text = (await deparse(qualified, { pretty: false })).replaceAll(STAND_IN, 'pg_catalog');
  if (shape(parseSync(text)) !== shape(qualified).replaceAll(STAND_IN, 'pg_catalog'))
    throw new Error(`does not survive being written anew: ${sql}`);
  return text;
}

function visit(value, look) {
  if (Array.isArray(value)) for (const one of value) visit(one, look);
  else if (value && typeof value === 'object') {
    look(value);
    for (const one of Object.values(value)) visit(one, look);
  }
}

/** From the leaves up. */
function rewrite(value, change) {
  if (Array.isArray(value)) return value.map((one) => rewrite(one, change));
  if (!value || typeof value !== 'object') return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rewrite(one, change)])));
}

function qualifyNode(node, ctes) {
  if (node.RangeVar && !node.RangeVar.schemaname && !ctes.has(node.RangeVar.relname)) {
    return { RangeVar: { ...node.RangeVar, schemaname: 'pg_catalog' } };
  }
  if (node.FuncCall?.funcname.length === 1) {
    return { FuncCall: { ...node.FuncCall, funcname: [SYSTEM, ...node.FuncCall.funcname] } };
  }
  if (node.TypeCast) return { TypeCast: qualifyCast(node.TypeCast) };
  if (node.CollateClause?.collname.length === 1) {
    return { CollateClause: { ...node.CollateClause, collname: [SYSTEM, ...node.CollateClause.collname] } };
  }
  if (node.SubLink?.subLinkType === 'ANY_SUBLINK' && !node.SubLink.operName) {
    return { SubLink: { ...node.SubLink, operName: operator('=') } };
  }
  if (node.CaseExpr?.arg) return plainCase(node.CaseExpr);
  if (node.JoinExpr?.usingClause || node.JoinExpr?.isNatural)
    throw new Error('write JOIN … ON: USING looks for its operator');
  if (node.A_Expr) return qualifyExpression(node.A_Expr);
  return node;
}

/** `'pg_class'::regclass` looks its text up, too. */
function qualifyCast({ arg, typeName, ...rest }) {
  const names = typeName.names.length === 1 ? [{ String: { sval: STAND_IN } }, ...typeName.names] : typeName.names;
  const type = names.at(-1).String.sval;
  const text = arg.A_Const?.sval?.sval;
  const looksUp = /^reg(class|type|proc|oper|collation|config|dictionary)$/.test(type) && text && !text.includes('.');
  const written = looksUp ? { A_Const: { ...arg.A_Const, sval: { sval: `pg_catalog.${text}` } } } : arg;
  return { arg: written, typeName: { ...typeName, names }, ...rest };
}

/** `CASE x WHEN y` compares with an operator that can't be named; `CASE WHEN x = y` names it. */
function plainCase({ arg, args, ...rest }) {
  const whens = args.map(({ CaseWhen: when }) => ({ CaseWhen: { ...when, expr: compare(arg, '=', when.expr) } }));
  return { CaseExpr: { ...rest, args: whens } };
}

function compare(lexpr, name, rexpr) {
  return { A_Expr: { kind: 'AEXPR_OP', name: operator(name), lexpr, rexpr } };
}

function isNull(arg) {
  return { NullTest: { arg, nulltesttype: 'IS_NULL' } };
}

function and(...args) {
  return { BoolExpr: { boolop: 'AND_EXPR', args } };
}

function qualifyExpression(expression) {
  const { kind, name, lexpr, rexpr } = expression;
  const [first] = name;
  const written = name.length === 1 ? operator(first.String.sval) : name;
  switch (kind) {
    case 'AEXPR_OP':
    case 'AEXPR_OP_ANY':
    case 'AEXPR_OP_ALL':
      return { A_Expr: { ...expression, name: written } };
    case 'AEXPR_LIKE':
      return { A_Expr: { ...expression, kind: 'AEXPR_OP', name: written } };
    case 'AEXPR_IN': {
      const all = first.String.sval === '<>';
      const list = { A_ArrayExpr: { elements: rexpr.List.items } };
      return { A_Expr: { kind: all ? 'AEXPR_OP_ALL' : 'AEXPR_OP_ANY', name: written, lexpr, rexpr: list } };
    }
    case 'AEXPR_NULLIF': {
      const same = { CaseWhen: { expr: compare(lexpr, '=', rexpr), result: { A_Const: { isnull: true } } } };
      return { CaseExpr: { args: [same], defresult: lexpr } };
    }
    case 'AEXPR_DISTINCT':
    case 'AEXPR_NOT_DISTINCT': {
      const args = [compare(lexpr, '=', rexpr), and(isNull(lexpr), isNull(rexpr))];
      const same = { CoalesceExpr: { args } };
      return kind === 'AEXPR_NOT_DISTINCT' ? same : { BoolExpr: { boolop: 'NOT_EXPR', args: [same] } };
    }
    case 'AEXPR_BETWEEN': {
      const [low, high] = rexpr.List.items;
      return and(compare(lexpr, '>=', low), compare(lexpr, '<=', high));
    }
    default:
      throw new Error(`can’t be written qualified: ${kind}`);
  }
}

/** A tree without the places of its tokens. */
function shape(tree) {
  return JSON.stringify(tree, (key, value) => {
    if (PLACES.has(key)) return undefined;
    if (!value || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const PLACES = new Set(
  'location stmt_location stmt_len list_start list_end rexpr_list_start rexpr_list_end version'.split(' '),
);
