/** What is said of statements that run on empty tables and fail on rows. Pure. */
import type { Script, Statement } from '../../model.js';
import type { MigrationReport, StatementReport } from '../../report-schema/types.js';
import { refused, refusedOnRows } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { REHEARSAL_CHECKS } from '../checks.js';
import { count } from '../proofs/proof.js';
import type { Failure } from '../run/apply.js';
import { observeRefusal } from '../run/observe.js';
import { certaintyOf } from './any-rows.js';
import { certainWords } from './findings.js';
import { isOfTheCode } from './of-the-code.js';

/** A failure that the first run, on empty tables, did not have. */
export function isNews({ statement, error }: Failure, applied: StatementReport[]): boolean {
  // That its time was used up says nothing about rows.
  if (error.sqlstate === '') return false;
  return applied.some(({ line, sql }) => line === statement.location.line && sql === statement.sql);
}

/** `earlier`: the statements of the migrations of the change before it. */
export function failsWithRows(
  { statement, error }: Failure,
  up: Script,
  { rows, earlier, bodies }: { rows: number; earlier: readonly Statement[]; bodies: ReadonlyMap<string, string> },
): Observation {
  const certainty = certaintyOf(statement, error, [...earlier, ...up.statements.slice(0, statement.index)]);
  const what = `${error.message} (SQLSTATE ${error.sqlstate})`;
  if (certainty === undefined && isOfTheCode(error, statement.sql, bodies)) {
    return observeRefusal('fails-with-rows', { script: up, statement }, error, {
      message: `The statement succeeds on an empty table and fails as soon as there is a row: ${what}. The error lies in the code, whatever the row holds.`,
      proof: `Run on ${rows} rows in each table, Postgres answered ${error.sqlstate}: ${error.message}${inCall(error)}`,
      help: error.where === undefined ? (error.hint ?? REHEARSAL_CHECKS['fails-with-rows'].fix) : OF_A_FUNCTION,
      facts: [refused(error.sqlstate), refusedOnRows(error.sqlstate)],
    });
  }
  const isSure = certainty !== undefined && certainty.unlessIn === undefined;
  const made = `On tables with a few made-up rows the statement fails: ${what}.`;
  const message = isSure
    ? `The statement succeeds on an empty table and fails as soon as ${ROWS_WORDS[certainty.rows]}: ${what}. ${certainWords(certainty)}`
    : `${made} ${certainty ? certainWords(certainty) : 'Whether it does in production depends on the rows there.'}`;
  return observeRefusal('fails-with-rows', { script: up, statement }, error, {
    message,
    proof: `Run on ${count(rows, 'row')} in each table, Postgres answered ${error.sqlstate}: ${error.message}`,
    help: certainty ? SAME_VALUE : REHEARSAL_CHECKS['fails-with-rows'].fix,
    facts: [refused(error.sqlstate), refusedOnRows(error.sqlstate)],
    ...(!isSure && { severity: certainty ? ('warning' as const) : ('info' as const) }),
  });
}

/** Where it came from, on one line. */
function inCall({ where }: Failure['error']): string {
  const [innermost] = (where ?? '').split('\n').filter((line) => /function/.test(line));
  return innermost === undefined ? '' : `, in ${innermost.trim()}`;
}

const OF_A_FUNCTION =
  'Mend the function that the proof names, in this migration and before this statement. A function that an index, a CHECK or a generated column calls must name what it uses with its schema, or have a search_path of its own (ALTER FUNCTION … SET search_path = …): Postgres builds indexes with none.';

const ROWS_WORDS = { 1: 'there is a row', 2: 'there are two rows' } as const;

const SAME_VALUE =
  'Give the column a default that the constraint allows. Where none is right for all rows, add the column alone, fill it in batches, and add the constraint in a later migration.';

/** That it applies was shown on empty tables: where rows stop it, the line of the checklist says so. */
export function appliedOnRows(
  report: MigrationReport,
  news: readonly Failure[],
  failing: readonly Observation[],
): MigrationReport {
  const [stop] = news;
  if (stop === undefined) return report;
  const isSure = failing.some(({ finding }) => finding.severity === 'error');
  const { sqlstate } = stop.error;
  const where = `line ${stop.statement.location.line} fails (SQLSTATE ${sqlstate})`;
  const proofs = report.proofs.map((line) => {
    if (line.check !== 'applied' || line.status !== 'proven') return line;
    return isSure
      ? { ...line, status: 'failed' as const, detail: `on empty tables only: with a row in them, ${where}` }
      : { ...line, detail: `${line.detail}, on empty tables; with made-up rows ${where}` };
  });
  return { ...report, proofs };
}
