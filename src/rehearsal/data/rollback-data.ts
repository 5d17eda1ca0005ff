/** Tries a rollback on rows, and undoes everything: what it loses, and on which new data it fails. */
import type { Script } from '../../model.js';
import type { RollbackData } from '../../report-schema/types.js';
import { type ChangeSession, PostgresError } from '../../servers/server.js';
import type { Reach } from '../ground/seed/reach.js';
import type { Stage } from '../ground/stage.js';
import { asOneTransaction } from './as-one-transaction.js';
import { readShape, type Shape } from './constraint-shape.js';
import { type DataPrint, readColumns, readPrint } from './fingerprint.js';
import { losses } from './losses.js';
import { type NewData, newData } from './new-data.js';

/** The database before a migration. */
export interface DataBefore {
  shape: Shape;
  print: DataPrint;
  columns: ReadonlyMap<string, readonly string[]>;
}

export type Tried = Pick<RollbackData, 'lost' | 'refused'>;

/** Prints what is in `reach`: a statement that deletes elsewhere would have been seen to lock it. */
export async function standing(session: ChangeSession, reach: Reach): Promise<DataBefore> {
  const columns = await readColumns(session, reach);
  return { columns, shape: await readShape(session), print: await readPrint(session, columns) };
}

/**
 * To be called where the migration has been applied. Leaves the database as it finds it. A text where nothing can be
 * said: the rollback is no script that can be tried.
 */
export async function tryRollback(
  { session, scratch }: Pick<Stage, 'session' | 'scratch'>,
  down: Script,
  before: DataBefore,
): Promise<Tried | string> {
  const steps = asOneTransaction(down);
  if (steps === null) return 'the rollback holds what can’t be tried and taken back';
  const after = await readShape(session);
  const run = async (): Promise<{ line: number; error: PostgresError } | null> => {
    for (const { statement, sql } of steps) {
      const error = await refusalOf(session, sql);
      if (error) return { line: statement.location.line, error };
    }
    const deferred = await refusalOf(session, IMMEDIATE);
    return deferred && { line: steps.at(-1)?.statement.location.line ?? 1, error: deferred };
  };
  const plain = await takenBack(session, async () => {
    const failure = await run();
    // The rollback's own statements are held by row-level security as its tool's would be; only the reading is not.
    return failure ?? losses(before.print, await scratch.pastRowSecurity(() => readPrint(session, before.columns)));
  });
  if (!Array.isArray(plain)) {
    // What it would have lost was not observed: only that it fails is reported.
    const { line, error } = plain;
    return { lost: [], refused: [{ data: ANY_ROWS, line, sqlstate: error.sqlstate, error: error.message }] };
  }
  const data: Tried = { lost: plain, refused: [] };
  for (const probe of newData(before.shape, after)) {
    const failure = await takenBack(session, async () =>
      (await scratch.pastRowSecurity(() => write(session, probe))) ? run() : null,
    );
    if (failure === null) continue;
    const { line, error } = failure;
    data.refused.push({ data: probe.words, line, sqlstate: error.sqlstate, error: error.message });
  }
  return data;
}

/** Rows of the old schema, as before the migration. */
export const ANY_ROWS = 'rows such as were made up here';

/** Deferred constraints would be checked at COMMIT only, and until then block ALTER TABLE (55006). */
const IMMEDIATE = 'SET CONSTRAINTS ALL IMMEDIATE';

async function takenBack<T>(session: ChangeSession, work: () => Promise<T>): Promise<T> {
  await session.query('BEGIN');
  try {
    return await work();
  } finally {
    await session.query('ROLLBACK');
  }
}

/** Whether the data could be written: the schema may refuse it for another reason. */
async function write(session: ChangeSession, { writes, shows }: NewData): Promise<boolean> {
  for (const sql of writes) {
    await session.query('SAVEPOINT before_write');
    try {
      const { command } = await session.query(sql);
      await session.query(IMMEDIATE);
      const shown = shows === undefined || Number((await session.query(shows)).rows[0]?.[0] ?? 0) > 0;
      if (command !== 'UPDATE 0' && shown) return true;
    } catch (error) {
      if (!(error instanceof PostgresError)) throw error;
    }
    await session.query('ROLLBACK TO before_write');
  }
  return false;
}

async function refusalOf(session: ChangeSession, sql: string): Promise<PostgresError | null> {
  try {
    await session.query(sql);
    return null;
  } catch (error) {
    if (error instanceof PostgresError) return error;
    throw error;
  }
}
