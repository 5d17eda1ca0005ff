/** What a body in PL/pgSQL holds: its variables and the SQL that it runs, out of the tree of Postgres' own parser. Pure. */

export interface Variable {
  name: string;
  /** As it was declared; `record` where only a row that is assigned tells. */
  type: string;
}

export interface Fragment {
  sql: string;
  kind: 'statement' | 'expression' | 'assignment' | 'result' | 'dynamic';
  /** What becomes of its row: the function's own, one of several, or those of RETURN QUERY. */
  returns?: 'row' | 'next' | 'query';
  /** Of EXECUTE: the expressions after USING. */
  using?: readonly string[];
  line: number;
  always: boolean;
  /** Inside a block that catches errors. */
  caught: boolean;
}

export interface PlpgsqlBody {
  variables: Variable[];
  /** Variables whose type only a run tells, or of which there are two. */
  hidden: string[];
  fragments: Fragment[];
  /** The one query that gives a record its columns; null for several, or for none that is known. */
  sources: ReadonlyMap<string, string | null>;
  /** Where a record is given back as it is. */
  returned: readonly ReturnedRecord[];
}

interface ReturnedRecord extends Where {
  name: string;
  returns: 'row' | 'next';
}

type Tree = Record<string, unknown>;
interface PlpgsqlExpression {
  query?: string;
  parseMode?: number;
}

/** Parts of a statement that may run never, or often. */
const UNDER_CONDITION = new Set([
  'body',
  'then_body',
  'elsif_list',
  'else_body',
  'else_stmts',
  'case_when_list',
  'action',
]);
const BRANCHING = /^PLpgSQL_(?:stmt_(?:if|case|loop|while|fori|fors|forc|foreach_a|dynfors)|exception)$/;
const DYNAMIC = /^PLpgSQL_stmt_(?:dynexecute|dynfors|open|return_query)$/;
const LEAVES = /^PLpgSQL_stmt_(?:return|raise)$/;

export function readBody(tree: unknown): PlpgsqlBody | undefined {
  const [first] = (tree as { plpgsql_funcs?: { PLpgSQL_function?: Tree }[] }).plpgsql_funcs ?? [];
  const routine = first?.PLpgSQL_function;
  if (routine === undefined) return undefined;
  const reader = new BodyReader();
  const datums = (routine.datums as Tree[] | undefined) ?? [];
  for (const datum of datums) reader.datum(datum);
  reader.visit(routine.action, { tag: '', key: '' }, { line: 1, always: true, caught: false });
  return {
    variables: reader.variables(),
    hidden: reader.hidden(),
    fragments: reader.fragments,
    sources: reader.sources,
    returned: reader.returned,
  };
}

interface Where {
  line: number;
  always: boolean;
  caught: boolean;
}

class BodyReader {
  readonly fragments: Fragment[] = [];
  readonly returned: ReturnedRecord[] = [];
  /** The records' names by their numbers. */
  readonly #numbered = new Map<number, string>();
  readonly sources = new Map<string, string | null>();
  readonly #types = new Map<string, string | null>();
  /** The expressions that CASE compares with, by the variables that stand for them. */
  readonly #cases = new Map<string, string>();
  /** A statement before may have left. */
  #left = false;

  datum(datum: Tree): void {
    const [tag, body] = Object.entries(datum)[0] as [string, Tree];
    if (tag !== 'PLpgSQL_var' && tag !== 'PLpgSQL_rec') return;
    const name = String(body.refname);
    if (tag === 'PLpgSQL_rec' && typeof body.dno === 'number') this.#numbered.set(body.dno, name);
    const type = (body.datatype as { PLpgSQL_type?: { typname?: string } } | undefined)?.PLpgSQL_type?.typname;
    const declared = (type ?? 'record').replace(/%rowtype$/i, '');
    const known = this.#types.get(name);
    // Two of a name in nested blocks: nobody here follows which is meant where.
    this.#types.set(name, known === undefined || known === declared ? declared : null);
    const where = { line: Number(body.lineno ?? 1), always: true, caught: false };
    for (const key of ['default_val', 'cursor_explicit_expr']) {
      const kind = key === 'default_val' ? 'expression' : 'statement';
      this.#add(body[key], kind, key === 'default_val' ? where : { ...where, always: false });
    }
  }

  variables(): Variable[] {
    return [...this.#types].flatMap(([name, type]) => (type === null || this.#cases.has(name) ? [] : [{ name, type }]));
  }

  hidden(): string[] {
    return [...this.#types].flatMap(([name, type]) => (type === null || /^record$/i.test(type) ? [name] : []));
  }

  /** `within`: the tag of the statement, and the key that the part has in it. */
  visit(tree: unknown, within: { tag: string; key: string }, where: Where): void {
    if (tree === null || typeof tree !== 'object') return;
    if (Array.isArray(tree)) {
      for (const part of tree) this.visit(part, within, where);
      return;
    }
    const body = tree as Tree;
    const { tag, key } = within;
    const expression = body.PLpgSQL_expr as PlpgsqlExpression | undefined;
    if (expression) {
      this.#add(
        body,
        kindOf(tag, key, expression),
        { ...where, always: where.always && !this.#left },
        returnsOf(tag, key),
      );
      return;
    }
    const line = typeof body.lineno === 'number' ? body.lineno : where.line;
    const catches = tag === 'PLpgSQL_stmt_block' && body.exceptions !== undefined;
    this.#noteSource(tag, body);
    this.#noteReturned(tag, body, { ...where, line, always: where.always && !this.#left });
    if (tag === 'PLpgSQL_stmt_case') this.#noteCase(body);
    for (const [name, part] of Object.entries(body)) {
      if (name === 'var' || name === 'target') continue;
      const inside = BRANCHING.test(tag) && UNDER_CONDITION.has(name);
      // What a handler does itself is caught by no handler of its own block.
      const caught = where.caught || (catches && name === 'body');
      const here = { line, caught, always: where.always && !inside };
      if (name === 'params' && DYNAMIC.test(tag)) this.#use(part);
      this.visit(part, name.startsWith('PLpgSQL_') ? { tag: name, key: '' } : { tag, key: name }, here);
    }
    if (LEAVES.test(tag) && !isMessage(tag, body)) this.#left = true;
  }

  #add(part: unknown, kind: Fragment['kind'], where: Where, returns?: Fragment['returns']): void {
    const sql = (part as { PLpgSQL_expr?: PlpgsqlExpression } | undefined)?.PLpgSQL_expr?.query;
    if (sql === undefined || sql.trim() === '') return;
    let text = sql;
    for (const [name, compared] of this.#cases) text = text.replace(`"${name}"`, () => `(${compared})`);
    this.fragments.push({ sql: text, kind, ...(returns && { returns }), ...where });
  }

  /** The parser gives the expressions after USING behind the text that is executed. */
  #use(params: unknown): void {
    const last = this.fragments.at(-1);
    if (last?.kind !== 'dynamic') return;
    last.using = (params as { PLpgSQL_expr?: PlpgsqlExpression }[]).flatMap((one) => one.PLpgSQL_expr?.query ?? []);
  }

  #noteReturned(tag: string, { retvarno }: Tree, where: Where): void {
    const returns = returnsOf(tag, '');
    const name = typeof retvarno === 'number' ? this.#numbered.get(retvarno) : undefined;
    if (name === undefined || returns === undefined || returns === 'query') return;
    this.returned.push({ name, returns, line: where.line, always: where.always, caught: where.caught });
  }

  #noteCase({ t_expr, t_varno, case_when_list }: Tree): void {
    const compared = (t_expr as { PLpgSQL_expr?: PlpgsqlExpression } | undefined)?.PLpgSQL_expr?.query;
    if (compared === undefined || t_varno === undefined || case_when_list === undefined) return;
    this.#cases.set(`__Case__Variable_${String(t_varno)}__`, compared);
  }

  /** Where a record's columns come from. */
  #noteSource(tag: string, body: Tree): void {
    const filled = [body.var, body.target].flatMap((one) => {
      const record = (one as { PLpgSQL_rec?: { refname?: string } } | undefined)?.PLpgSQL_rec;
      return record?.refname === undefined ? [] : [record.refname];
    });
    const from = tag === 'PLpgSQL_stmt_fors' ? body.query : tag === 'PLpgSQL_stmt_execsql' ? body.sqlstmt : undefined;
    const sql = (from as { PLpgSQL_expr?: PlpgsqlExpression } | undefined)?.PLpgSQL_expr?.query;
    for (const name of filled) {
      const isNew = !this.sources.has(name);
      this.sources.set(name, isNew && sql !== undefined && /^\s*(?:select|with)\b/i.test(sql) ? sql : null);
    }
  }
}

/** RAISE of less than an error goes on. */
function isMessage(tag: string, { elog_level: level }: Tree): boolean {
  const ERROR = 21;
  return tag === 'PLpgSQL_stmt_raise' && typeof level === 'number' && level < ERROR;
}

function returnsOf(tag: string, key: string): Fragment['returns'] {
  if (tag === 'PLpgSQL_stmt_return') return 'row';
  if (tag === 'PLpgSQL_stmt_return_next') return 'next';
  return tag === 'PLpgSQL_stmt_return_query' && key !== 'params' ? 'query' : undefined;
}

function kindOf(tag: string, key: string, { parseMode = 0 }: PlpgsqlExpression): Fragment['kind'] {
  if (key === 'query' && /dynexecute|dynfors/.test(tag)) return 'dynamic';
  if (key === 'dynquery') return 'dynamic';
  if (tag === 'PLpgSQL_stmt_return_query' && key === 'query') return 'result';
  if (parseMode >= 3) return 'assignment';
  return parseMode === 2 ? 'expression' : 'statement';
}
