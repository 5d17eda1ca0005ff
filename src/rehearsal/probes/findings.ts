/** What the probes have shown, as findings at the statement that did it. Pure. */
import type { Script } from '../../model.js';
import type { StatementReport } from '../../report-schema/types.js';
import { lastName } from '../../schema/objects.js';
import { enumerated } from '../../schema/sql-name.js';
import type { PostgresError } from '../../servers/server.js';
import { code } from '../../sql/words.js';
import { hazard, LEFT_OUT } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { lastOn } from '../counters/findings.js';
import { observe } from '../run/observe.js';
import type { WriteComparison } from './compared.js';
import { culpritOf } from './culprit.js';
import { KEPT, LEAN } from './probe.js';

type BrokenWrite = WriteComparison & { error: PostgresError };

/** One for each table and reason, with the operations that it stops. */
export function probeFindings(
  up: Script,
  reports: StatementReport[],
  comparisons: readonly WriteComparison[],
): Observation[] {
  const broken = comparisons.filter((one): one is BrokenWrite => one.result === 'breaks' && one.error !== undefined);
  const groups = new Map<string, [BrokenWrite, ...BrokenWrite[]]>();
  for (const one of broken) {
    const { sqlstate, column, constraint, message } = one.error;
    // Of rights, each that is missing.
    const what = sqlstate === '42501' ? message : constraint;
    const key = JSON.stringify([one.table, one.role, sqlstate, column, what, placeInCode(one.error)]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const swallowed = comparisons.filter((one) => one.swallowed);
  return [
    ...[...groups.values()].map((group) => finding(up, reports, group)),
    ...swallowed.map((one) => lost(up, one)),
  ];
}

/** At the last statement about the table: nothing names the trigger or rule. */
function lost(up: Script, { table, role, operation }: WriteComparison): Observation {
  const [word = ''] = operationsOf([{ operation }]);
  const what =
    operation === KEPT ? 'keeps the old values' : `${word === 'DELETE' ? 'deletes' : 'writes'} no row any more`;
  const by = role === undefined ? '' : ` by the role ${code(role)}`;
  return observe('write-breaks', up, lastOn(up, lastName(table), []), {
    message: `${word} on ${code(table)}${by} ${what}, and no error says so. ${role === undefined ? 'A trigger or a rule' : 'A policy, a trigger or a rule'} keeps out what went through before this migration.`,
    proof: `Tried on one row before the migration and after it, and taken back; ${operation === KEPT ? 'the row was read again' : `Postgres answered ${word} 0`}`,
    help: `Let the trigger return ${word === 'DELETE' ? 'OLD (NEW is null for a DELETE)' : 'NEW'} and the rule keep the original command, or deploy first a release that doesn’t rely on it.`,
    severity: 'warning',
    facts: [hazard('write-breaks', `${table} ${role ?? ''}`)],
    cause: `swallowed ${word} ${table}`,
  });
}

function finding(up: Script, reports: StatementReport[], group: readonly [BrokenWrite, ...BrokenWrite[]]): Observation {
  const [{ table, role, error }] = group;
  const operations = enumerated(operationsOf(group));
  const by = role === undefined ? '' : ` by the role ${code(role)}`;
  const inside = placeInCode(error);
  const message = `${operations} on ${code(table)}${by} worked before this migration and ${operationsOf(group).length > 1 ? 'fail' : 'fails'} after it: ${error.message} (SQLSTATE ${error.sqlstate})${inside && `, in ${inside}`}.`;
  return observe('write-breaks', up, culpritOf(up, reports, { table, error }) ?? lastOn(up, lastName(table), []), {
    message,
    proof: `Tried on one row before the migration and after it, and taken back; Postgres answered ${error.sqlstate}: ${error.message}${inside && `, in ${inside}`}`,
    help: helpFor(error, table),
    facts: [hazard('write-breaks', `${table} ${role ?? ''}`), ...leftOut(table, error)],
    // What the message names refuses everyone who comes to it, by whatever way.
    cause: `${error.sqlstate} ${error.message} ${/relation|table|^permission denied for/.test(error.message) ? '' : inside}`,
    tried: triedWrite(group[0], error),
  });
}

/** By this it is known when it is tried again after a part of the migration. */
export function triedWrite({ table, role, operation }: WriteComparison, { sqlstate }: PostgresError): string {
  return JSON.stringify([table, role, operation, sqlstate]);
}

/** The rules about a value that the application leaves out say the same. */
function leftOut(table: string, { sqlstate, column, message }: PostgresError) {
  if (sqlstate !== '23502' || column === undefined) return [];
  const relation = / of relation "(.+)" violates/.exec(message)?.[1];
  return [hazard(LEFT_OUT, `${relation === undefined || relation === lastName(table) ? table : relation}.${column}`)];
}

/** What people call them, each once; RETURNING only where the INSERT alone works. */
export function operationsOf(comparisons: readonly Pick<WriteComparison, 'operation'>[]): string[] {
  const all = new Set<string>(
    comparisons.map(({ operation }) => operation.replace(/ (?:to other values|that is kept|of an older row)$/, '')),
  );
  if (all.has('INSERT')) for (const more of ['INSERT … RETURNING', LEAN]) all.delete(more);
  return [...all];
}

/** The function that Postgres was in, and its line. */
function placeInCode({ where }: Pick<PostgresError, 'where'>): string {
  // PL/pgSQL writes a signature, SQL a name in quotes.
  const { name, sql, line } =
    /^(?:PL\/\w+ function (?<name>\S.*?\))(?= |$)(?: line (?<line>\d+))?|SQL function "(?<sql>[^\n]+?)"(?= (?:statement|during)\b|$))/m.exec(
      where ?? '',
    )?.groups ?? {};
  if (name === undefined) return sql === undefined ? '' : `the function ${code(sql)}`;
  return `the function ${code(name)}${line ? `, line ${line}` : ''}`;
}

function helpFor({ sqlstate, column, where }: PostgresError, table: string): string {
  if (where !== undefined) {
    return 'Bring the stored code along: replace the function (CREATE OR REPLACE FUNCTION …) in the same transaction as the change that it fails on, or before it, in a form that works on both schemas.';
  }
  if (sqlstate === '23502' && column !== undefined) {
    return `Keep a default on ${code(`${table}.${column}`)} (or let the column be NULL) until no running code leaves it out; take it away in a later deployment.`;
  }
  return 'Deploy in two steps: first code that writes in a form which both schemas take, then the migration.';
}
