/** What is to be said of a write that worked before the migration. Pure. */
import { PostgresError } from '../../servers/server.js';
import type { Column, SeedCatalog, Table } from '../ground/seed/catalog.js';
import { dependsOn } from './certain.js';
import type { WriteComparison } from './compared.js';
import type { Policies } from './policies.js';
import { type Answer, KEPT, LEAN, OLDER, type Operation } from './probe.js';
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
  const { table, who, operation, answers, before, now } = one;
  const about = { table: who.name, operation, ...(who.role !== null && { role: who.role }) };
  if (isWorking(answers)) return { ...about, result: 'works' };
  const named = new Set(one.named.map((column) => column.name));
  const errors = answers.filter((answer) => answer instanceof PostgresError);
  const isInsert = operation.startsWith('INSERT');
  // Old rows have what they have.
  const fixed = isInsert ? {} : { fixed: new Set<string>() };
  const isSure = (error: PostgresError) =>
    dependsOn({ error, table, named, before, now, isAllowed: isAllowed(error, one), ...fixed }) === 'nothing' ||
    (operation === OLDER && isOfNewColumns(error, table, before)) ||
    (operation.startsWith('DELETE') && isRefusedForAll(error, table, before, now));
  const [error] = errors;
  if (operation === LEAN) return { ...about, result: 'unknown', ...(error && { error }), perhaps: leavesOut(error) };
  const sure = errors.find(isSure);
  if (sure) return { ...about, result: 'breaks', error: sure };
  const swallowed = isSwallowed(one) && { swallowed: true as const };
  return { ...about, result: 'unknown', ...(error && { error }), ...swallowed };
}

const REFUSING_TABLE = /for table "([^"]+)"$/;

/** Whether a policy could let the row in: of the table itself, or of one that a trigger inserts into. */
function isAllowed({ message, where }: PostgresError, { who, operation, policies, table }: TriedWrite): boolean {
  const refusing = REFUSING_TABLE.exec(message)?.[1];
  if (refusing === undefined || refusing === table.name)
    return operation.startsWith('INSERT') ? policies.allows('a', who.name, who.role) : true;
  return /^SQL statement "\s*insert\b/i.test(where ?? '') ? policies.allows('a', refusing, who.role) : true;
}

/** A row that was there has in the migration's own columns what the migration gave it: all others have the same. */
function isOfNewColumns({ constraint }: PostgresError, table: Table, { tables }: SeedCatalog): boolean {
  const old = tables.find(({ oid }) => oid === table.oid)?.columns.map(({ number }) => number);
  const its = table.checks.find(({ name }) => name === constraint)?.columns ?? [];
  const isComputed = (number: number) => table.columns.some((one) => one.number === number && one.generated);
  return its.length > 0 && its.every((number) => !old?.includes(number) && !isComputed(number));
}

/** Policies hide rows from an UPDATE, and refuse an INSERT; a trigger may leave out an UPDATE that changes nothing. */
function isSwallowed({ who, operation, answers, hasRow, policies }: TriedWrite): boolean {
  if (answers.length === 0 || !answers.every((answer) => answer === 'nothing')) return false;
  if (operation === 'INSERT' || operation === KEPT) return true;
  const changes = operation === 'UPDATE to other values' || operation === 'DELETE';
  if (!hasRow || !changes || who.past !== undefined) return false;
  // Without a policy for the command no row is shown to it.
  return who.role === null || !policies.allows(operation === 'DELETE' ? 'd' : 'w', who.name, who.role);
}

/** Nobody knows which columns that may be NULL the application gives. */
function leavesOut(error: PostgresError | undefined): string {
  const now = error === undefined ? 'has to give more now' : `is refused now (${error.sqlstate}: ${error.message})`;
  return `one that leaves out what may be NULL worked before and ${now}; whether the application sends one is not known`;
}

export function isWorking(answers: readonly Answer[]): boolean {
  return answers.includes('works');
}
