/** Which tables lose rows, or have all of them written, by code that no line of the migration shows. */
import type { Script, Statement } from '../../model.js';
import { lastName, shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';
import { nodeOf, relationName } from '../../sql/ast.js';
import { ident } from '../../sql/quote.js';
import { code } from '../../sql/words.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { causeOf, runsCode } from '../run/hazards/unwritten.js';
import { observe } from '../run/observe.js';
import type { Ran } from '../run/trace/timeline.js';

/** By oid. */
export type RowCounts = ReadonlyMap<string, { name: string; rows: number }>;

/** Whether anything of it could lose rows unsaid. */
export function mayLoseRows({ statements }: Script): boolean {
  return statements.some((statement) => runsCode(statement) || WRITES.has(statement.kind));
}

const WRITES = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt']);

/** Of all tables that may be read. Reads every row. */
export async function countRows(session: ChangeSession): Promise<RowCounts> {
  const { rows: tables } = await session.query(catalogSql('readable tables'));
  if (tables.length === 0) return new Map();
  const counts = tables.map(
    ([schema, table]) =>
      `SELECT pg_catalog.count(*)::pg_catalog.text FROM ONLY ${ident(String(schema))}.${ident(String(table))}`,
  );
  const { rows } = await session.query(counts.join('\nUNION ALL\n'));
  return new Map(
    tables.map(([schema, table, oid], at) => [
      String(oid),
      { name: shortName(`${schema}.${table}`), rows: Number(rows[at]?.[0] ?? 0) },
    ]),
  );
}

/** What the statements did to rows that were there before, as far as no statement says it. */
export function lostRows(script: Script, ran: readonly Ran[], { before, after }: Counted): Observation[] {
  const told = new Set<string>();
  return ran.flatMap(({ statement, deeds: { deleted, rewrites } }) => {
    const touched = [...deleted, ...rewrites].filter(({ oid, isNew }) => !isNew && !told.has(oid));
    const lost = touched.flatMap(({ oid, name, partOf }) => {
      const [was, is] = [before.get(oid)?.rows ?? 0, after.get(oid)?.rows];
      if (was === 0 || is === undefined || is >= was) return [];
      // Who names a partitioned table says that its partitions' rows are meant.
      if ([name, ...partOf].some((one) => names(statement, one))) return [];
      told.add(oid);
      return [{ name, all: is === 0 }];
    });
    if (lost.length === 0) return [];
    const all = lost.filter((one) => one.all);
    // What a condition chose may be meant to go; it is only that nobody can read it here.
    return [tell(script, statement, all.length > 0 ? all : lost, all.length > 0)];
  });
}

export interface Counted {
  before: RowCounts;
  after: RowCounts;
}

function tell(script: Script, statement: Statement, lost: readonly { name: string }[], all: boolean): Observation {
  const tables = [...new Set(lost.map(({ name }) => code(name)))].sort().join(', ');
  return observe('unwritten-loss', script, statement, {
    message: `The statement deletes ${all ? 'all' : 'some'} rows of ${tables}, which its SQL doesn’t say. No rollback brings them back.`,
    proof: `On tables with a few rows, ${all ? 'none was' : 'not all were'} left in ${tables}`,
    facts: [hazard('unwritten-loss'), ...lost.map(({ name }) => hazard('emptied', name))],
    cause: causeOf(statement),
    ...(!all && { severity: 'warning' as const }),
  });
}

/** Whether it, or what can be read of its block, deletes from the table by its name: the rules for that have read it. */
function names(statement: Statement, table: string): boolean {
  return [statement, ...(statement.block?.statements ?? [])].some(({ node }) => {
    const { relations = [] } = nodeOf(node, 'TruncateStmt') ?? {};
    const target = (nodeOf(node, 'DeleteStmt') ?? nodeOf(node, 'MergeStmt') ?? nodeOf(node, 'UpdateStmt'))?.relation;
    const inside = withTargets(node);
    const all = [target, ...inside, ...relations.map((item) => nodeOf(item, 'RangeVar'))];
    return all.some((one) => relationName(one)?.name === lastName(table));
  });
}

/** What a statement's WITH deletes from. */
function withTargets(node: Statement['node']) {
  const holder = nodeOf(node, 'SelectStmt') ?? nodeOf(node, 'InsertStmt') ?? nodeOf(node, 'UpdateStmt');
  return (holder?.withClause?.ctes ?? []).map((item) => {
    const query = nodeOf(item, 'CommonTableExpr')?.ctequery;
    return nodeOf(query, 'DeleteStmt')?.relation;
  });
}
