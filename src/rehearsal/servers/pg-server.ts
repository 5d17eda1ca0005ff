/** What the service and the local server share: everything after the first connection. */
import type { ServerKind } from '../../model.js';
import type { PgClient } from './pg-client.js';
import { pgSession } from './pg-session.js';
import { createScratchDatabase } from './scratch.js';
import { type ScratchDatabase, type Server, ServerLost, type Session } from './server.js';

export interface PgServerOptions {
  kind: ServerKind;
  /** Connects to a database of the server; null is the one that the admin works in. */
  connect(database: string | null): Promise<PgClient>;
  /** How long one statement may run, in seconds. */
  statementTimeout: number;
  /** Stops the server, where it is ours. */
  stop?(): Promise<void>;
}

/** A `Server` over a running Postgres, given its first connection. */
export async function pgServer(first: PgClient, options: PgServerOptions): Promise<Server & { admin: Session }> {
  const admin = pgSession(first);
  const { rows } = await admin.query(
    `select current_setting('server_version'), current_setting('server_version_num'),
            rolsuper from pg_catalog.pg_roles where rolname = current_user`,
  );
  const [version, versionNumber, superuser] = rows[0] ?? [];
  const scratches = new Set<ScratchDatabase>();

  const terminate = async (pid: number) => {
    await admin.query(`select pg_terminate_backend(${pid})`);
  };
  const connect = async (database: string) =>
    pgSession(await options.connect(database), { statementTimeout: options.statementTimeout, terminate });

  return {
    kind: options.kind,
    // Packagers append their own words: `15.18 (Debian 15.18-0+deb12u1)`.
    version: version?.split(' ')[0] ?? '',
    major: Math.floor(Number(versionNumber) / 10000),
    capabilities: { multiSession: true, cancel: true, templates: true, superuser: superuser === 't' },
    admin,
    async createScratch() {
      const scratch = await createScratchDatabase(admin, connect);
      const tracked: ScratchDatabase = {
        connect: () => scratch.connect(),
        async drop() {
          if (scratches.delete(tracked)) await scratch.drop();
        },
      };
      scratches.add(tracked);
      return tracked;
    },
    async close() {
      try {
        // A server of ours takes its databases with it.
        if (options.stop === undefined) for (const scratch of scratches) await scratch.drop();
      } catch (error) {
        if (!(error instanceof ServerLost)) throw error;
      } finally {
        await admin.close();
        await options.stop?.();
      }
    },
  };
}
