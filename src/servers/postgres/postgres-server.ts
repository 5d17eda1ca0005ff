/** What the service and the local server share: everything after the first connection. */
import type { NotChecked, ServerKind } from '../../report-schema/types.js';
import { keeperSql, value } from '../keeper-sql.js';
import { type Limits, RunClock } from '../limits.js';
import {
  type Capabilities,
  type ChangeSession,
  type Keeper,
  PostgresError,
  type ScratchDatabase,
  type Server,
  ServerLost,
} from '../server.js';
import type { BaselineCache } from './baseline-cache.js';
import { type Address, type Connections, openChange, openKeeper, openObserver, openOperator } from './connections.js';
import { environmentOf } from './environment.js';
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
  /** What is said where the server refuses to make a scratch database; without it, what the server said. */
  explain?: (refusal: PostgresError) => Error;
  /** What is built within that time is not kept, in milliseconds. */
  keepMs?: number | undefined;
  dump?: Server['dump'];
  /** Keeps databases between runs, where that is wished for. */
  baselines?: ((options: ScratchOptions, superuser: boolean) => BaselineCache | null) | undefined;
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
  connections.server = about;
  connections.terminate = async (pid) =>
    void (await keeper.run(keeperSql`select pg_catalog.pg_terminate_backend(${value(pid)})`));
  connections.sizeOf = (database) => sizeOf(keeper, database);
  const server = new RunningServer(options, connections, keeper, about);
  return { server, keeper, scratchOptions: server.scratchOptions };
}

class RunningServer implements Server {
  readonly kind: ServerKind;
  readonly version: string;
  readonly major: number;
  readonly capabilities: Capabilities;
  readonly copyMs = 0;
  readonly keepMs: number;
  readonly notChecked: NotChecked[] = [];
  readonly kept?: NonNullable<Server['kept']>;
  readonly dump: Server['dump'];
  readonly scratchOptions: ScratchOptions;
  readonly #options: PgServerOptions;
  readonly #keeper: Keeper;
  readonly #user: string;
  readonly #baselines: BaselineCache | null;
  /** A server of ours takes its databases with it. */
  readonly #borrowed: boolean;
  readonly #scratches = new Set<ScratchDatabase>();
  /** Takes back what is to be done on a signal. */
  readonly #forget: () => void;
  /** A signal ends us. */
  #ending = false;

  constructor(options: PgServerOptions, connections: Connections, keeper: Keeper, about: About) {
    this.#options = options;
    this.#keeper = keeper;
    this.#user = about.user;
    this.#borrowed = options.stop === undefined;
    this.kind = options.kind;
    this.version = about.version;
    this.major = about.major;
    this.capabilities = { multiSession: true, templates: true, wholeCopies: false };
    this.keepMs = options.keepMs ?? 0;
    this.dump = options.dump;
    this.scratchOptions = {
      keeper,
      open: {
        change: async (database, role) => this.#muted(await openChange(connections, database, role)),
        observer: (database) => openObserver(connections, database),
        operator: (database) => openOperator(connections, database),
        keeper: (database) => openKeeper(connections, database),
      },
      environment: (database, role) => environmentOf(connections.address(database, role)),
      superuser: options.superuser ?? false,
      // Nothing of ours is synced to a disk, and files are copied without an entry in the log.
      strategy: this.#borrowed ? undefined : 'file_copy',
    };
    const baselines = options.baselines?.(this.scratchOptions, about.superuser) ?? null;
    this.#baselines = baselines;
    if (baselines) {
      this.scratchOptions.keep = baselines.keep;
      this.kept = async (keys) => {
        const found = await baselines.open(keys, this.scratchOptions);
        return found && { key: found.key, scratch: this.#track(found.database) };
      };
    }
    this.#forget = this.#borrowed ? onSignal(() => this.#end()) : () => {};
  }

  async createScratch(): Promise<ScratchDatabase> {
    const { superuser, explain } = this.#options;
    try {
      const scratch = await createScratchDatabase(this.scratchOptions);
      if (scratch.role === null && !superuser && this.notChecked.length === 0) {
        this.notChecked.push(ownRights(this.#user));
      }
      return this.#track(scratch);
    } catch (error) {
      throw explain && error instanceof PostgresError ? explain(error) : error;
    }
  }

  async close(): Promise<void> {
    try {
      if (this.#borrowed) await this.#dropAll();
    } catch (error) {
      // What is left has a name that the next run knows it by.
      if (!(error instanceof ServerLost || error instanceof PostgresError)) throw error;
    } finally {
      this.#forget();
      await this.#keeper.close();
      await this.#options.stop?.();
    }
  }

  #end(): Promise<void> {
    this.#ending = true;
    return this.#dropAll();
  }

  /** While a signal ends us, callers must not get the lost sessions' errors, and end the process sooner. */
  #muted(session: ChangeSession): ChangeSession {
    const silent = (error: unknown) => (this.#ending ? new Promise<never>(() => {}) : Promise.reject(error));
    return {
      ...session,
      query: (sql) => session.query(sql).catch(silent),
      queryAll: (queries) => session.queryAll(queries).catch(silent),
    };
  }

  /** Remembers the database, and its copies, until it is dropped. */
  #track(scratch: ScratchDatabase): ScratchDatabase {
    const { copy } = scratch;
    const tracked: ScratchDatabase = {
      ...scratch,
      ...(copy && {
        copy: async () => {
          // What is copied is for the change's SQL.
          this.#baselines?.seal();
          const copied = await copy();
          return copied && this.#track(copied);
        },
      }),
      drop: async () => {
        if (this.#scratches.delete(tracked)) await scratch.drop();
      },
    };
    this.#scratches.add(tracked);
    return tracked;
  }

  async #dropAll(): Promise<void> {
    // Copies first: they belong to the role that goes with the database they were made of.
    const failures: unknown[] = [];
    for (const scratch of [...this.#scratches].reverse()) await scratch.drop().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }
}

interface About {
  version: string;
  major: number;
  superuser: boolean;
  /** The administrator. */
  user: string;
}

async function aboutServer(keeper: Keeper): Promise<About> {
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
