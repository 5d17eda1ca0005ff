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
  const told = new Set<string>();
  return rows.flatMap(([table = '', spare = '', serving = '']) => {
    // Two that do the same: of those, the new one is one too many.
    if (!spare || !serving || told.has(`${serving} ${spare}`)) return [];
    if (!fresh.has(spare) && rows.some((row) => row[1] === serving && row[2] === spare)) return [];
    told.add(`${spare} ${serving}`);
    return redundant(made, { table: table ?? '', spare, serving, isNew: fresh.has(spare) });
  });
}

/** A constraint's index has its name. */
function freshIndexes({ before, after }: SchemaStep): string[] {
  return [...after].flatMap(([key, { kind, name, table }]) => {
    if (before.has(key) || (kind !== 'index' && kind !== 'constraint')) return [];
    return kind === 'index' ? [name] : [`${table?.slice(0, table.indexOf('.'))}.${lastName(name)}`];
  });
}

interface Redundancy {
  table: string;
  /** The index that could go, and the one that does what it does. */
  spare: string;
  serving: string;
  /** Whether the change made the one that could go. */
  isNew: boolean;
}

function redundant({ up, reports }: SchemaStep, { table, spare, serving, isNew }: Redundancy): Observation[] {
  const name = isNew ? spare : serving;
  const makes = ({ objects }: StatementReport) =>
    objects.some((one) => one.change === 'extra' && lastName(one.name) === lastName(name));
  const statement = up.statements[reports.findIndex(makes)] ?? up.statements.at(-1);
  if (statement === undefined) return [];
  const message = isNew
    ? `The new index ${code(lastName(spare))} of ${code(shortName(table))} does nothing that ${code(lastName(serving))} doesn’t do.`
    : `The new index ${code(lastName(serving))} of ${code(shortName(table))} does all that ${code(lastName(spare))} does, which becomes redundant.`;
  const drop = `DROP INDEX CONCURRENTLY ${shortName(spare).split('.').map(quoteIdentifier).join('.')};`;
  const proof = 'Compared in pg_index after the migration: keys, operator classes, collations, directions, predicates';
  const help = isNew
    ? 'Leave the new index out.'
    : `Drop the old one in a later migration, once no plan uses it:\n${drop}`;
  const told = { message, proof, help, ...(isNew && { facts: [hazard('redundant index', spare)] as const }) };
  return [observe('index-made-redundant', up, statement, told)];
}
