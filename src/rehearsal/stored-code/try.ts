/** Tries code in the change's own session, in a transaction that is taken back. */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { type ChangeSession, type Observer, type Outcome, PostgresError } from '../../servers/server.js';
import type { CodeTrial, KnownName, StoredCode, StoredFunction, StoredTrigger } from './model.js';

export async function readStoredCode(observer: Pick<Observer, 'read'>): Promise<StoredCode> {
  const read = async (name: 'stored functions' | 'stored triggers') =>
    (await observer.read(catalogSql(name))).rows.map(([text]) => JSON.parse(text ?? 'null') as unknown);
  const functions = (await read('stored functions')) as StoredFunction[];
  if (functions.length === 0) return { functions: new Map(), triggers: [], names: [] };
  const triggers = (await read('stored triggers')) as StoredTrigger[];
  const { rows } = await observer.read(catalogSql('names in code'));
  const names = rows.map(([kind, name, of]): KnownName => ({ kind: kind ?? '', name: name ?? '', of: of ?? '' }));
  return { functions: new Map(functions.map((one) => [one.oid, one])), triggers, names };
}

/** The bodies of the functions, by their bare names. */
export function bodiesByName(functions: StoredCode['functions']): Map<string, string> {
  const bodies = new Map<string, string>();
  for (const { name, body } of functions.values()) bodies.set(name, `${bodies.get(name) ?? ''}\n${body}`);
  return bodies;
}

/** What Postgres answers to each: null where it accepts it. */
export type Answers = ReadonlyMap<string, PostgresError | null>;

const BEGIN = 'BEGIN; SET LOCAL check_function_bodies = on; SET LOCAL client_min_messages = error';
/** So many at once. */
const BATCH = 100;

/** `emptyPath`: as a restore's session is. */
export async function tryAll(
  session: ChangeSession,
  trials: readonly CodeTrial[],
  { emptyPath = false } = {},
): Promise<Answers> {
  const begin = emptyPath ? `${BEGIN}; SET LOCAL search_path = ''` : BEGIN;
  const answers = new Map<string, PostgresError | null>();
  if (trials.length === 0) return answers;
  for (let at = 0; at < trials.length; at += BATCH) {
    const batch = trials.slice(at, at + BATCH);
    const queries = batch.flatMap(({ sql, setup = '' }) => [
      `SAVEPOINT ms_trial; ${setup}`,
      sql,
      'ROLLBACK TO ms_trial',
    ]);
    const outcomes = await session.queryAll([begin, ...queries, 'ROLLBACK']);
    // Without a transaction nothing would be taken back, and nothing was.
    if (outcomes[0] instanceof PostgresError) throw outcomes[0];
    for (const [index, { key, shows }] of batch.entries()) {
      const answer = answerOf(outcomes.slice(1 + index * 3, 4 + index * 3), shows);
      if (answer !== undefined) answers.set(key, answer);
    }
  }
  session.takeNotices();
  return answers;
}

/** A trial that is there to show some errors says nothing by another, unless it ends as it should. */
function answerOf(outcomes: readonly Outcome[], shows: RegExp | undefined): PostgresError | null | undefined {
  const error = outcomes.find((one) => one instanceof PostgresError) ?? null;
  if (error?.message.startsWith('unrecognized EXPLAIN option "ms_analysed"')) return null;
  return error === null || shows === undefined || shows.test(error.sqlstate) ? error : undefined;
}
