/** What a server refuses, as a value. */
import type { StatementReport } from '../model.js';
import { PostgresError } from './servers/server.js';

export function failed(error: PostgresError): Partial<StatementReport> {
  return { status: 'failed', ...(error.sqlstate && { sqlstate: error.sqlstate }), error: error.message };
}

/** The server's refusal, or null. Anything else is thrown. */
export async function refusal(result: Promise<unknown>): Promise<PostgresError | null> {
  try {
    await result;
    return null;
  } catch (error) {
    if (error instanceof PostgresError) return error;
    throw error;
  }
}
