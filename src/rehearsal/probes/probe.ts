/** Tries writes to one table in transactions that are taken back. */
import { type ChangeSession, type Outcome, PostgresError } from '../../servers/server.js';
import { ident } from '../../sql/quote.js';

/** An INSERT that leaves out every column that may be NULL. */
export const LEAN = 'INSERT of what has to be given';

/** Whether the row has what an UPDATE wrote. */
export const KEPT = 'UPDATE that is kept';
/** Of a row that the migration found. */
export const OLDER = 'UPDATE of an older row';

/** SELECT: of views. An UPDATE is tried twice: with the values that are there, and with others. */
export type Operation =
  | 'SELECT'
  | 'INSERT'
  | 'INSERT … RETURNING'
  | typeof LEAN
  | 'UPDATE'
  | 'UPDATE to other values'
  | typeof KEPT
  | typeof OLDER
  | 'DELETE'
  | 'DELETE of a row that others refer to';

/** What a statement came to: `nothing` where it found no row, or let none in. */
export type Answer = 'works' | 'nothing' | PostgresError;

interface TriedInsert {
  sql: string;
  first?: readonly string[];
  /** Finds the row if it has other values than were inserted. */
  differs?: string | null;
}

export interface WriteAttempt {
  /** The first that works is the one. `first`: what makes room for it and sets what is asked of a session, as the owner. */
  inserts: readonly TriedInsert[];
  /** In this order, each on the row of the last INSERT; each by itself on an older row where that one can't be had. */
  next: readonly ProbeStep[];
  /** Each on rows that were there. */
  alone?: readonly ProbeStep[];
  /** Null: the owner. */
  role: string | null;
  /** What sets what is asked of a session, where there was no INSERT. */
  settings?: readonly string[];
}

/** What each operation came to; several answers where none of several INSERTs worked. */
export type WriteAnswers = ReadonlyMap<Operation, readonly Answer[]>;

export type ProbeStep = readonly [Operation, string];

/** A trigger that loops is stopped; other sessions' locks are not waited for. */
export const BEGIN = "BEGIN; SET LOCAL statement_timeout = '2s'; SET LOCAL lock_timeout = '2s'";
/** Deferred constraints and their triggers, too. */
export const IMMEDIATE = 'SET CONSTRAINTS ALL IMMEDIATE';
const TIMED_OUT = '57014';

/** Throws only for a lost server. */
export async function probe(
  session: ChangeSession,
  { inserts, next, alone = [], role, settings = [] }: WriteAttempt,
): Promise<WriteAnswers> {
  const become = role === null ? [] : [`SET LOCAL ROLE ${ident(role)}`];
  const answers = new Map<Operation, readonly Answer[]>();
  const refused: Answer[] = [];
  // A plan that the owner may use, with a function built into it, would do for others as well.
  if (role !== null) await session.query('DISCARD PLANS');
  for (const { sql, first = [], differs } of inserts) {
    const before = [...first, ...become];
    const steps = next.flatMap((step): ProbeStep[] =>
      step[0] === 'UPDATE to other values' && differs ? [step, [KEPT, differs]] : [step],
    );
    const [shown, ...others] = await inOne(session, before, [['INSERT', sql], ...steps]);
    // What comes before it was refused: that is no answer to it.
    if (shown === undefined) continue;
    if (shown !== 'works') {
      refused.push(shown);
      if (isTimedOut(shown)) break;
      continue;
    }
    answers.set('INSERT', [shown]);
    const [returned = 'nothing'] = await inOne(session, before, [['INSERT … RETURNING', `${sql} RETURNING *`]]);
    answers.set('INSERT … RETURNING', [returned]);
    for (const [at, answer] of others.entries()) answers.set((steps[at] as ProbeStep)[0], [answer]);
    break;
  }
  if (!answers.has('INSERT')) answers.set('INSERT', refused);
  // On a row that was there: each by itself, as the one may hide the other.
  for (const step of [...next, ...alone])
    if (!answers.has(step[0])) answers.set(step[0], await inOne(session, [...settings, ...become], [step]));
  return answers;
}

/** The answers as far as the first refusal; none where `before` is refused, which is no answer to a write. */
async function inOne(
  session: ChangeSession,
  before: readonly string[],
  steps: readonly ProbeStep[],
): Promise<Answer[]> {
  const queries = [BEGIN, ...before, ...steps.flatMap(([, sql]) => [sql, IMMEDIATE]), 'ROLLBACK'];
  const outcomes = await session.queryAll(queries);
  const from = 1 + before.length;
  if (outcomes.slice(0, from).some((outcome) => outcome instanceof PostgresError)) return [];
  const answers: Answer[] = [];
  for (const at of steps.keys()) {
    const answer = answerOf(outcomes[from + 2 * at], outcomes[from + 1 + 2 * at]);
    answers.push(answer);
    if (answer instanceof PostgresError) break;
  }
  return answers;
}

export function answerOf(outcome: Outcome | undefined, deferred: Outcome | undefined): Answer {
  if (outcome instanceof PostgresError) return outcome;
  if (deferred instanceof PostgresError) return deferred;
  return / [1-9]\d*$/.test(outcome?.command ?? '') ? 'works' : 'nothing';
}

function isTimedOut(answer: Answer): boolean {
  return answer instanceof PostgresError && answer.sqlstate === TIMED_OUT;
}
