/** `migration-safety stats export`: production's planner statistics as a file that the repository can hold. */

import { exportStatistics } from '../rehearsal/ground/statistics/export.js';
import { RunClock } from '../servers/limits.js';
import { openObserver } from '../servers/postgres/connections.js';
import { parseDatabaseUrl, place } from '../servers/postgres/database-url.js';
import { ServerUnavailable } from '../servers/server.js';
import { UsageError } from '../system/usage-error.js';

export interface StatsRequest {
  words: string[];
  databaseUrl: string | undefined;
  withValues: boolean;
}

/** The file's text. Reads catalogs only, in one read-only transaction; throws `UsageError` or `ServerUnavailable`. */
export async function statsExport({ words, databaseUrl, withValues }: StatsRequest): Promise<string> {
  if (words[0] !== 'export')
    throw new UsageError('stats: say what to do: migration-safety stats export --database-url <url>');
  if (!databaseUrl) {
    throw new UsageError('stats export: give the database with --database-url or in MIGRATION_SAFETY_DATABASE_URL.');
  }
  const address = parseDatabaseUrl(databaseUrl);
  const connections = {
    address: () => ({ connectionString: address.url }),
    limits: { statementTimeout: 60 },
    clock: new RunClock(undefined),
  };
  const observer = await openObserver(connections, null).catch((error: Error) => {
    throw new ServerUnavailable(`stats export: no connection to ${place(address)}: ${error.message}`);
  });
  try {
    return `${JSON.stringify(await exportStatistics(observer, { withValues }), null, 2)}\n`;
  } finally {
    await observer.close();
  }
}
