/** What hung on the old object: CASCADE dropped it, or it still reads the old one under its new name. Pure. */

import { code } from '../../../sql/words.js';
import { type Attributes, type Entry, listOf, textOf } from '../../snapshot/entry.js';
import { functionSql, relationSql, sqlName } from '../../snapshot/names.js';
import type { Snapshot } from '../../snapshot/snapshot.js';
import { replaceView } from '../recreate.js';
import { addConstraint, createNamed, createPolicy, createTrigger } from './definitions.js';
import { type Loss, type LostItem, lossOf, type Pair } from './loss.js';

export interface Naming {
  isReplaced(key: string): boolean;
  /** What else has to be brought back on an object that was made again: privileges, comments. */
  rest(entry: Entry, bare: Entry): Loss[];
}

export function lostDependents(pair: Pair, naming: Naming): Loss[] {
  const { before, after, first, final, isNamed } = pair;
  const gone = [...first.values()].filter(
    (entry) => isGone(entry, final) && !naming.isReplaced(tableKey(entry)) && !isNamed(entry),
  );
  const items: LostItem[] = [];
  const seen = new Set<string>();
  // A view over a view goes after the one that it reads.
  for (let layer = [before]; layer.length > 0; ) {
    const texts = layer.map(mentions);
    layer = gone.filter((entry) => !seen.has(entry.key) && texts.some((pattern) => pattern.test(textIn(entry))));
    for (const entry of layer) {
      seen.add(entry.key);
      const sql = isForeignKeyTo(entry, before)
        ? null
        : again(entry, final, (bare) =>
            naming.rest(entry, { ...bare, attributes: { ...bare.attributes, ...ownerOf(after) } }),
          );
      if (sql !== null) items.push({ words: `the ${entry.kind} ${code(entry.name.replace(/^public\./, ''))}`, sql });
    }
  }
  return lossOf('what CASCADE took', true, [...items, ...lostDefaults(pair, naming)]);
}

/** Of columns that stay: a function takes the defaults along that call it. */
function lostDefaults({ before, first, final, isNamed }: Pair, { isReplaced }: Naming): LostItem[] {
  const pattern = mentions(before);
  return [...first.values()].flatMap((column): LostItem[] => {
    const value = column.kind === 'column' ? textOf(column, 'default') : undefined;
    if (value === undefined || !pattern.test(value) || isReplaced(tableKey(column))) return [];
    const now = final.get(column.key);
    const makes = ['default', 'identity', 'generated'].some((name) => now?.attributes[name] !== undefined);
    if (now === undefined || makes || isNamed({ kind: 'default', parts: column.parts })) return [];
    const alter = `ALTER TABLE ${relationSql(now.tableParts ?? [])} ALTER COLUMN ${sqlName(now.parts.at(-1) ?? '')}`;
    return [{ words: `the default of ${code(calledBy(now))}`, sql: `${alter} SET DEFAULT ${value};` }];
  });
}

/** Those have a place of their own in the comparison. */
function isForeignKeyTo({ facts }: Entry, { parts }: Entry): boolean {
  return facts.type === 'f' && JSON.stringify(facts.references) === JSON.stringify(parts);
}

function tableKey({ tableParts }: Entry): string {
  return `table ${JSON.stringify(tableParts)}`;
}

function isGone(entry: Entry, final: Snapshot): boolean {
  return !final.has(entry.key) && (entry.tableParts === null || final.has(tableKey(entry)));
}

/** The object as the definitions of others name it. */
function mentions({ kind, parts }: Entry): RegExp {
  const name = parts.slice(0, 2).map(sqlName).join('.');
  const end = kind === 'function' ? '\\(' : '(?![\\w$"])';
  return new RegExp(`(?<![\\w$."])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}${end}`);
}

function textIn({ attributes, parts, kind }: Entry): string {
  // A body that names the object does not hang on it.
  const { body: _, ...rest } = attributes;
  return `${Object.values(rest).join(' ')}${kind === 'function' ? ` ${parts[2]}` : ''}`;
}

/** The new object belongs to the role that makes views anew, too. */
function ownerOf({ attributes: { owner } }: Entry): Attributes {
  return owner === undefined ? {} : { owner };
}

function again(entry: Entry, final: Snapshot, rest: (bare: Entry) => Loss[]): string | null {
  const { kind, parts, attributes } = entry;
  const table = final.get(tableKey(entry));
  switch (kind) {
    case 'view':
    case 'materialized view':
      return createView(entry, rest);
    case 'function':
      return typeof entry.facts.sql === 'string' ? `${entry.facts.sql.trimEnd()};` : null;
    case 'column': {
      const value = attributes.default === undefined ? '' : ` DEFAULT ${attributes.default}`;
      return `ALTER TABLE ${relationSql(entry.tableParts ?? [])} ADD COLUMN ${sqlName(parts.at(-1) ?? '')} ${attributes.type}${value};`;
    }
    case 'constraint':
      return table ? addConstraint(entry, table, final) : null;
    case 'index':
    case 'statistics object':
      return createNamed(entry, final);
    case 'trigger':
      return table ? createTrigger(entry, table) : null;
    case 'policy':
      return table ? createPolicy(entry, table) : null;
    default:
      return null;
  }
}

function createView(entry: Entry, rest: (bare: Entry) => Loss[]): string {
  const { attributes, kind, parts } = entry;
  const options = listOf(attributes, 'with');
  const create = `CREATE ${kind.toUpperCase()} ${relationSql(parts)}${options.length > 0 ? ` WITH (${options.join(', ')})` : ''} AS`;
  // What a new view has.
  const bare = { ...entry, attributes: { with: options } };
  const more = rest(bare).flatMap(({ items }) => items.map(({ sql }) => sql));
  return [`${create}\n${textOf(entry, 'query')?.trim()}`, ...more].join('\n');
}

/** Views that followed the old table when it was renamed. */
export function staleViews({ before, moved, first, final }: Pair): Loss[] {
  if (moved === null || before.kind === 'function') return [];
  const reads = (view: Entry, parts: readonly string[]) =>
    listOf(view.facts, 'reads').some((name) => JSON.stringify(JSON.parse(name)) === JSON.stringify(parts));
  const items = [...first.values()].flatMap((view): LostItem[] => {
    const now = view.kind === 'view' ? final.get(view.key) : undefined;
    if (now === undefined || !reads(view, before.parts)) return [];
    if (reads(now, before.parts) || !reads(now, moved.parts)) return [];
    const words = `${view.name.replace(/^public\./, '')} reads ${moved.name.replace(/^public\./, '')}`;
    return [{ words, sql: replaceView(view) }];
  });
  return lossOf('views over it', true, items);
}

/** An object as people name it in a message. */
export function calledBy({ kind, parts, name }: Entry): string {
  return kind === 'function' ? functionSql(parts) : name.replace(/^public\./, '');
}
