/** What the service and the local server share: everything after the first connection. */
import type { NotChecked, ServerKind } from '../../report-schema/types.js';
import { keeperSql, value } from '../keeper-sql.js';
import { type Limits, RunClock } from '../limits.js';
import {
  type ChangeSession,
  type Keeper,
  PostgresError,
  type ScratchDatabase,
  type Server,
  ServerLost,
} from '../server.js';
import type { BaselineKeeper } from './baseline-keeper.js';
import { type Address, type Connections, openChange, openKeeper, openObserver, openOperator } from './connections.js';
import { onSignal } from './on-signal.js';
import { createScratchDatabase } from './scratch.js';
import type { ScratchOptions } from './scratch-options.js';

export interface PgServerOptions extends Limits {
  kind: ServerKind;
  address: Address;
  /** How long the first connection may take, in seconds. */
  connectSeconds?: number;
  /** Whether SQL runs with the administrator's rights. */
  superuser?: boolean;
  /** Stops the server, where it is ours. */
  stop?(): Promise<void>;
  /** What takes no longer to build is not worth keeping, in milliseconds. */
  keepMs?: number | undefined;
  /** Keeps databases between runs, where that is wished for. */
  baselines?: ((options: ScratchOptions, superuser: boolean) => BaselineKeeper | null) | undefined;
}

/** A server, and what administers it. */
export interface PgServer {
  server: Server;
  keeper: Keeper;
  scratchOptions: ScratchOptions;
}

/** A `Server` over a running Postgres. Throws what the first connection was refused with. */
export async function pgServer(options: PgServerOptions): Promise<PgServer> {
  const clock = new RunClock(options.runTimeout);
  const connections: Connections = { address: options.address, limits: options, clock };
  const keeper = await openKeeper(connections, null, options.connectSeconds);
  const about = await aboutServer(keeper);
  const { version, major, user } = about;
  connections.server = about;
  connections.terminate = async (pid) =>
    void (await keeper.run(keeperSql`select pg_catalog.pg_terminate_backend(${value(pid)})`));
  connections.sizeOf = (database) => sizeOf(keeper, database);
  const scratches = new Set<ScratchDatabase>();
  const notChecked: NotChecked[] = [];

  let ending = false;

  /** While a signal ends us, nobody shall hear that the sessions are gone, and end us sooner. */
  const muted = (session: ChangeSession): ChangeSession => {
    const silent = (error: unknown) => (ending ? new Promise<never>(() => {}) : Promise.reject(error));
    return {
      ...session,
      query: (sql) => session.query(sql).catch(silent),
      queryAll: (queries) => session.queryAll(queries).catch(silent),
    };
  };

  // A server of ours takes its databases with it.
  const borrowed = options.stop === undefined;
  const scratchOptions: ScratchOptions = {
    keeper,
    open: {
      change: async (database, role) => muted(await openChange(connections, database, role)),
      observer: (database) => openObserver(connections, database),
      operator: (database) => openOperator(connections, database),
      keeper: (database) => openKeeper(connections, database),
    },
    superuser: options.superuser ?? false,
    // Nothing of ours is synced to a disk, and files are copied without a word in the log.
    strategy: borrowed ? undefined : 'file_copy',
  };
  const baselines = options.baselines?.(scratchOptions, about.superuser) ?? null;
  if (baselines) scratchOptions.keep = baselines.keep;

  const track = (scratch: ScratchDatabase): ScratchDatabase => {
    const { copy } = scratch;
    const tracked: ScratchDatabase = {
      ...scratch,
      ...(copy && {
        copy: async () => {
          // What is copied is for the change's SQL.
          baselines?.seal();
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
    const failures: unknown[] = [];
    for (const scratch of [...scratches].reverse()) await scratch.drop().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  const forget = borrowed
    ? onSignal(() => {
        ending = true;
        return dropAll();
      })
    : () => {};

  const server: Server = {
    kind: options.kind,
    version,
    major,
    capabilities: { multiSession: true, templates: true, wholeCopies: false },
    copyMs: 0,
    keepMs: options.keepMs ?? 0,
    notChecked,
    async createScratch() {
      const scratch = await createScratchDatabase(scratchOptions);
      if (scratch.role === null && !options.superuser && notChecked.length === 0) notChecked.push(ownRights(user));
      return track(scratch);
    },
    ...(baselines && {
      async kept(keys: readonly string[]) {
        const found = await baselines.open(keys, scratchOptions);
        return found && { key: found.key, scratch: track(found.database) };
      },
    }),
    async close() {
      try {
        if (borrowed) await dropAll();
      } catch (error) {
        // What is left has a name that the next run knows it by.
        if (!(error instanceof ServerLost || error instanceof PostgresError)) throw error;
      } finally {
        forget();
        await keeper.close();
        await options.stop?.();
      }
    },
  };
  return { server, keeper, scratchOptions };
}

async function aboutServer(keeper: Keeper) {
  const { rows } = await keeper.run(
    keeperSql`select pg_catalog.current_setting('server_version'), pg_catalog.current_setting('server_version_num'), r.rolsuper, r.rolname
      from pg_catalog.pg_roles r where r.rolname operator(pg_catalog.=) current_user`,
  );
  const [version, number, superuser, user] = rows[0] ?? [];
  return {
    // Packagers append their own words: `15.18 (Debian 15.18-0+deb12u1)`.
    version: version?.split(' ')[0] ?? '',
    major: Math.floor(Number(number) / 10000),
    superuser: superuser === 't',
    user: user ?? '',
  };
}

async function sizeOf(keeper: Keeper, database: string): Promise<number> {
  const { rows } = await keeper.run(keeperSql`select pg_catalog.pg_database_size(${value(database)}::pg_catalog.name)`);
  return Number(rows[0]?.[0] ?? 0);
}

function ownRights(role: string): NotChecked {
  return {
    check: 'a role without rights',
    reason: `role "${role}" may not create one, so the SQL ran as "${role}" itself: give it CREATEROLE`,
  };
}
