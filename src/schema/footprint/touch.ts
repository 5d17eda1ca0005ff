/** What a footprint is made of, and the few ways to write one. */
import type { Node } from '@pgsql/types';
import type { LockMode } from '../../model.js';
import { type QualifiedName, relationName } from '../../sql/ast.js';
import { compareLockModes } from '../../sql/locks.js';
import type { ObjectKind } from '../kinds.js';
import { fullName } from '../objects.js';
import type { Schema } from '../schema.js';

/** One relation that a statement locks. */
export interface Footprint {
  /** Its full name, schema first. */
  relation: string;
  lock: LockMode;
  /** All its rows are read while the lock is held. */
  scans: boolean;
  /** Its storage is written anew while the lock is held. */
  rewrites: boolean;
}

/** What surrounds a statement. */
export interface FootprintScene {
  /** The schema before the statement. */
  schema: Schema;
  /** The server's major version; null if not set. */
  version: number | null;
}

/** Reads the footprint of one kind of statement; may name a relation twice. */
export type FootprintReader = (node: Node, scene: FootprintScene) => Footprint[];

/** What is done to a relation's rows; `rewrite` reads them all, too. */
export type Work = 'scan' | 'rewrite' | undefined;

export const AX = 'ACCESS EXCLUSIVE';
export const SRX = 'SHARE ROW EXCLUSIVE';
export const S = 'SHARE';
export const SUX = 'SHARE UPDATE EXCLUSIVE';
export const RX = 'ROW EXCLUSIVE';
export const AS = 'ACCESS SHARE';

export function touch(relation: string, lock: LockMode, work?: Work): Footprint {
  return { relation, lock, scans: work !== undefined, rewrites: work === 'rewrite' };
}

/** A relation that the SQL names, if it does. */
export function touchNamed(name: QualifiedName | undefined, lock: LockMode, work?: Work): Footprint[] {
  return name ? [touch(fullName(name), lock, work)] : [];
}

/** A table without its partitions. A partitioned table has no rows of its own to work on. */
export function touchOne(table: string, lock: LockMode, { schema }: FootprintScene, work?: Work): Footprint {
  return touch(table, lock, isPartitioned(table, schema) ? undefined : work);
}

/** A table with its partitions, theirs too. */
export function touchTree(table: string, lock: LockMode, scene: FootprintScene, work?: Work): Footprint[] {
  return treeOf(table, scene.schema).map((one) => touchOne(one, lock, scene, work));
}

/** The table, its partitions and theirs, each once: a script may claim that one is its own partition. */
export function treeOf(table: string, schema: Schema): string[] {
  return reachable(table, (one) => schema.partitionsOf(one).map(({ name }) => name));
}

/** The relation, and where it is a view what that reads, through other views, each once: views may read each other. */
export function readThrough(relation: string, schema: Schema): string[] {
  return reachable(relation, (one) => schema.find('view', one)?.facts?.reads ?? []);
}

/** All that `next` leads to from `start`, depth first, each once. */
function reachable(start: string, next: (from: string) => readonly string[]): string[] {
  const seen = new Set<string>();
  const waiting = [start];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    waiting.push(...next(one).toReversed());
  }
  return [...seen];
}

export function isPartitioned(table: string, schema: Schema): boolean {
  return schema.find('table', table)?.facts?.partitionBy !== undefined;
}

/** IF EXISTS touches only what is there, as far as is known. */
export function isAbsent(relation: string, schema: Schema, kind: ObjectKind = 'table'): boolean {
  return isMissing(relation, schema) && !schema.mayHold(relation, kind);
}

/** No script shows it. */
export function isMissing(relation: string, schema: Schema): boolean {
  return RELATIONS.every((kind) => schema.find(kind, relation) === undefined);
}

const RELATIONS = ['table', 'materialized view', 'view', 'foreign table', 'sequence', 'index'] as const;

/** The relations in a list of RangeVars. */
export function namesIn(relations: Node[] | undefined): string[] {
  return (relations ?? []).flatMap((node) => {
    const name = 'RangeVar' in node ? relationName(node.RangeVar) : undefined;
    return name ? fullName(name) : [];
  });
}

/** One entry for each relation, with its strongest lock. */
export function merged(touches: readonly Footprint[]): Footprint[] {
  const byName = new Map<string, Footprint>();
  for (const one of touches) {
    const known = byName.get(one.relation);
    byName.set(one.relation, known ? strongest(known, one) : one);
  }
  return [...byName.values()];
}

function strongest(a: Footprint, b: Footprint): Footprint {
  const lock = compareLockModes(a.lock, b.lock) >= 0 ? a.lock : b.lock;
  return { relation: a.relation, lock, scans: a.scans || b.scans, rewrites: a.rewrites || b.rewrites };
}
