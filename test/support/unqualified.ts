/** What of a statement is found by search_path: an independent reading of the parse tree, for SQL that must not depend on it. */
import { parseSync } from 'libpg-query';

type Tree = Record<string, unknown>;

interface Name {
  String: { sval: string };
}

/** Each name or operator without its schema, and each construct that looks for an operator by itself. Needs the parser loaded. */
export function unqualified(sql: string): string[] {
  const found: string[] = [];
  const tree = parseSync(sql) as unknown as Tree;
  const ctes = new Set<string>();
  visit(tree, (tag, body) => {
    if (tag === 'CommonTableExpr') ctes.add(String(body.ctename));
  });
  visit(tree, (tag, body) => {
    const told = CHECKS[tag]?.(body, ctes);
    if (told) found.push(told);
  });
  return found;
}

const single = (names: unknown) =>
  Array.isArray(names) && names.length === 1 ? (names[0] as Name).String?.sval : null;

const CHECKS: Record<string, (body: Tree, ctes: ReadonlySet<string>) => string | null | undefined | false> = {
  RangeVar: ({ schemaname, relname }, ctes) => !schemaname && !ctes.has(String(relname)) && `relation ${relname}`,
  FuncCall: ({ funcname }) => single(funcname) && `function ${single(funcname)}`,
  TypeName: ({ names }) => single(names) && `type ${single(names)}`,
  CollateClause: ({ collname }) => single(collname) && `collation ${single(collname)}`,
  CaseExpr: ({ arg }) => Boolean(arg) && 'CASE … WHEN looks for =',
  JoinExpr: ({ usingClause, isNatural }) => Boolean(usingClause || isNatural) && 'JOIN … USING looks for =',
  SubLink: ({ subLinkType, operName }) => subLinkType === 'ANY_SUBLINK' && !operName && 'IN (SELECT …) looks for =',
  A_Expr: ({ kind, name }) => single(name) && `${kind} ${single(name)}`,
  SortBy: ({ useOp }) => single(useOp) && `ORDER BY USING ${single(useOp)}`,
  TypeCast: ({ arg, typeName }) => {
    const type = ((typeName as { names: Name[] }).names.at(-1) as Name).String.sval;
    const text = (arg as { A_Const?: { sval?: { sval: string } } }).A_Const?.sval?.sval;
    return (
      /^reg(class|type|proc|oper|collation)$/.test(type) &&
      text !== undefined &&
      !text.includes('.') &&
      `'${text}'::${type}`
    );
  },
};

function visit(value: unknown, look: (tag: string, body: Tree) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, look);
  else if (value && typeof value === 'object') {
    for (const [tag, body] of Object.entries(value)) {
      if (/^[A-Z]/.test(tag) && body && typeof body === 'object') look(tag, body as Tree);
      // The grammar puts some nodes without their tag.
      if (tag === 'typeName') look('TypeName', body as Tree);
      if (tag === 'relation') look('RangeVar', body as Tree);
      visit(body, look);
    }
  }
}
