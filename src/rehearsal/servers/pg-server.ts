/** What the service and the local server share: everything after the first connection. */
import type { NotChecked, ServerKind } from '../../model.js';
import { inTurn } from './in-turn.js';
import type { Keeper } from './keeper.js';
import { type Limits, RunClock } from './limits.js';
import { onSignal } from './on-signal.js';
import type { PgClient } from './pg-client.js';
import { pgSession } from './pg-session.js';
import { createScratchDatabase, type ScratchOptions } from './scratch.js';
import type { ScratchRole } from './scratch-role.js';
import { type ScratchDatabase, type Server, ServerLost, type Session } from './server.js';

/** Connects to a database as a role; null is the one that the administrator works in, and the administrator. */
export type Connect = (database: string | null, role: ScratchRole | null) => Promise<PgClient>;

export interface PgServerOptions extends Limits {
  kind: ServerKind;
  connect: Connect;
  /** Whether SQL runs with the administrator's rights. */
  superuser?: boolean;
  /** Stops the server, where it is ours. */
  stop?(): Promise<void>;
  /** What takes no longer to build is not worth keeping, in milliseconds. */
  keepMs?: number | undefined;
  /** Keeps databases between runs, where that is wished for. */
  keeper?: ((admin: Session, superuser: boolean) => Keeper | null) | undefined;
}

/** A `Server` over a running Postgres, given its first connection. */
export async function pgServer(first: PgClient, options: PgServerOptions): Promise<Server & { admin: Session }> {
  const admin = inTurn(pgSession(first));
  const { rows } = await admin.query(
    `select current_setting('server_version'), current_setting('server_version_num'), rolsuper, current_user
       from pg_catalog.pg_roles where rolname = current_user`,
  );
  const [version, versionNumber, superuser, user] = rows[0] ?? [];
  const major = Math.floor(Number(versionNumber) / 10000);
  const scratches = new Set<ScratchDatabase>();
  const notChecked: NotChecked[] = [];
  const clock = new RunClock(options.runTimeout);

  let ending = false;

  const connect = async (database: string, role: ScratchRole | null) => {
    const { databaseSizeLimit } = options;
    const session = pgSession(await options.connect(database, role), {
      statementTimeout: options.statementTimeout,
      clock,
      terminate: async (pid) => void (await admin.query(`select pg_terminate_backend(${pid})`)),
      ...(databaseSizeLimit && { size: { limitMegabytes: databaseSizeLimit, read: () => sizeOf(admin, database) } }),
    });
    // While a signal ends us, nobody shall hear that the sessions are gone, and end us sooner.
    const silent = (error: unknown) => (ending ? new Promise<never>(() => {}) : Promise.reject(error));
    return {
      ...session,
      scriptTimeout: options.scriptTimeout,
      query: (sql: string) => session.query(sql).catch(silent),
      queryAll: (queries: readonly string[]) => session.queryAll(queries).catch(silent),
    };
  };

  const keeper = options.keeper?.(admin, superuser === 't') ?? null;
  // A server of ours takes its databases with it.
  const borrowed = options.stop === undefined;
  const scratchOptions: ScratchOptions = {
    ...{ admin, connect, superuser: options.superuser ?? false, keep: keeper?.keep },
    // Nothing of ours is synced to a disk, and files are copied without a word in the log (15 and later).
    strategy: !borrowed && major >= 15 ? 'file_copy' : undefined,
  };

  const track = (scratch: ScratchDatabase): ScratchDatabase => {
    const { copy } = scratch;
    const tracked: ScratchDatabase = {
      ...scratch,
      ...(copy && {
        copy: async () => {
          // What is copied is for the change's SQL.
          keeper?.seal();
          const copied = await copy();
          return copied && track(copied);
        },
      }),
      async drop() {
        if (scratches.delete(tracked)) await scratch.drop();
      },
    };
    scratches.add(tracked);
    return tracked;
  };
  const dropAll = async () => {
    // Copies first: they belong to the role that goes with the database they were made of.
    for (const scratch of [...scratches].reverse()) await scratch.drop();
  };
  const forget = borrowed
    ? onSignal(() => {
        ending = true;
        return dropAll();
      })
    : () => {};

  return {
    kind: options.kind,
    // Packagers append their own words: `15.18 (Debian 15.18-0+deb12u1)`.
    version: version?.split(' ')[0] ?? '',
    major,
    capabilities: { multiSession: true, cancel: true, templates: true, superuser: superuser === 't' },
    copyMs: 0,
    keepMs: options.keepMs ?? 0,
    notChecked,
    admin,
    async createScratch() {
      const scratch = await createScratchDatabase(scratchOptions);
      if (scratch.role === null && !options.superuser && notChecked.length === 0)
        notChecked.push(ownRights(user ?? ''));
      return track(scratch);
    },
    ...(keeper && {
      async kept(keys: readonly string[]) {
        const found = await keeper.open(keys, scratchOptions);
        return found && { key: found.key, scratch: track(found.database) };
      },
    }),
    async close() {
      try {
        if (borrowed) await dropAll();
      } catch (error) {
        if (!(error instanceof ServerLost)) throw error;
      } finally {
        forget();
        await admin.close();
        await options.stop?.();
      }
    },
  };
}

async function sizeOf(admin: Session, database: string): Promise<number> {
  return Number((await admin.query(`select pg_database_size('${database}')`)).rows[0]?.[0] ?? 0);
}

function ownRights(role: string): NotChecked {
  return {
    check: 'a role without rights',
    reason: `role "${role}" may not create one, so the SQL ran as "${role}" itself: give it CREATEROLE`,
  };
}
