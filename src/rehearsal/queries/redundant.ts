/** Which of two indexes does what the other does, where the change made one of them: the catalogs tell. */
import { builtInFinding } from '../../built-in.js';
import type { Script, StatementReport } from '../../model.js';
import { lastName, shortName } from '../../schema/objects.js';
import { quoteIdentifier } from '../../sql/ast.js';
import type { Observation } from '../observation.js';
import { literal } from '../seed/quote.js';
import type { Session } from '../servers/server.js';
import type { Snapshot } from '../snapshot/snapshot.js';

/** The schema before a migration and after it, and what made the difference. */
export interface Made {
  up: Script;
  reports: StatementReport[];
  before: Snapshot;
  after: Snapshot;
}

/** To be called where the migration has been applied. Asks only where it made an index. */
export async function redundantIndexes(session: Session, made: Made): Promise<Observation[]> {
  const fresh = new Set(freshIndexes(made));
  if (fresh.size === 0) return [];
  const { rows } = await session.query(pairsSql([...fresh]));
  const told = new Set<string>();
  return rows.flatMap(([table = '', spare = '', serving = '']) => {
    // Two that do the same: of those, the new one is one too many.
    if (!spare || !serving || told.has(`${serving} ${spare}`)) return [];
    if (!fresh.has(spare) && rows.some((row) => row[1] === serving && row[2] === spare)) return [];
    told.add(`${spare} ${serving}`);
    return observed(made, table ?? '', spare, serving, fresh.has(spare));
  });
}

/** A constraint's index has its name. */
function freshIndexes({ before, after }: Made): string[] {
  return [...after].flatMap(([key, { kind, name, table }]) => {
    if (before.has(key) || (kind !== 'index' && kind !== 'constraint')) return [];
    return kind === 'index' ? [name] : [`${table?.slice(0, table.indexOf('.'))}.${lastName(name)}`];
  });
}

/**
 * table, spare, serving. The spare one's keys are the first of the serving one's, in the same order, with the same operator
 * classes, collations and directions, on the same rows; and it has no duty besides: uniqueness, a constraint, replication.
 */
function pairsSql(fresh: string[]): string {
  return `WITH made AS (SELECT unnest(ARRAY[${fresh.map(literal).join(', ')}]::text[]) AS name),
  one AS (
    SELECT i.*, x.relam, am.amname, n.nspname || '.' || x.relname AS name, pg_get_expr(i.indpred, i.indrelid) AS rows,
      ARRAY(SELECT concat_ws(' ', pg_get_indexdef(i.indexrelid, k, false), i.indclass[k - 1], i.indcollation[k - 1], i.indoption[k - 1]) FROM generate_series(1, i.indnkeyatts) k) AS keys,
      ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, false) FROM generate_series(1, i.indnatts) k) AS columns
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace JOIN pg_am am ON am.oid = x.relam
    WHERE i.indisvalid AND NOT x.relispartition AND i.indrelid IN (SELECT f.indrelid FROM pg_index f JOIN pg_class c ON c.oid = f.indexrelid
      JOIN pg_namespace m ON m.oid = c.relnamespace JOIN made ON made.name = m.nspname || '.' || c.relname))
  SELECT tn.nspname || '.' || t.relname, spare.name, serving.name
  FROM one spare JOIN one serving ON serving.indrelid = spare.indrelid AND serving.indexrelid <> spare.indexrelid
    JOIN pg_class t ON t.oid = spare.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
  WHERE spare.relam = serving.relam AND spare.rows IS NOT DISTINCT FROM serving.rows
    AND spare.keys = serving.keys[1:cardinality(spare.keys)] AND (spare.amname = 'btree' OR spare.keys = serving.keys)
    AND spare.columns <@ serving.columns AND NOT spare.indisunique AND NOT spare.indisexclusion AND NOT spare.indisreplident
    AND NOT EXISTS (SELECT FROM pg_constraint o WHERE o.conindid = spare.indexrelid AND o.contype IN ('p', 'u', 'x'))
    AND (spare.name IN (SELECT name FROM made) OR serving.name IN (SELECT name FROM made))
  ORDER BY 1, 2, 3`;
}

function observed({ up, reports }: Made, table: string, spare: string, serving: string, isNew: boolean): Observation[] {
  const name = isNew ? spare : serving;
  const makes = ({ objects }: StatementReport) =>
    objects.some((one) => one.change === 'extra' && lastName(one.name) === lastName(name));
  const statement = up.statements[reports.findIndex(makes)] ?? up.statements.at(-1);
  if (statement === undefined) return [];
  const message = isNew
    ? `The new index ${lastName(spare)} of ${shortName(table)} does nothing that ${lastName(serving)} doesn’t do.`
    : `The new index ${lastName(serving)} of ${shortName(table)} does all that ${lastName(spare)} does: that one becomes redundant.`;
  const drop = `DROP INDEX CONCURRENTLY ${shortName(spare).split('.').map(quoteIdentifier).join('.')};`;
  const finding = builtInFinding('index-made-redundant', statement.location, message, {
    evidence: 'observed',
    statement: statement.sql,
    proof: 'Compared in pg_index after the migration: keys, operator classes, collations, directions, predicates',
    help: isNew ? 'Leave the new index out.' : `Drop the old one in a later migration, once no plan uses it:\n${drop}`,
  });
  const fact = isNew ? { about: { kind: 'redundant index', name: spare } } : {};
  return [{ finding, at: { path: up.file.path, start: statement.start }, fact }];
}
