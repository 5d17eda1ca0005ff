/** What a server refuses, as a value. */
import type { StatementReport } from '../report-schema/types.js';
import { PostgresError } from './server.js';

export function failed({ sqlstate, message, hint, position }: PostgresError): Partial<StatementReport> {
  return {
    status: 'failed',
    ...(sqlstate && { sqlstate }),
    error: message,
    ...(hint !== undefined && { hint }),
    ...(position !== undefined && { position }),
  };
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
