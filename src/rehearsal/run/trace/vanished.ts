/** What a statement took away of what was there before the change, or gave another name. Pure. */
import { shortName } from '../../../schema/objects.js';
import type { Relation, RelationCatalog, RelationChange } from './catalog.js';

/** A relation, or a column or constraint of one, as reports name it; `now`: its new name, where it is still there. */
export interface Vanished {
  kind: string;
  name: string;
  now?: string;
}

const KINDS: Readonly<Record<string, string>> = {
  r: 'table',
  p: 'table',
  f: 'foreign table',
  v: 'view',
  m: 'materialized view',
};

/** `standing`: what was there before the change. What is made anew under its name, without rows of its own, is still there. */
export function vanishedIn(changes: readonly RelationChange[], standing: RelationCatalog): Vanished[] {
  const has = new Set(changes.flatMap(({ after }) => after?.name ?? []));
  const gone = changes.flatMap(({ oid, before, after }): Vanished[] => {
    const kind = KINDS[before?.kind ?? ''];
    const was = standing.get(oid);
    if (before === undefined || kind === undefined || was === undefined) return [];
    const name = shortName(before.name);
    const isMadeAnew = before.kind === 'v' || before.kind === 'm';
    if (after === undefined) return isMadeAnew && has.has(before.name) ? [] : [{ kind, name }];
    const renamed = before.name === after.name ? [] : [{ kind, name, now: shortName(after.name) }];
    return [...renamed, ...(kind === 'table' ? partsGone(before, after, was) : [])];
  });
  const order = ({ kind, name }: Vanished) => `${Object.values(KINDS).indexOf(kind) + 1 || 9} ${name}`;
  return gone.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Columns and constraints; a constraint that goes with a column is told by that. */
function partsGone(before: Relation, after: Relation, standing: Relation): Vanished[] {
  const table = shortName(before.name);
  const old = [...before.parts].filter(([key]) => standing.parts.has(key));
  const columns = old.flatMap(([key, { kind, name }]): Vanished[] => {
    if (kind !== 'column') return [];
    const now = after.parts.get(key);
    if (now === undefined) return [{ kind, name: `${table}.${name}` }];
    return now.name === name ? [] : [{ kind, name: `${table}.${name}`, now: `${table}.${now.name}` }];
  });
  if (columns.length > 0) return columns;
  const names = new Set([...after.parts.values()].map(({ name }) => name));
  return old.flatMap(([key, { kind, name }]) =>
    kind === 'constraint' && !after.parts.has(key) && !names.has(name) ? [{ kind, name: `${table}.${name}` }] : [],
  );
}
