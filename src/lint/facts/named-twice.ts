/** Columns that a statement names twice where Postgres takes each once. */
import type { Constraint, IntoClause, Node, ResTarget } from '@pgsql/types';
import { isAbsent } from '../../schema/footprint/touch.js';
import { fullName, shortName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier, relationName } from '../../sql/ast.js';
import { code } from '../../sql/words.js';

export interface Twice {
  column: string;
  /** What names it, for the beginning of a sentence. */
  list: string;
  help: string;
  /** 42701 unless said. */
  sqlstate?: string;
}

type DuplicateReader = (node: Node, schema: Schema) => (Twice | undefined)[];

/** Each place of the statement where that happens, with what to write instead. */
export function columnsNamedTwice(node: Node | null, schema: Schema): Twice[] {
  const [tag = ''] = Object.keys(node ?? {});
  return node === null ? [] : (READERS[tag]?.(node, schema) ?? []).flatMap((twice) => twice ?? []);
}

const READERS: Record<string, DuplicateReader> = {
  AlterTableStmt: alterTable,
  CompositeTypeStmt: (node) => {
    const type = nodeOf(node, 'CompositeTypeStmt');
    const name = relationName(type?.typevar);
    return [defined(`The type ${name ? code(shortName(fullName(name))) : ''}`, columnNames(type?.coldeflist))];
  },
  CopyStmt: (node, schema) => {
    const copy = nodeOf(node, 'CopyStmt');
    const name = relationName(copy?.relation);
    if (!name) return columnsNamedTwice(copy?.query ?? null, schema);
    const columns = strings(copy?.attlist);
    return [listed('COPY', columns, `COPY ${sqlName(fullName(name))} ${shortened(columns)}`)];
  },
  CreateForeignTableStmt: createTable,
  CreateStatsStmt: (node) => {
    const elements = nodeOf(node, 'CreateStatsStmt')?.exprs ?? [];
    const columns = elements.flatMap((element) => nodeOf(element, 'StatsElem')?.name ?? []);
    return [listed('CREATE STATISTICS', columns, `ON ${once(columns)}`)];
  },
  CreateStmt: createTable,
  CreateTableAsStmt: (node, schema) => {
    const as = nodeOf(node, 'CreateTableAsStmt');
    const kind = as?.objtype === 'OBJECT_MATVIEW' ? 'materialized view' : 'table';
    return [
      made(kind, { into: as?.into, query: as?.query, guarded: as?.if_not_exists }, schema),
      ...columnsNamedTwice(as?.query ?? null, schema),
    ];
  },
  CreateTrigStmt: (node) => {
    const columns = strings(nodeOf(node, 'CreateTrigStmt')?.columns);
    return [listed('UPDATE OF', columns, `UPDATE OF ${once(columns)}`)];
  },
  DeleteStmt: (node, schema) => inWith(nodeOf(node, 'DeleteStmt')?.withClause?.ctes, schema),
  ExplainStmt: (node, schema) => columnsNamedTwice(nodeOf(node, 'ExplainStmt')?.query ?? null, schema),
  InsertStmt: (node, schema) => {
    const insert = nodeOf(node, 'InsertStmt');
    const name = relationName(insert?.relation);
    const target = name ? sqlName(fullName(name)) : '';
    return [
      inserted(insert?.cols, (columns) => `INSERT INTO ${target} ${columns} …`),
      assigned(insert?.onConflictClause?.targetList),
      ...inWith(insert?.withClause?.ctes, schema),
    ];
  },
  MergeStmt: (node, schema) => {
    const merge = nodeOf(node, 'MergeStmt');
    const clauses = (merge?.mergeWhenClauses ?? []).flatMap((item) => nodeOf(item, 'MergeWhenClause') ?? []);
    return [
      ...clauses.map(({ commandType, targetList }) =>
        commandType === 'CMD_INSERT' ? inserted(targetList, (columns) => `INSERT ${columns} …`) : assigned(targetList),
      ),
      ...inWith(merge?.withClause?.ctes, schema),
    ];
  },
  SelectStmt: (node, schema) => {
    const select = nodeOf(node, 'SelectStmt');
    const into = select?.intoClause;
    return [
      into && made('table', { into, query: node, guarded: false }, schema),
      ...inWith(select?.withClause?.ctes, schema),
    ];
  },
  UpdateStmt: (node, schema) => {
    const update = nodeOf(node, 'UpdateStmt');
    return [assigned(update?.targetList), ...inWith(update?.withClause?.ctes, schema)];
  },
  VacuumStmt: (node) =>
    (nodeOf(node, 'VacuumStmt')?.rels ?? []).map((item) => {
      const { relation, va_cols: list } = nodeOf(item, 'VacuumRelation') ?? {};
      const name = relationName(relation);
      const columns = strings(list);
      return listed('ANALYZE', columns, `ANALYZE ${name ? sqlName(fullName(name)) : ''} ${shortened(columns)}`);
    }),
  ViewStmt: (node, schema) => {
    const view = nodeOf(node, 'ViewStmt');
    const into = { rel: view?.view, colNames: view?.aliases } as IntoClause;
    return [made('view', { into, query: view?.query, guarded: view?.replace }, schema)];
  },
};

/** WITH may hold what changes data, but only at the statement's top. */
function inWith(ctes: Node[] | undefined, schema: Schema): Twice[] {
  return (ctes ?? []).flatMap((cte) => columnsNamedTwice(nodeOf(cte, 'CommonTableExpr')?.ctequery ?? null, schema));
}

function createTable(node: Node, schema: Schema): (Twice | undefined)[] {
  const create = nodeOf(node, 'CreateStmt') ?? nodeOf(node, 'CreateForeignTableStmt')?.base;
  const name = relationName(create?.relation);
  if (!create || !name || (create.if_not_exists && !isAbsent(fullName(name), schema))) return [];
  const elements = create.tableElts ?? [];
  const columns = elements.flatMap((element) => {
    const like = relationName(nodeOf(element, 'TableLikeClause')?.relation);
    if (!like) return columnNames([element]);
    return schema.partsOf(fullName(like), 'column').map((column) => column.name.slice(fullName(like).length + 1));
  });
  return [
    defined(`The table ${code(shortName(fullName(name)))}`, columns),
    ...elements.map((element) => keyed(nodeOf(element, 'Constraint'))),
  ];
}

function alterTable(node: Node, schema: Schema): (Twice | undefined)[] {
  const alter = nodeOf(node, 'AlterTableStmt');
  const name = relationName(alter?.relation);
  if (!alter || !name || (alter.missing_ok && isAbsent(fullName(name), schema))) return [];
  const commands = (alter.cmds ?? []).flatMap((item) => nodeOf(item, 'AlterTableCmd') ?? []);
  const added: string[] = [];
  for (const { subtype, missing_ok: guarded, def } of commands) {
    const column = nodeOf(def, 'ColumnDef')?.colname;
    // IF NOT EXISTS sees what the commands before it have added.
    if (subtype === 'AT_AddColumn' && column && !(guarded && added.includes(column))) added.push(column);
  }
  const dropped = commands.flatMap((it) => (it.subtype === 'AT_DropColumn' ? (it.name ?? []) : []));
  return [
    // What is dropped and added is another matter: Postgres drops first.
    defined(
      'ADD COLUMN',
      added.filter((column) => !dropped.includes(column)),
    ),
    ...commands.map(({ subtype, def }) =>
      subtype === 'AT_AddConstraint' ? keyed(nodeOf(def, 'Constraint')) : undefined,
    ),
  ];
}

const KEYS: Partial<Record<NonNullable<Constraint['contype']>, string>> = {
  CONSTR_PRIMARY: 'PRIMARY KEY',
  CONSTR_UNIQUE: 'UNIQUE',
};

function keyed(constraint: Constraint | undefined): Twice | undefined {
  const key = constraint?.contype && KEYS[constraint.contype];
  if (key) {
    const columns = strings(constraint.keys);
    const list = shortened(columns);
    // What follows WITHOUT OVERLAPS is the last column.
    return listed(
      key,
      columns,
      constraint.without_overlaps ? `${list.slice(0, -1)} WITHOUT OVERLAPS)` : `${key} ${list}`,
    );
  }
  if (constraint?.contype !== 'CONSTR_FOREIGN') return undefined;
  const columns = strings(constraint.pk_attrs);
  const column = firstTwice(columns);
  if (column === undefined) return undefined;
  const help = `Each column of the key is referenced by one of its own: name the one that is missing after REFERENCES.`;
  return { column, list: 'REFERENCES', help, sqlstate: '42830' };
}

interface OfQuery {
  into: IntoClause | undefined;
  query: Node | undefined;
  /** Where it is there already, something else happens. */
  guarded: boolean | undefined;
}

/** A table, view or the like that is made of a query. */
function made(kind: string, { into, query, guarded }: OfQuery, schema: Schema): Twice | undefined {
  const name = relationName(into?.rel);
  if (!name || (guarded && !isAbsent(fullName(name), schema))) return undefined;
  const aliases = strings(into?.colNames);
  const targets = (nodeOf(query, 'SelectStmt')?.targetList ?? []).flatMap((item) => nodeOf(item, 'ResTarget') ?? []);
  // A * means any number of columns: which ones the names are for can't be determined.
  const rest =
    aliases.length > 0 && targets.some((target) => outputName(target) === '*') ? [] : targets.slice(aliases.length);
  const shown = rest.map((target) => ({ name: outputName(target), target }));
  const names = [...aliases, ...shown.flatMap((it) => (it.name === undefined || it.name === '*' ? [] : it.name))];
  const column = firstTwice(names);
  if (column === undefined) return undefined;
  const fields = shown.filter((it) => it.name === column).map((it) => nodeOf(it.target.val, 'ColumnRef')?.fields);
  const [table, own] = strings(fields.at(-1));
  const renamed =
    table !== undefined && own !== undefined
      ? `${quoteIdentifier(table)}.${quoteIdentifier(own)} AS ${quoteIdentifier(`${table}_${own}`)}`
      : `… AS ${quoteIdentifier(`other_${column}`)}`;
  return {
    column,
    list: `The ${kind} ${code(shortName(fullName(name)))}`,
    help: aliases.includes(column)
      ? `Give the second ${quoteIdentifier(column)} another name in the list after ${shortName(fullName(name))}.`
      : `Leave one of them out of the SELECT, or give it another name:\n${renamed}`,
  };
}

/** What a target's column is called; `*` for all columns, undefined where Postgres chooses the name. */
function outputName({ name, val }: ResTarget): string | undefined {
  const last = nodeOf(val, 'ColumnRef')?.fields?.at(-1);
  return name ?? (nodeOf(last, 'A_Star') ? '*' : nodeOf(last, 'String')?.sval);
}

function defined(list: string, columns: string[]): Twice | undefined {
  const column = firstTwice(columns);
  if (column === undefined) return undefined;
  const help = `Leave one of the two definitions of ${quoteIdentifier(column)} out, or give it another name.`;
  return { column, list, help };
}

function listed(list: string, columns: string[], instead: string): Twice | undefined {
  const column = firstTwice(columns);
  return column === undefined
    ? undefined
    : { column, list, help: `Name it once, or write the column that was meant:\n${instead}` };
}

function inserted(targets: Node[] | undefined, instead: (columns: string) => string): Twice | undefined {
  const column = wholeTwice(targets);
  if (column === undefined) return undefined;
  const columns = shortened(targetsIn(targets).map(({ name = '' }) => name));
  const help = `Name it once, and leave the other value out, or write the column that was meant:\n${instead(columns)}`;
  return { column, list: 'INSERT', help };
}

function assigned(targets: Node[] | undefined): Twice | undefined {
  const column = wholeTwice(targets);
  if (column === undefined) return undefined;
  const help = `Keep the value that was meant, and leave the other one out:\nSET ${quoteIdentifier(column)} = …`;
  return { column, list: 'SET', help, sqlstate: '42601' };
}

/** Elements of an array and fields may be set one by one, but not beside the whole column. */
function wholeTwice(targets: Node[] | undefined): string | undefined {
  const parts = targetsIn(targets);
  const whole = new Set(parts.flatMap(({ name, indirection }) => (name && !indirection ? [name] : [])));
  return firstTwice(parts.flatMap(({ name }) => (name && whole.has(name) ? [name] : [])));
}

function targetsIn(targets: Node[] | undefined): ResTarget[] {
  return (targets ?? []).flatMap((item) => nodeOf(item, 'ResTarget') ?? []);
}

function firstTwice(names: readonly string[]): string | undefined {
  return names.find((name, at) => names.indexOf(name) < at);
}

function columnNames(elements: Node[] | undefined): string[] {
  return (elements ?? []).flatMap((element) => nodeOf(element, 'ColumnDef')?.colname ?? []);
}

function strings(nodes: Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => nodeOf(node, 'String')?.sval ?? []);
}

/** The names, each once, as SQL writes them. */
function once(columns: string[]): string {
  return [...new Set(columns)].map(quoteIdentifier).join(', ');
}

function shortened(columns: string[]): string {
  return `(${once(columns)})`;
}
