/** Tries INSERT, UPDATE and DELETE of one row in a transaction that is taken back. */
import { type ChangeSession, type Outcome, PostgresError } from '../../servers/server.js';

export type Operation = 'INSERT' | 'UPDATE' | 'DELETE';

/** What a statement came to: `nothing` where it found no row, or let none in. */
export type Answer = 'works' | 'nothing' | PostgresError;

export interface WriteAttempt {
  /** The first that works is the one. */
  inserts: readonly string[];
  /** Null where there is no column to set. */
  update: string | null;
  delete: string;
}

/** What each operation came to; several answers where none of several INSERTs worked. */
export type Answers = ReadonlyMap<Operation, readonly Answer[]>;

type ProbeStep = readonly [Operation, string];

/** A trigger that loops is stopped; other sessions' locks are not waited for. */
const BEGIN = "BEGIN; SET LOCAL statement_timeout = '2s'; SET LOCAL lock_timeout = '2s'";
/** Deferred constraints and their triggers, too. */
const IMMEDIATE = 'SET CONSTRAINTS ALL IMMEDIATE';

/** Throws only for a lost server. */
export async function probe(session: ChangeSession, { inserts, ...attempt }: WriteAttempt): Promise<Answers> {
  const update: ProbeStep[] = attempt.update === null ? [] : [['UPDATE', attempt.update]];
  const after: ProbeStep[] = [...update, ['DELETE', attempt.delete]];
  const answers = new Map<Operation, readonly Answer[]>();
  const refused: Answer[] = [];
  for (const insert of inserts) {
    const [shown = 'nothing', ...others] = await inOne(session, [['INSERT', insert], ...after]);
    if (shown !== 'works') {
      refused.push(shown);
      continue;
    }
    answers.set('INSERT', [shown]);
    for (const [at, answer] of others.entries()) answers.set((after[at] as ProbeStep)[0], [answer]);
    break;
  }
  if (!answers.has('INSERT')) answers.set('INSERT', refused);
  // On a row that was there: each by itself, as the one may hide the other.
  for (const step of after) if (!answers.has(step[0])) answers.set(step[0], await inOne(session, [step]));
  return answers;
}

/** The answers as far as the first refusal. */
async function inOne(session: ChangeSession, steps: readonly ProbeStep[]): Promise<Answer[]> {
  const outcomes = await session.queryAll([BEGIN, ...steps.flatMap(([, sql]) => [sql, IMMEDIATE]), 'ROLLBACK']);
  const answers: Answer[] = [];
  for (const at of steps.keys()) {
    const answer = answerOf(outcomes[1 + 2 * at], outcomes[2 + 2 * at]);
    answers.push(answer);
    if (answer instanceof PostgresError) break;
  }
  return answers;
}

function answerOf(outcome: Outcome | undefined, deferred: Outcome | undefined): Answer {
  if (outcome instanceof PostgresError) return outcome;
  if (deferred instanceof PostgresError) return deferred;
  return / [1-9]\d*$/.test(outcome?.command ?? '') ? 'works' : 'nothing';
}
