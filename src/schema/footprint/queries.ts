/** SELECT, INSERT, UPDATE, DELETE, MERGE, COPY. What runs row by row, such as triggers and foreign keys' checks, is left out. */
import type { Node, RangeVar } from '@pgsql/types';
import type { LockMode } from '../../model.js';
import { hasOption, nodeOf, relationName, walk } from '../../sql/ast.js';
import { fullName } from '../objects.js';
import {
  AS,
  type Footprint,
  type FootprintReader,
  type FootprintScene,
  RX,
  readThrough,
  touch,
  touchTree,
} from './touch.js';

/** Reads a query with all that it contains. A scan is one that no plan can avoid: no WHERE, no LIMIT. */
export function reads(query: unknown, scene: FootprintScene): Footprint[] {
  const targets = new Map<unknown, Footprint[]>();
  const whole = new Set<unknown>();
  const locked = new Set<unknown>();
  walk(query, (tag, body) => {
    const target = CHANGES[tag]?.(body);
    if (target) targets.set(target.relation, changed(target, scene));
    const from = rangesIn((body.fromClause ?? body.usingClause) as Node[] | undefined);
    const all = body.whereClause === undefined && body.limitCount === undefined;
    if (tag in WHOLE && all) for (const range of from) whole.add(range);
    if (tag === 'SelectStmt' && body.lockingClause !== undefined) for (const range of from) locked.add(range);
  });
  const touched = relationsIn(query)
    .filter(({ range }) => !targets.has(range))
    .flatMap(({ relation, range }) =>
      looked(relation, locked.has(range) ? 'ROW SHARE' : AS, scene, whole.has(range) ? 'scan' : undefined),
    );
  return [...[...targets.values()].flat(), ...touched];
}

/** Every relation that a query names; the names that WITH makes are none. */
export function relationsIn(query: unknown): { relation: string; range: RangeVar }[] {
  const withNames = new Set<string>();
  const ranges: RangeVar[] = [];
  walk(query, (tag, body) => {
    if (tag === 'CommonTableExpr') withNames.add(String(body.ctename));
    if (tag === 'RangeVar') ranges.push(body as RangeVar);
  });
  return ranges.flatMap((range) => {
    const name = relationName(range);
    if (!name || (range.schemaname === undefined && withNames.has(name.name))) return [];
    return [{ relation: fullName(name), range }];
  });
}

const WHOLE = { SelectStmt: true, UpdateStmt: true, DeleteStmt: true };

interface QueryTarget {
  relation: RangeVar | undefined;
  /** Every row is read, whatever the plan. */
  all: boolean;
  /** The rows' partitions are not known beforehand. */
  routed?: boolean;
}

const CHANGES: Record<string, (body: Record<string, unknown>) => QueryTarget> = {
  InsertStmt: ({ relation }) => ({ relation: relation as RangeVar, all: false, routed: true }),
  UpdateStmt: ({ relation, whereClause }) => ({ relation: relation as RangeVar, all: whereClause === undefined }),
  DeleteStmt: ({ relation, whereClause }) => ({ relation: relation as RangeVar, all: whereClause === undefined }),
  MergeStmt: ({ relation }) => ({ relation: relation as RangeVar, all: false }),
};

function changed({ relation, all, routed = false }: QueryTarget, scene: FootprintScene): Footprint[] {
  const name = relationName(relation);
  if (!name) return [];
  const work = all ? 'scan' : undefined;
  return routed || !relation?.inh ? [touch(fullName(name), RX, work)] : touchTree(fullName(name), RX, scene, work);
}

/** A relation that is read; a view is read through. */
function looked(relation: string, lock: LockMode, scene: FootprintScene, work?: 'scan'): Footprint[] {
  return readThrough(relation, scene.schema).flatMap((one) => {
    if (scene.schema.find('view', one)) return [touch(one, lock)];
    // A sequence is a table of one row.
    const scans = one === relation && !isSequence(one, scene) ? work : undefined;
    return touchTree(one, lock, scene, scans);
  });
}

/** Those of identity columns are made by no statement: Postgres names them so. */
function isSequence(relation: string, { schema }: FootprintScene): boolean {
  if (schema.find('sequence', relation)) return true;
  return /_seq\d*$/.test(relation) && !HAVE_ROWS.some((kind) => schema.find(kind, relation));
}

const HAVE_ROWS = ['table', 'foreign table', 'view', 'materialized view'] as const;

/** The tables of a FROM clause, through joins. */
function rangesIn(from: Node[] | undefined): RangeVar[] {
  const ranges: RangeVar[] = [];
  const waiting = (from ?? []).toReversed();
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const join = nodeOf(item, 'JoinExpr');
    const range = nodeOf(item, 'RangeVar');
    if (range) ranges.push(range);
    if (join) waiting.push(...[join.rarg, join.larg].filter((side) => side !== undefined));
  }
  return ranges;
}

export const query: FootprintReader = (node, scene) => reads(withoutInto(node), scene);

/** SELECT … INTO names the table that it makes. */
function withoutInto(node: Node): Node {
  const select = nodeOf(node, 'SelectStmt');
  if (!select?.intoClause) return node;
  const { intoClause: _, ...rest } = select;
  return { SelectStmt: rest };
}

/** Without ANALYZE a query is planned but not run. */
export const explain: FootprintReader = (node, scene) => {
  const { query: of, options } = nodeOf(node, 'ExplainStmt') ?? {};
  const touched = reads(of, scene);
  return hasOption(options, 'analyze') ? touched : touched.map((one) => ({ ...one, scans: false }));
};

export const copy: FootprintReader = (node, scene) => {
  const { relation, query: of, is_from: isFrom } = nodeOf(node, 'CopyStmt') ?? {};
  const name = relationName(relation);
  if (!name) return reads(of, scene);
  return [isFrom ? touch(fullName(name), RX) : touch(fullName(name), AS, 'scan')];
};
