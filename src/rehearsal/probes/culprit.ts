/** Which statement of a migration did it, by what the server said. Pure. */
import type { Script, Statement } from '../../model.js';
import type { StatementReport } from '../../report-schema/types.js';
import { lastName } from '../../schema/objects.js';
import type { PostgresError } from '../../servers/server.js';

export interface SaidOfWrite {
  error: Pick<PostgresError, 'message'> & Partial<Pick<PostgresError, 'column' | 'constraint' | 'where'>>;
  /** The table that was written to, as reports name it. */
  table?: string;
}

const WORD = /[\p{L}_][\p{L}\p{N}_$]*/gu;

/**
 * The last statement whose objects the server’s words name, or the functions that it was in, or else the table's own.
 * `reports`: of the statements of `up`, in their order.
 */
export function culpritOf(
  up: Script,
  reports: readonly StatementReport[],
  { error, table }: SaidOfWrite,
): Statement | undefined {
  const { message, column = '', constraint = '', where = '' } = error;
  const said = new Set(`${message} ${column} ${constraint}`.match(WORD));
  const calls = new Set(where.match(WORD));
  const names = ({ objects }: StatementReport, words: ReadonlySet<string>) =>
    objects.some(({ name }) => words.has(lastName(name.replace(/\(.*$/s, ''))));
  const isOf = ({ objects }: StatementReport) =>
    table !== undefined && objects.some(({ name }) => name === table || name.startsWith(`${table}.`));
  const tries = [
    (report: StatementReport) => names(report, said) && isOf(report),
    (report: StatementReport) => names(report, said),
    (report: StatementReport) => names(report, calls),
    isOf,
  ];
  const at = tries.map((test) => reports.findLastIndex(test)).find((index) => index >= 0);
  return at === undefined ? undefined : up.statements[at];
}
