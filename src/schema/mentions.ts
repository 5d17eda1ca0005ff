/** Objects that refer to others by name: a rename goes through them, too. */
import type { ColumnFacts, ViewFacts } from './facts.js';
import type { ObjectKind } from './kinds.js';
import { lastName, type SchemaObject } from './objects.js';

type ViewBody = Partial<ViewFacts>;

const RELATIONS = ['table', 'view', 'materialized view', 'foreign table'];

/** The facts of a view or column after something else was renamed; undefined where they don't mention it. */
export function mentionsRenamed(
  { kind, name, facts }: SchemaObject,
  was: SchemaObject,
  now: SchemaObject,
): object | undefined {
  if (kind === 'view' || kind === 'materialized view') {
    const view = facts as Partial<ViewFacts> | undefined;
    return was.table === name ? ownColumnRenamed(view, was, now) : viewRenamed(view, was, now);
  }
  if (kind !== 'column' || (was.kind !== 'type' && was.kind !== 'domain')) return undefined;
  const column = facts as Partial<ColumnFacts> | undefined;
  const type = column?.type;
  if (!type || (type.name.includes('.') ? type.name : `public.${type.name}`) !== was.name) return undefined;
  // As columnType spells it.
  return { ...column, type: { ...type, name: now.name.replace(/^public\./, '') } };
}

/** ALTER VIEW … RENAME COLUMN. */
function ownColumnRenamed(view: ViewBody | undefined, was: SchemaObject, now: SchemaObject): ViewBody | undefined {
  if (view?.outputs === undefined) return undefined;
  const [from, to] = [lastName(was.name), lastName(now.name)];
  return { ...view, outputs: view.outputs.map((name) => (name === from ? to : name)) };
}

function viewRenamed(view: ViewBody | undefined, was: SchemaObject, now: SchemaObject): ViewBody | undefined {
  const isRelation = RELATIONS.includes(was.kind);
  const { reads = [], columns = [] } = view ?? {};
  if (isRelation ? !reads.includes(was.name) : !columns.includes(was.name)) return undefined;
  const moved = (name: string) => {
    if (name === was.name) return now.name;
    return isRelation && name.startsWith(`${was.name}.`) ? now.name + name.slice(was.name.length) : name;
  };
  return { ...view, reads: reads.map(moved), columns: columns.map(moved) };
}

/** The kinds of objects that can mention one. */
export function mentioning({ kind }: SchemaObject): ObjectKind[] {
  if (kind === 'type' || kind === 'domain') return ['column'];
  return kind === 'column' || RELATIONS.includes(kind) ? ['view', 'materialized view'] : [];
}
