/** What the new relation, function or type lacks as a whole: options, comments, publications, statistics. Pure. */

import { literal } from '../../../sql/quote.js';
import { type Attributes, type Entry, listOf, textOf } from '../../snapshot/entry.js';
import { functionSql, relationSql, sqlName } from '../../snapshot/names.js';
import { commented } from '../recreate.js';
import { lostDefaults } from './arguments.js';
import { commentSql, createNamed, standsOn, unnamed } from './definitions.js';
import { commentKind, identityOf } from './family.js';
import { objectSql } from './grants.js';
import { type Loss, type LostItem, lossOf, type Pair } from './loss.js';

/** View options that decide what may be seen or written through it. */
const GUARDS = /^(?:security_barrier|security_invoker|check_option)=(?!false|off)/;

export function lostOptions({ before, after }: Pair): Loss[] {
  const alter = `ALTER ${objectSql(after, true)}`;
  const set = (option: string) => ({ words: option, sql: `${alter} SET (${option});` });
  const lost = missingOptions(before.attributes, after.attributes, 'with');
  const toast = missingOptions(before.attributes, after.attributes, 'toast').map((option) => `toast.${option}`);
  return [
    ...lossOf('security options', true, lost.filter((option) => GUARDS.test(option)).map(set)),
    ...lossOf('storage options', false, [...lost.filter((option) => !GUARDS.test(option)), ...toast].map(set)),
  ];
}

/** Of a view that keeps its place: what decides who sees what through it. */
export function lostGuards(pair: Pair): Loss[] {
  return pair.after.kind === 'view' ? lostOptions(pair).filter(({ protects }) => protects) : [];
}

/** A materialized view that holds nothing can't even be read. */
export function lostContents({ before, after }: Pair): Loss[] {
  const empty = 'not populated';
  if (before.attributes[empty] !== undefined || after.attributes[empty] === undefined) return [];
  const sql = `REFRESH MATERIALIZED VIEW ${relationSql(after.parts)};`;
  return lossOf('contents', true, [{ words: 'it is not populated, and can’t be read', sql }]);
}

/** Another value is the change's own. */
function missingOptions(was: Attributes, is: Attributes, list: string): string[] {
  const name = (option: string) => option.slice(0, option.indexOf('='));
  const now = listOf(is, list).map(name);
  return listOf(was, list).filter((option) => !now.includes(name(option)));
}

export function lostPlace({ before, after }: Pair): Loss[] {
  const alter = `ALTER ${objectSql(after, true)}`;
  const was = before.attributes;
  const logged = was.persistence === 'p' && after.attributes.persistence === 'u';
  const tablespace = was.tablespace !== undefined && after.attributes.tablespace === undefined;
  return [
    ...lossOf('crash safety', true, logged ? [{ words: 'it is UNLOGGED', sql: `${alter} SET LOGGED;` }] : []),
    ...lossOf(
      'tablespace',
      false,
      tablespace
        ? [{ words: String(was.tablespace), sql: `${alter} SET TABLESPACE ${sqlName(String(was.tablespace))};` }]
        : [],
    ),
  ];
}

/** The table's place under a parent: without it, the parent doesn't show its rows. */
export function lostParents({ before, after, final }: Pair): Loss[] {
  const parents = listOf(before.facts, 'inherits').filter(
    (parent) => !listOf(after.facts, 'inherits').includes(parent),
  );
  const items = parents.flatMap((parent): LostItem[] => {
    const parts = JSON.parse(parent) as string[];
    if (!final.has(`table ${JSON.stringify(parts)}`)) return [];
    const bound = textOf(before, 'partition');
    const [name, table] = [relationSql(parts), relationSql(after.parts)];
    const sql =
      bound === undefined
        ? `ALTER TABLE ${table} INHERIT ${name};`
        : `ALTER TABLE ${name} ATTACH PARTITION ${table} ${bound};`;
    return [{ words: name, sql }];
  });
  return lossOf('parent tables', true, items);
}

export function lostPublications({ before, after }: Pair): Loss[] {
  const read = (text: string) => JSON.parse(text) as [string, string];
  const now = listOf(after.facts, 'published').map((text) => read(text)[0]);
  const items = listOf(before.facts, 'published').flatMap((text): LostItem[] => {
    const [publication, rest] = read(text);
    if (now.includes(publication)) return [];
    return [
      { words: publication, sql: `ALTER PUBLICATION ${publication} ADD TABLE ${relationSql(after.parts)}${rest};` },
    ];
  });
  return lossOf('publications', false, items);
}

const IDENTITIES: Record<string, string> = { f: 'FULL', i: 'FULL', n: 'NOTHING' };

export function lostReplicaIdentity({ before, after, was, is }: Pair): Loss[] {
  const [old, now] = [String(before.attributes['replica identity']), String(after.attributes['replica identity'])];
  if (!['f', 'i'].includes(old) || !['d', 'n'].includes(now)) return [];
  const marked = (entry: Entry) => entry.attributes['replica identity'] === true;
  const definition = ({ kind, facts, attributes }: Entry) =>
    unnamed(String(kind === 'index' ? attributes.definition : facts.index));
  const all = (family: Pair['was']) => [...family.of('index'), ...family.of('constraint')];
  const index = all(was).find(marked);
  const twin = index && all(is).find((other) => definition(other) === definition(index));
  const identity = old === 'i' && twin ? `USING INDEX ${sqlName(twin.parts.at(-1) ?? '')}` : IDENTITIES[old];
  const sql = `ALTER TABLE ${relationSql(after.parts)} REPLICA IDENTITY ${identity};`;
  return lossOf('replica identity', false, [{ words: old === 'f' ? 'FULL' : 'an index', sql }]);
}

export function lostStatistics({ was, is, final }: Pair): Loss[] {
  const definition = (entry: Entry) => unnamed(textOf(entry, 'definition') ?? '');
  const items = was.of('statistics object').flatMap((statistics): LostItem[] => {
    if (!standsOn(statistics, is)) return [];
    if (is.of('statistics object').some((one) => definition(one) === definition(statistics))) return [];
    const sql = createNamed(statistics, final);
    return [
      {
        words: statistics.name.replace(/^public\./, ''),
        sql: final.has(statistics.key) ? sql : sql + commentSql(statistics, was),
      },
    ];
  });
  return lossOf('statistics objects', false, items);
}

/** On it, on its columns, and on what carries its old name. What has to be made again brings its comment along. */
export function lostComments({ before, after, was, is, final }: Pair): Loss[] {
  const parts = ['column', 'constraint', 'index', 'trigger', 'policy', 'rule', 'statistics object'];
  const known = [before, ...parts.flatMap((kind) => was.of(kind))];
  const items = known.flatMap((entry): LostItem[] => {
    const text = was.comment(entry);
    const now = entry === before ? after : final.get(entry.key);
    const belongs = now === after || JSON.stringify(now?.tableParts) === JSON.stringify(after.parts);
    if (text === undefined || now === undefined || !belongs || is.comment(now) !== undefined) return [];
    const target = commented([commentKind(now, is.head), identityOf(now)]);
    return [{ words: `on ${target}`, sql: `COMMENT ON ${target} IS ${literal(text)};` }];
  });
  return lossOf('comments', false, [...items, ...viewComments(was, is, final)]);
}

function viewComments({ head, of, columns }: Pair['was'], is: Pair['is'], final: Pair['final']): LostItem[] {
  return of('comment').flatMap((comment): LostItem[] => {
    const column = columns.find((name) => comment.parts[1] === `${identityOf(head)}.${sqlName(name)}`);
    if (column === undefined || !is.columns.includes(column) || final.has(comment.key)) return [];
    const target = commented(comment.parts);
    return [{ words: `on ${target}`, sql: `COMMENT ON ${target} IS ${literal(textOf(comment, 'text') ?? '')};` }];
  });
}

/** Also of one that keeps its place: OR REPLACE takes the default for what its new text leaves out. */
export function lostOfFunction({ before, after, isNamed }: Pair): Loss[] {
  if (before.kind !== 'function') return [];
  const alter = `ALTER ROUTINE ${functionSql(after.parts)}`;
  const { parts } = after;
  // What the new text says is the change's own.
  const isSaid = (option: string) => isNamed({ kind: `${option} of function`, parts });
  const lacks = (name: string, option = name) =>
    before.attributes[name] === true && after.attributes[name] === undefined && !isSaid(option);
  const settings = missingOptions(before.attributes, after.attributes, 'set').map((setting) => {
    const name = setting.slice(0, setting.indexOf('='));
    const clause = String(before.facts.sql)
      .split('\n')
      .find((line) => line.startsWith(` SET ${name} TO `));
    return { words: setting, sql: `${alter}${clause ?? ` SET ${name} FROM CURRENT`};` };
  });
  const isDefiner = [before, after].some(({ attributes }) => attributes['security definer'] === true);
  return [
    ...lossOf('security attributes', true, [
      ...(lacks('security definer', 'security')
        ? [{ words: 'SECURITY DEFINER', sql: `${alter} SECURITY DEFINER;` }]
        : []),
    ]),
    ...lossOf('settings', isDefiner, settings),
    ...lossOf('LEAKPROOF', false, lacks('leakproof') ? [{ words: 'LEAKPROOF', sql: `${alter} LEAKPROOF;` }] : []),
    ...lossOf('defaults of arguments', false, lostDefaults(before, after)),
    ...lossOf('volatility', false, isSaid('volatility') ? [] : lostVolatility(before, after, alter)),
  ];
}

const VOLATILITY: Record<string, string> = { i: 'IMMUTABLE', s: 'STABLE' };

/** What the planner may count on no more: one call for a query, and an index for a search by its result. */
function lostVolatility(before: Entry, after: Entry, alter: string): LostItem[] {
  const words = VOLATILITY[String(before.attributes.volatility)];
  if (words === undefined || after.attributes.volatility !== undefined) return [];
  return [{ words: `${words} (it is VOLATILE)`, sql: `${alter} ${words};` }];
}

export function lostOfDomain({ before, after }: Pair): Loss[] {
  if (before.kind !== 'domain') return [];
  const alter = `ALTER DOMAIN ${relationSql(after.parts)}`;
  const value = textOf(before, 'default');
  // Another check is the change's own.
  const checks = listOf(after.facts, 'checks').length > 0 ? [] : listOf(before.facts, 'checks');
  return [
    ...lossOf('constraints', true, [
      ...checks.map((check) => ({ words: check, sql: `${alter} ADD ${check};` })),
      ...(before.attributes['not null'] && !after.attributes['not null']
        ? [{ words: 'NOT NULL', sql: `${alter} SET NOT NULL;` }]
        : []),
    ]),
    ...lossOf(
      'defaults',
      false,
      value !== undefined && after.attributes.default === undefined
        ? [{ words: value, sql: `${alter} SET DEFAULT ${value};` }]
        : [],
    ),
  ];
}
