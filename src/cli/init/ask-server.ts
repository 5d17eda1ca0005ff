/** The major version of the server behind a URL. Reads that, and nothing else. */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { RunClock } from '../../servers/limits.js';
import { openObserver } from '../../servers/postgres/connections.js';
import { parseDatabaseUrl, place } from '../../servers/postgres/database-url.js';
import { ServerUnavailable } from '../../servers/server.js';
import type { SaidVersion } from './production-version.js';

/** Throws `UsageError` for what is no URL, `ServerUnavailable` where nobody answers. */
export async function versionOf(databaseUrl: string): Promise<SaidVersion> {
  const address = parseDatabaseUrl(databaseUrl);
  const connections = {
    address: () => ({ connectionString: address.url }),
    limits: { statementTimeout: 60 },
    clock: new RunClock(undefined),
  };
  const observer = await openObserver(connections, null).catch((error: Error) => {
    throw new ServerUnavailable(`init: no connection to ${place(address)}: ${error.message}`);
  });
  try {
    const { rows } = await observer.read(catalogSql('server version'));
    return { major: Math.floor(Number(rows[0]?.[0]) / 10_000), where: `the server at ${place(address)}` };
  } finally {
    await observer.close();
  }
}
