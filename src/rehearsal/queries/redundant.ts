/** Which of two indexes does what the other does, where the change made one of them, by the catalogs. */
import type { Script } from '../../model.js';
import type { StatementReport } from '../../report-schema/types.js';
import { lastName, shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { Observer } from '../../servers/server.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { code } from '../../sql/words.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { observe } from '../run/observe.js';
import type { Snapshot } from '../snapshot/snapshot.js';

/** The schema before a migration and after it, and what made the difference. */
export interface SchemaStep {
  up: Script;
  reports: StatementReport[];
  before: Snapshot;
  after: Snapshot;
}

/** To be called where the migration has been applied. Asks only where it made an index. */
export async function redundantIndexes(observer: Observer, made: SchemaStep): Promise<Observation[]> {
  const fresh = new Set(freshIndexes(made));
  if (fresh.size === 0) return [];
  const { rows } = await observer.read(catalogSql('redundant indexes', [...fresh]));
  const pairs = rows.flatMap(([table, spare, serving]) =>
    table && spare && serving ? [{ table, spare, serving }] : [],
  );
  return sparePairs(pairs, fresh, madeAt(made)).flatMap((one) => redundant(made, one));
}

interface SparePair {
  table: string;
  /** The index that could go, and the one that does what it does. */
  spare: string;
  serving: string;
}

/**
 * Each spare index once, beside one that stays: of indexes that all do the same, one stays, the old one before a new one and the
 * first that was made before those after it. Pure.
 */
export function sparePairs(
  pairs: readonly SparePair[],
  fresh: ReadonlySet<string>,
  madeAt: (index: string) => number,
): Redundancy[] {
  const isPair = new Set(pairs.map(({ spare, serving }) => `${spare} ${serving}`));
  const goesBefore = (a: string, b: string) =>
    fresh.has(a) !== fresh.has(b) ? fresh.has(b) : madeAt(a) !== madeAt(b) ? madeAt(a) < madeAt(b) : a < b;
  const leaves = ({ spare, serving }: SparePair) => !isPair.has(`${serving} ${spare}`) || goesBefore(serving, spare);
  const spares = new Set(pairs.filter(leaves).map(({ spare }) => spare));
  return [...spares].flatMap((spare) => {
    const [stays] = pairs
      .filter((pair) => pair.spare === spare && !spares.has(pair.serving))
      .sort((a, b) => (goesBefore(a.serving, b.serving) ? -1 : 1));
    return stays ? [{ ...stays, isNew: fresh.has(spare) }] : [];
  });
}

/** Which of the script's statements made an index; all that were there before come first. */
function madeAt({ reports }: SchemaStep): (index: string) => number {
  return (index) => reports.findIndex((report) => makes(report, index));
}

function makes({ objects }: StatementReport, index: string): boolean {
  return objects.some((one) => one.change === 'extra' && lastName(one.name) === lastName(index));
}

/** A constraint's index has its name. */
function freshIndexes({ before, after }: SchemaStep): string[] {
  return [...after].flatMap(([key, { kind, name, table }]) => {
    if (before.has(key) || (kind !== 'index' && kind !== 'constraint')) return [];
    return kind === 'index' ? [name] : [`${table?.slice(0, table.indexOf('.'))}.${lastName(name)}`];
  });
}

interface Redundancy extends SparePair {
  /** Whether the change made the one that could go. */
  isNew: boolean;
}

function redundant({ up, reports }: SchemaStep, { table, spare, serving, isNew }: Redundancy): Observation[] {
  const name = isNew ? spare : serving;
  const statement = up.statements[reports.findIndex((report) => makes(report, name))] ?? up.statements.at(-1);
  if (statement === undefined) return [];
  const message = isNew
    ? `The new index ${code(lastName(spare))} of ${code(shortName(table))} does nothing that ${code(lastName(serving))} doesn’t do.`
    : `The new index ${code(lastName(serving))} of ${code(shortName(table))} does all that ${code(lastName(spare))} does, which becomes redundant.`;
  const drop = `DROP INDEX CONCURRENTLY ${shortName(spare).split('.').map(quoteIdentifier).join('.')};`;
  const proof = 'Compared in pg_index after the migration: keys, operator classes, collations, directions, predicates';
  const help = isNew
    ? 'Leave the new index out.'
    : `Drop the old one in a later migration, once no plan uses it:\n${drop}`;
  const cause = `${isNew ? 'new' : 'old'} beside ${serving}`;
  const told = { message, proof, help, cause, ...(isNew && { facts: [hazard('redundant index', spare)] as const }) };
  return [observe('index-made-redundant', up, statement, told)];
}
