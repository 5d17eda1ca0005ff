/** What columns of the new table lack: defaults, identities, sequences, how they are stored. Pure. */

import { literal } from '../../../sql/quote.js';
import { type Entry, listOf, textOf } from '../../snapshot/entry.js';
import { relationSql, sqlName } from '../../snapshot/names.js';
import { grantsLost } from './grants.js';
import { type Loss, type LostItem, lossOf, type Pair } from './loss.js';

const MAKES_VALUES = ['default', 'identity', 'generated'];

export function lostOfColumns(pair: Pair): Loss[] {
  const { was, is } = pair;
  const both = was.of('column').flatMap((before): [Entry, Entry][] => {
    const after = is.column(before.parts.at(-1) ?? '');
    return after === undefined ? [] : [[before, after]];
  });
  const of = (find: (before: Entry, after: Entry, pair: Pair) => LostItem[]) =>
    both.flatMap(([before, after]) => find(before, after, pair));
  return [
    ...lossOf('defaults', false, [...of(lostValue), ...viewDefaults(pair)]),
    ...lossOf('owned sequences', false, of(lostSequence)),
    ...lossOf('privileges of its sequences', true, of(lostSequenceGrants)),
    ...lossOf('storage of columns', false, of(lostStorage)),
  ];
}

/** Another default is the change's own; none where there was one is a loss. */
function lostValue(before: Entry, after: Entry, { isNamed }: Pair): LostItem[] {
  if (MAKES_VALUES.some((name) => after.attributes[name] !== undefined)) return [];
  if (isNamed({ kind: 'default', parts: after.parts })) return [];
  const [table, column] = [relationSql(after.tableParts ?? []), sqlName(after.parts.at(-1) ?? '')];
  const { identity, generated, type } = before.attributes;
  const value = textOf(before, 'default');
  const name = after.parts.at(-1);
  if (value !== undefined) {
    return [{ words: `${name} ${value}`, sql: `ALTER TABLE ${table} ALTER COLUMN ${column} SET DEFAULT ${value};` }];
  }
  if (identity !== undefined) {
    const kind = identity === 'a' ? 'ALWAYS' : 'BY DEFAULT';
    const sequence = `pg_get_serial_sequence(${literal(table)}, ${literal(String(name))})`;
    const sql = `ALTER TABLE ${table} ALTER COLUMN ${column} SET NOT NULL, ALTER COLUMN ${column} ADD GENERATED ${kind} AS IDENTITY;
SELECT setval(${sequence}, coalesce(max(${column}), 1), max(${column}) IS NOT NULL) FROM ${table};`;
    return [{ words: `${name} as identity`, sql }];
  }
  if (typeof generated !== 'string') return [];
  const stored = generated.startsWith('v') ? 'VIRTUAL' : 'STORED';
  const add = `ADD COLUMN ${column} ${type} GENERATED ALWAYS AS (${generated.slice(2)}) ${stored}`;
  return [{ words: `${name} as generated`, sql: `ALTER TABLE ${table} DROP COLUMN ${column}, ${add};` }];
}

function viewDefaults({ before, after }: Pair): LostItem[] {
  const now = listOf(after.attributes, 'column defaults');
  return listOf(before.attributes, 'column defaults').flatMap((text) => {
    const [, column = '', value = ''] = /^("(?:[^"]|"")*"|\S+) (.*)$/s.exec(text) ?? [];
    if (now.some((one) => one.startsWith(`${column} `))) return [];
    return [
      { words: text, sql: `ALTER VIEW ${relationSql(after.parts)} ALTER COLUMN ${column} SET DEFAULT ${value};` },
    ];
  });
}

function ownedBy(column: Entry, family: Pair['was']): Entry | undefined {
  return family.of('sequence').find((sequence) => sequence.attributes['owned by'] === column.parts.at(-1));
}

/** The new column draws from the old one's sequence, which goes with the old table. */
function lostSequence(before: Entry, after: Entry, { was, final }: Pair): LostItem[] {
  const old = ownedBy(before, was);
  const now = old && final.get(old.key);
  if (now === undefined || JSON.stringify(now.tableParts) === JSON.stringify(after.tableParts)) return [];
  const name = now.parts.map(sqlName).join('.');
  if (!textOf(after, 'default')?.includes(`nextval('${name.replaceAll("'", "''")}'`)) return [];
  const column = `${relationSql(after.tableParts ?? [])}.${sqlName(after.parts.at(-1) ?? '')}`;
  const words = `${now.name.replace(/^public\./, '')} of ${after.parts.at(-1)}`;
  return [{ words, sql: `ALTER SEQUENCE ${relationSql(now.parts)} OWNED BY ${column};` }];
}

function lostSequenceGrants(before: Entry, after: Entry, { was, is }: Pair): LostItem[] {
  const [old, now] = [ownedBy(before, was), ownedBy(after, is)];
  return old === undefined || now === undefined || old.key === now.key ? [] : grantsLost(old, now);
}

const STORAGES: Record<string, string> = { p: 'PLAIN', e: 'EXTERNAL', m: 'MAIN', x: 'EXTENDED' };
const COMPRESSIONS: Record<string, string> = { p: 'pglz', l: 'lz4' };

/** Another type has another storage of its own. */
function lostStorage(before: Entry, after: Entry): LostItem[] {
  const was = before.attributes;
  const is = after.attributes;
  if (was.type !== is.type) return [];
  const name = after.parts.at(-1) ?? '';
  const alter = `ALTER TABLE ${relationSql(after.tableParts ?? [])} ALTER COLUMN ${sqlName(name)}`;
  const lost = (attribute: string, action: string): LostItem[] =>
    was[attribute] === undefined ||
    (attribute !== 'storage' && is[attribute] !== undefined) ||
    was[attribute] === is[attribute]
      ? []
      : [{ words: `${attribute} of ${name}`, sql: `${alter} ${action};` }];
  const options = listOf(was, 'with').filter(
    (option) => !listOf(is, 'with').some((one) => one.split('=')[0] === option.split('=')[0]),
  );
  return [
    ...lost('storage', `SET STORAGE ${STORAGES[String(was.storage)]}`),
    ...lost('compression', `SET COMPRESSION ${COMPRESSIONS[String(was.compression)]}`),
    ...lost('statistics', `SET STATISTICS ${was.statistics}`),
    ...(options.length > 0
      ? [{ words: `${options.join(', ')} of ${name}`, sql: `${alter} SET (${options.join(', ')});` }]
      : []),
  ];
}
