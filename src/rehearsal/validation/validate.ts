/** Runs the validation queries against the migrated schema. */
import type { Script, Statement } from '../../model.js';
import type { PlanReport, ValidationReport } from '../../report-schema/types.js';
import { type ChangeSession, PostgresError, ServerLost } from '../../servers/server.js';
import { type Expectation, expectationsOf } from '../../sql/expectations.js';
import { failsByItself } from '../../sql/self-checking.js';
import { code } from '../../sql/words.js';
import type { Observation } from '../../verdict/observation.js';
import { observe, observeRefusal, type Told } from '../run/observe.js';
import { byItself } from './by-itself.js';
import { unmet, unread } from './expect.js';
import { type Frame, isRolledBack, READ_ONLY, SAVEPOINT } from './frame.js';
import { missingColumns } from './missing-columns.js';
import { explainIndex } from './plan.js';
import { type FramedResult, runFramed } from './run.js';

const SHOWN_ROWS = 10;

export interface Validation {
  validations: ValidationReport[];
  plans: PlanReport[];
  observations: Observation[];
  /** A query took the session with it: nothing more can be run there. */
  lost: boolean;
}

/** What the manual calls query_canceled: a query that had to be stopped has no SQLSTATE of its own. */
const CANCELED = '57014';

/**
 * Runs each query in a read-only transaction of its own and holds the result against its expectation. `seeded`: the
 * tables have rows, so that the planner's choice means something.
 */
export async function validate(session: ChangeSession, script: Script, seeded: boolean): Promise<Validation> {
  const out: Validation = { validations: [], plans: [], observations: [], lost: false };
  let frame = READ_ONLY;
  try {
    for (const statement of script.statements) {
      if (out.lost) out.validations.push({ ...blank(statement), status: 'notRun' });
      else if (statement.kind !== 'TransactionStmt')
        await validateStatement(session, statement, { script, seeded, frame, out });
      else if (frame === READ_ONLY && isRolledBack(script, statement)) {
        await session.query('BEGIN');
        frame = SAVEPOINT;
      } else if (frame === SAVEPOINT && /^(?:rollback|abort)\b(?!\s+to\b)/i.test(statement.sql)) {
        await session.query('ROLLBACK');
        frame = READ_ONLY;
      }
    }
  } finally {
    if (frame === SAVEPOINT && !out.lost) await session.query('ROLLBACK');
  }
  return out;
}

function blank({ location: { path, line }, sql }: Statement): ValidationReport {
  return { path, line, sql, status: 'unchecked' };
}

interface ValidationContext {
  script: Script;
  seeded: boolean;
  frame: Frame;
  /** Takes what comes of it. */
  out: Validation;
}

async function validateStatement(
  session: ChangeSession,
  statement: Statement,
  context: ValidationContext,
): Promise<void> {
  const { script, out } = context;
  const report = blank(statement);
  out.validations.push(report);
  const expectations = expectationsOf(statement).filter(({ expectation }) => expectation !== null);
  if (expectations.length > 0) report.expectation = expectations.map(({ text }) => text).join(' and ');
  const fail = (detail: string) => {
    report.status = 'failed';
    report.detail = detail;
  };
  try {
    const result = await runFramed(session, statement, context.frame);
    report.columns = result.columns;
    report.rows = result.rows.slice(0, SHOWN_ROWS);
    if (expectations.length > 0 || statement.kind === 'DoStmt' || failsByItself(statement)) report.status = 'passed';
    const own = expectations.length === 0 ? byItself(result) : undefined;
    if (own) {
      report.status = 'passed';
      report.expectation = own.expectation;
      const problem = own.problem ?? unread(result);
      if (problem !== null) {
        fail(problem);
        out.observations.push(unmetExpectation(script, statement, own.expectation, problem));
      }
    }
    for (const { text, expectation } of expectations) {
      const problem = await check(session, { statement, expectation: expectation as Expectation }, result, context);
      if (problem === null) continue;
      fail(problem);
      out.observations.push(unmetExpectation(script, statement, text, problem));
    }
  } catch (error) {
    if (error instanceof ServerLost) {
      out.lost = true;
      fail(error.message);
      const { message } = error;
      out.observations.push(
        observeRefusal('validation-fails', { script, statement }, new PostgresError({ message, sqlstate: CANCELED })),
      );
      return;
    }
    if (!(error instanceof PostgresError)) throw error;
    fail(error.message);
    report.sqlstate = error.sqlstate;
    out.observations.push(await failure(session, script, statement, error));
  }
}

async function check(
  session: ChangeSession,
  { statement, expectation }: { statement: Statement; expectation: Expectation },
  result: FramedResult,
  { seeded, frame, out }: ValidationContext,
): Promise<string | null> {
  if (expectation.kind !== 'uses index') return unmet(expectation, result);
  const { path, line } = statement.location;
  const { index } = expectation;
  const plan = await explainIndex(session, statement.sql, index, frame);
  out.plans.push({ path, line, sql: statement.sql, index, ...plan });
  if (plan.status === 'chosen' || (plan.status === 'usable' && !seeded)) return null;
  const able = plan.status === 'usable' ? ', although it could' : '';
  return `the plan doesn’t use ${code(index)}${able}: ${plan.plan}`;
}

function unmetExpectation(script: Script, statement: Statement, expected: string, instead: string): Observation {
  const message = `The validation query expects “${expected}”, but ${instead}.`;
  return observe('validation-fails', script, statement, { message, proof: `Run after the migration: ${instead}` });
}

async function failure(
  session: ChangeSession,
  script: Script,
  statement: Statement,
  error: PostgresError,
): Promise<Observation> {
  if (error.sqlstate !== '42703') return observeRefusal('validation-fails', { script, statement }, error);
  const missing = await missingColumns(session, statement, script);
  if (missing === null) return observeRefusal('validation-fails', { script, statement }, error);
  const relations = missing.relations.map(code).join(', ');
  const names = missing.columns.map(({ name }) => code(name)).join(' and no ');
  const renames = missing.columns.flatMap(({ name, instead }) =>
    instead ? `${code(instead)} instead of ${code(name)}` : [],
  );
  const extra: Partial<Told> = {
    message: `The validation query fails here: ${relations} has no ${names} (SQLSTATE 42703).`,
    ...(renames.length > 0 && { help: `Write ${renames.join(', and ')}.` }),
    ...(missing.edits.length > 0 && {
      fixes: [{ description: `Use the columns that ${relations} has`, edits: missing.edits }],
    }),
  };
  return observeRefusal('validation-fails', { script, statement }, error, extra);
}
