/** `migration-safety stats export`: production's planner statistics as a file that the repository can hold. */

import { parseDatabaseUrl, place } from '../rehearsal/servers/database-url.js';
import { connectClient } from '../rehearsal/servers/pg-client.js';
import { pgSession } from '../rehearsal/servers/pg-session.js';
import { ServerUnavailable } from '../rehearsal/servers/server.js';
import { exportStatistics } from '../rehearsal/statistics/export.js';
import { UsageError } from '../usage-error.js';

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
  const client = await connectClient({
    connectionString: address.url,
    connectionTimeoutMillis: 10_000,
    // The last word against writing, whatever is sent.
    options: '-c default_transaction_read_only=on -c lock_timeout=2s -c statement_timeout=60s',
  }).catch((error: Error) => {
    throw new ServerUnavailable(`stats export: no connection to ${place(address)}: ${error.message}`);
  });
  const session = pgSession(client);
  try {
    return `${JSON.stringify(await exportStatistics(session, { withValues }), null, 2)}\n`;
  } finally {
    await session.close();
  }
}
