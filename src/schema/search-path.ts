/** Names under another search_path: each gets the schema in which Postgres finds what it means, or makes it. */
import type { Node } from '@pgsql/types';
import type { Statement } from '../model.js';
import type { ObjectKind } from './kinds.js';
import type { Schema } from './schema.js';
import { sessions } from './session.js';

/**
 * Writes the schemas into the trees of a script's statements, in order; `before` is what is there when it begins. The schema that a
 * name means depends on what exists, so that the statements are replayed on the way.
 */
export function qualifyNames(statements: readonly Statement[], before: Schema): void {
  if (!statements.some(({ sql }) => /search_path/i.test(sql))) return;
  const paths = sessions(statements).map((session) => pathOf(session.get('search_path')?.value));
  if (paths.every((path) => path === undefined)) return;
  const schema = before.fork();
  for (const [at, statement] of statements.entries()) {
    const path = paths[at];
    for (const { node } of [statement, ...(statement.block?.statements ?? [])]) {
      if (path && node) qualify(node, path, schema);
    }
    // What breaks here breaks again where it is reported.
    schema.replay([statement], 'change', () => {});
  }
}

/** The schemas in order; undefined where it is the usual one, or nobody says. */
function pathOf(value: string | null | undefined): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const schemas = value
    .split(',')
    .map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
    .filter((name) => name !== '' && !/^(\$user|pg_catalog|pg_temp)$/.test(name));
  return schemas.length === 0 || schemas[0] === 'public' ? undefined : schemas;
}

const RELATIONS: readonly ObjectKind[] = ['table', 'view', 'materialized view', 'foreign table', 'sequence', 'index'];
const TYPES: readonly ObjectKind[] = ['type', 'domain', 'table', 'view', 'materialized view'];
const OTHERS: readonly ObjectKind[] = [
  ...RELATIONS,
  ...TYPES,
  'function',
  'statistics object',
  'collation',
  'text search configuration',
  'text search dictionary',
];

/** What makes something, by the field that holds its name. */
const MAKES: Record<string, readonly string[]> = {
  CreateStmt: ['relation'],
  ViewStmt: ['view'],
  IntoClause: ['rel'],
  CreateSeqStmt: ['sequence'],
  CompositeTypeStmt: ['typevar'],
  CreateFunctionStmt: ['funcname'],
  CreateEnumStmt: ['typeName'],
  CreateRangeStmt: ['typeName'],
  CreateDomainStmt: ['domainname'],
  CreateStatsStmt: ['defnames'],
  DefineStmt: ['defnames'],
};

/** Fields that hold a name as a list of words. */
const NAMES: Record<string, readonly ObjectKind[]> = {
  objname: ['function'],
  funcname: ['function'],
  names: TYPES,
  typeName: TYPES,
  defnames: ['statistics object'],
  domainname: ['domain'],
};

/** Kinds of objects that are named after their table. */
const IN_TABLE = /^OBJECT_(COLUMN|TABCONSTRAINT|TRIGGER|POLICY|RULE)$/;

interface Finder {
  path: readonly string[];
  schema: Schema;
  /** Names that the statement itself gives to queries. */
  own: ReadonlySet<string>;
}

function qualify(node: Node, path: readonly string[], schema: Schema): void {
  const own = new Set<string>();
  visit(node, (body) => {
    if (typeof body.ctename === 'string') own.add(body.ctename);
  });
  const finder = { path, schema, own };
  visit(node, (body, tag) => {
    const makes = MAKES[tag] ?? [];
    for (const [field, value] of Object.entries(body)) {
      const made = makes.includes(field);
      if (isRange(value)) qualifyRange(value, made, finder);
      else if (Array.isArray(value) && NAMES[field])
        qualifyList(value, { made, kinds: NAMES[field], before: 0 }, finder);
      else if (field === 'object' || field === 'objects') qualifyObjects(body, value, finder);
      else if (field === 'arg' && body.defname === 'owned_by') qualifyItems(value, 1, finder);
    }
  });
}

interface WrittenRange {
  relname: string;
  schemaname?: string;
  relpersistence?: string;
}

function isRange(value: unknown): value is WrittenRange {
  return typeof value === 'object' && value !== null && typeof (value as WrittenRange).relname === 'string';
}

function qualifyRange(range: WrittenRange, made: boolean, { path, schema, own }: Finder): void {
  if (range.schemaname !== undefined || range.relpersistence === 't' || own.has(range.relname)) return;
  const found = made ? path[0] : schemaOf(range.relname, RELATIONS, { path, schema, own });
  if (found !== undefined) range.schemaname = found;
}

/** DROP, COMMENT and RENAME name things in lists. */
function qualifyObjects(body: Record<string, unknown>, value: unknown, finder: Finder): void {
  const kind = String(body.removeType ?? body.objtype ?? body.renameType ?? body.objectType ?? '');
  const parts = IN_TABLE.test(kind) ? 1 : 0;
  for (const item of Array.isArray(value) ? value : [value]) qualifyItems(item, parts, finder);
}

/** `before`: how many of the last words are the name of a part. */
function qualifyItems(item: unknown, before: number, finder: Finder): void {
  const items = (item as { List?: { items?: unknown } } | null)?.List?.items;
  if (Array.isArray(items)) qualifyList(items, { made: false, kinds: OTHERS, before }, finder);
}

function qualifyList(
  names: unknown[],
  { made, kinds, before }: { made: boolean; kinds: readonly ObjectKind[]; before: number },
  finder: Finder,
): void {
  const words = names.map((name) => (name as { String?: { sval?: string } }).String?.sval);
  const name = words[0];
  if (words.length !== before + 1 || name === undefined) return;
  const found = made ? finder.path[0] : schemaOf(name, kinds, finder);
  if (found !== undefined) names.unshift({ String: { sval: found } });
}

/** Where the name is found first; a relation that no script shows is taken to be where the path begins. */
function schemaOf(name: string, kinds: readonly ObjectKind[], { path, schema }: Finder): string | undefined {
  const isThere = (place: string) =>
    kinds.some((kind) => schema.known({ kind, name: `${place}.${name}` }) !== undefined);
  const found = path.find(isThere);
  if (found !== undefined) return found;
  return kinds === RELATIONS && path.length === 1 ? path[0] : undefined;
}

/** Each object of the tree, with its tag or the field that it is under. */
function visit(node: unknown, see: (body: Record<string, unknown>, tag: string) => void): void {
  const waiting: [unknown, string][] = [[node, '']];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, tag] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) see(value as Record<string, unknown>, TAGS[tag] ?? tag);
    for (const [key, part] of Object.entries(value)) waiting.push([part, Array.isArray(value) ? tag : key]);
  }
}

/** Fields whose content has no tag of its own. */
const TAGS: Record<string, string> = { into: 'IntoClause', intoClause: 'IntoClause', base: 'CreateStmt' };
