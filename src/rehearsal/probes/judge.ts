/** What is to be said of a write that worked before the migration. Pure. */
import { PostgresError } from '../../servers/server.js';
import type { Column, SeedCatalog, Table } from '../ground/seed/catalog.js';
import { dependsOn } from './certain.js';
import type { WriteComparison } from './compared.js';
import type { Policies } from './policies.js';
import { type Answer, LEAN, type Operation } from './probe.js';
import { isRefusedForAll } from './referenced.js';

/** Who tries what. */
export interface Probing {
  name: string;
  /** Null: the table's owner. */
  role: string | null;
  /** Row-level security held the owner: it is tried without. */
  past?: true;
}

interface TriedWrite {
  /** As it is now. */
  table: Table;
  who: Probing;
  operation: Operation;
  answers: readonly Answer[];
  /** The columns that an INSERT gives. */
  named: readonly Column[];
  before: SeedCatalog;
  now: SeedCatalog;
  policies: Policies;
  /** An INSERT works, so that there is a row for the others. */
  hasRow: boolean;
}

export function judged(one: TriedWrite): WriteComparison {
  const { table, who, operation, answers, before, now, policies } = one;
  const about = { table: who.name, operation, ...(who.role !== null && { role: who.role }) };
  if (isWorking(answers)) return { ...about, result: 'works' };
  const named = new Set(one.named.map((column) => column.name));
  const errors = answers.filter((answer) => answer instanceof PostgresError);
  const isAllowed = operation.startsWith('INSERT') ? policies.allowInsert(who) : true;
  const isSure = (error: PostgresError) =>
    dependsOn({ error, table, named, before, now, isAllowed }) === 'nothing' ||
    (operation.startsWith('DELETE') && isRefusedForAll(error, table, before, now));
  const [error] = errors;
  if (operation === LEAN) return { ...about, result: 'unknown', ...(error && { error }), perhaps: leavesOut(error) };
  const sure = errors.find(isSure);
  if (sure) return { ...about, result: 'breaks', error: sure };
  const swallowed = isSwallowed(one) && { swallowed: true as const };
  return { ...about, result: 'unknown', ...(error && { error }), ...swallowed };
}

/** Policies hide rows from an UPDATE, and refuse an INSERT; a trigger may leave out an UPDATE that changes nothing. */
function isSwallowed({ who, operation, answers, hasRow }: TriedWrite): boolean {
  if (answers.length === 0 || !answers.every((answer) => answer === 'nothing')) return false;
  if (operation === 'INSERT') return true;
  const changes = operation === 'UPDATE to other values' || operation === 'DELETE';
  return hasRow && changes && who.role === null && who.past === undefined;
}

/** Nobody knows which columns that may be NULL the application gives. */
function leavesOut(error: PostgresError | undefined): string {
  const now = error === undefined ? 'has to give more now' : `is refused now (${error.sqlstate}: ${error.message})`;
  return `one that leaves out what may be NULL worked before and ${now}; whether the application sends one is not known`;
}

export function isWorking(answers: readonly Answer[]): boolean {
  return answers.includes('works');
}
