/** Runs the validation queries against the migrated schema. */
import { builtInFinding } from '../../built-in.js';
import type { Finding, PlanReport, Script, Statement, ValidationReport } from '../../model.js';

import { type Expectation, expectationsOf } from '../../sql/expectations.js';
import { failsByItself } from '../../sql/self-checking.js';
import { type Observation, refused } from '../observation.js';
import { PostgresError, type QueryResult, type Session } from '../servers/server.js';
import { byItself } from './by-itself.js';
import { unmet } from './expect.js';
import { type Frame, isRolledBack, READ_ONLY, SAVEPOINT } from './frame.js';
import { missingColumns } from './missing-columns.js';
import { explainIndex } from './plan.js';

const SHOWN_ROWS = 10;

export interface Validation {
  validations: ValidationReport[];
  plans: PlanReport[];
  observations: Observation[];
}

/**
 * Runs each query in a read-only transaction of its own and holds the result against its expectation. `seeded`: the
 * tables have rows, so that the planner's choice means something.
 */
export async function validate(session: Session, script: Script, seeded: boolean): Promise<Validation> {
  const out: Validation = { validations: [], plans: [], observations: [] };
  let frame = READ_ONLY;
  try {
    for (const statement of script.statements) {
      if (statement.kind !== 'TransactionStmt')
        await validateStatement(session, script, statement, { seeded, frame }, out);
      else if (frame === READ_ONLY && isRolledBack(script, statement)) {
        await session.query('BEGIN');
        frame = SAVEPOINT;
      } else if (frame === SAVEPOINT && /^(?:rollback|abort)\b(?!\s+to\b)/i.test(statement.sql)) {
        await session.query('ROLLBACK');
        frame = READ_ONLY;
      }
    }
  } finally {
    if (frame === SAVEPOINT) await session.query('ROLLBACK');
  }
  return out;
}

interface Context {
  seeded: boolean;
  frame: Frame;
}

async function validateStatement(
  session: Session,
  script: Script,
  statement: Statement,
  context: Context,
  out: Validation,
): Promise<void> {
  const { path, line } = statement.location;
  const report: ValidationReport = { path, line, sql: statement.sql, status: 'unchecked' };
  out.validations.push(report);
  const expectations = expectationsOf(statement).filter(({ expectation }) => expectation !== null);
  if (expectations.length > 0) report.expectation = expectations.map(({ text }) => text).join(' and ');
  const fail = (detail: string) => {
    report.status = 'failed';
    report.detail = detail;
  };
  try {
    const result = await runFramed(session, statement.sql, context.frame);
    report.columns = result.columns;
    report.rows = result.rows.slice(0, SHOWN_ROWS);
    if (expectations.length > 0 || statement.kind === 'DoStmt' || failsByItself(statement)) report.status = 'passed';
    const own = expectations.length === 0 ? byItself(result) : undefined;
    if (own) {
      report.status = 'passed';
      report.expectation = own.expectation;
      if (own.problem !== null) {
        fail(own.problem);
        out.observations.push(unmetExpectation(script, statement, own.expectation, own.problem));
      }
    }
    for (const { text, expectation } of expectations) {
      const problem = await check(session, statement, expectation as Expectation, result, context, out.plans);
      if (problem === null) continue;
      fail(problem);
      out.observations.push(unmetExpectation(script, statement, text, problem));
    }
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
    fail(error.message);
    report.sqlstate = error.sqlstate;
    out.observations.push(await failure(session, script, statement, error));
  }
}

async function check(
  session: Session,
  statement: Statement,
  expectation: Expectation,
  result: QueryResult,
  { seeded, frame }: Context,
  plans: PlanReport[],
): Promise<string | null> {
  if (expectation.kind !== 'uses index') return unmet(expectation, result);
  const { path, line } = statement.location;
  const { index } = expectation;
  const plan = await explainIndex(session, statement.sql, index, frame);
  plans.push({ path, line, sql: statement.sql, index, ...plan });
  if (plan.status === 'chosen' || (plan.status === 'usable' && !seeded)) return null;
  const able = plan.status === 'usable' ? ', although it could' : '';
  return `the plan doesn’t use ${index}${able}: ${plan.plan}`;
}

/** What succeeds in the script's own transaction stays there until its ROLLBACK: pgTAP counts its tests in it. */
async function runFramed(session: Session, sql: string, frame: Frame): Promise<QueryResult> {
  await session.query(frame.begin);
  try {
    const result = await session.query(sql);
    if (frame === READ_ONLY) await session.query(frame.end);
    return result;
  } catch (error) {
    if (error instanceof PostgresError) await session.query(frame.end);
    throw error;
  }
}

function unmetExpectation(script: Script, statement: Statement, expected: string, instead: string): Observation {
  const message = `The validation query expects “${expected}”, but ${instead}.`;
  return {
    finding: builtInFinding('validation-fails', statement.location, message, {
      evidence: 'observed',
      statement: statement.sql,
      proof: `Run after the migration: ${instead}`,
    }),
    at: { path: script.file.path, start: statement.start },
    fact: {},
  };
}

async function failure(
  session: Session,
  script: Script,
  statement: Statement,
  error: PostgresError,
): Promise<Observation> {
  if (error.sqlstate !== '42703') return refused('validation-fails', script, statement, error);
  const missing = await missingColumns(session, statement, script);
  if (missing === null) return refused('validation-fails', script, statement, error);
  const relations = missing.relations.join(', ');
  const names = missing.columns.map(({ name }) => name).join(' and no ');
  const renames = missing.columns.flatMap(({ name, instead }) => (instead ? `${instead} instead of ${name}` : []));
  const extra: Partial<Finding> = {
    message: `The validation query fails here: ${relations} has no ${names} (SQLSTATE 42703).`,
    ...(renames.length > 0 && { help: `Write ${renames.join(', and ')}.` }),
    ...(missing.edits.length > 0 && {
      fixes: [{ description: `Use the columns that ${relations} has`, edits: missing.edits }],
    }),
  };
  return refused('validation-fails', script, statement, error, extra);
}
