/**
 * Every session on a real server is made here, and is of one kind. The change's logs in as the scratch role, so that no SQL can
 * get back more rights than that. An administrator's takes no text but ours: the compiler holds that.
 */
import type { ClientConfig } from 'pg';
import { has } from '../../sql/versions.js';
import { turns } from '../in-turn.js';
import type { Limits, RunClock } from '../limits.js';
import {
  type ChangeSession,
  type Keeper,
  type Observer,
  type OperatorSession,
  type QueryResult,
  resultOf,
} from '../server.js';
import { connectClient } from './client.js';
import { PgConnection, queryBudget, type Watchdog } from './connection.js';
import type { ScratchRole } from './scratch-role.js';

/** How to reach a database as a role; null is the one that the administrator works in, and the administrator. */
export type Address = (database: string | null, role: ScratchRole | null) => ClientConfig;

export interface Connections {
  address: Address;
  limits: Limits;
  clock: RunClock;
  /** What the server is, as soon as that is known. */
  server?: { major: number; superuser: boolean } | undefined;
  /** Ends a backend from another connection. */
  terminate?: ((pid: number) => Promise<void>) | undefined;
  sizeOf?: ((database: string) => Promise<number>) | undefined;
}

/** The server's own `statement_timeout` fires first, unless the SQL has reset it. */
const GRACE_SECONDS = 1;
/** How long an observer's query may take, in seconds: it reads catalogs. */
const OBSERVER_SECONDS = 60;

/** How long an administrator's statement may take that copies and removes no files, in seconds. */
const QUICK_SECONDS = 30;
const copiesFiles = (sql: string) => /^\s*(create|drop) database|pg_backup|reassign owned/.test(sql);

/** For the change's SQL: logged in as `role`; without one, with the rights that the URL's role has. */
export async function openChange(
  connections: Connections,
  database: string,
  role: ScratchRole | null,
  kind: 'change' | 'operator' = 'change',
): Promise<ChangeSession> {
  const { address, limits, clock, terminate, sizeOf } = connections;
  const { statementTimeout, scriptTimeout, databaseSizeLimit } = limits;
  const reached = address(database, role);
  const config = {
    ...reached,
    // Its session is idle while others look at it.
    options: `${reached.options ?? ''} ${asOptions(NEVER_IDLE)}`.trim(),
    statement_timeout: statementTimeout * 1000,
    application_name: nameOfKind(kind),
  };
  const watchdog: Watchdog = {
    limit(sql) {
      const budget = queryBudget(sql, statementTimeout) + GRACE_SECONDS;
      const seconds = clock.left(budget);
      const reason = `the statement ignored its limit of ${statementTimeout} s, and its session was terminated`;
      return { seconds, reason, ...(seconds < budget && { error: clock.over() }) };
    },
    ...(terminate && { terminate }),
    ...(databaseSizeLimit && sizeOf && { size: { limitMegabytes: databaseSizeLimit, read: () => sizeOf(database) } }),
  };
  const connection = new PgConnection(await connectClient(config), watchdog);
  return {
    kind: 'change',
    pid: connection.pid,
    scriptTimeout,
    query: async (sql) => resultOf((await connection.queryAll([sql]))[0]),
    queryAll: (queries) => connection.queryAll(queries),
    takeNotices: () => connection.takeNotices(),
    close: () => connection.close(),
  };
}

/** For the bootstrap, which is the operator's own. */
export async function openOperator(connections: Connections, database: string): Promise<OperatorSession> {
  const { pid, query, queryAll, close } = await openChange(connections, database, null, 'operator');
  return { kind: 'operator', pid, query, queryAll, close };
}

/** Reads the catalogs of a scratch database, in transactions that write nothing. */
export async function openObserver(connections: Connections, database: string | null): Promise<Observer> {
  const { clock } = connections;
  const limit = () => {
    const seconds = Math.min(OBSERVER_SECONDS, clock.administrators());
    return { seconds, reason: `a query of the catalogs got no answer in ${Math.round(seconds)} s` };
  };
  const settings = {
    default_transaction_read_only: 'on',
    statement_timeout: `${OBSERVER_SECONDS}s`,
    lock_timeout: '10s',
  };
  const connection = await administrators(connections, 'observer', { database, settings, limit });
  return { kind: 'observer', outside: true, read: inTurns(connection), close: () => connection.close() };
}

/** Creates and drops: in the administrator's database, or for one of the few statements that have to be run in another. */
export async function openKeeper(
  connections: Connections,
  database: string | null,
  connectSeconds = 10,
): Promise<Keeper> {
  const { clock } = connections;
  const limit = (sql: string) => {
    const seconds = Math.min(copiesFiles(sql) ? Number.POSITIVE_INFINITY : QUICK_SECONDS, clock.administrators());
    return { seconds, reason: `an administrator’s statement got no answer in ${Math.round(seconds)} s` };
  };
  const settings = { statement_timeout: '0', lock_timeout: '0' };
  const connection = await administrators(connections, 'keeper', { database, settings, limit, connectSeconds });
  return { kind: 'keeper', run: inTurns(connection), close: () => connection.close() };
}

const NEVER_IDLE = { idle_in_transaction_session_timeout: '0', idle_session_timeout: '0' };

/** What decides how a query is read or how long it may take, and could be set for the database or the role. */
const PINNED = {
  search_path: 'pg_catalog,pg_temp',
  role: 'none',
  standard_conforming_strings: 'on',
  quote_all_identifiers: 'off',
  default_transaction_isolation: 'read committed',
  default_transaction_deferrable: 'off',
  ...NEVER_IDLE,
  row_security: 'on',
  extra_float_digits: '1',
  bytea_output: 'hex',
  datestyle: 'ISO, MDY',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  jit: 'off',
};

interface AdministratorAddress {
  database: string | null;
  settings: Record<string, string>;
  limit: Watchdog['limit'];
  connectSeconds?: number;
}

async function administrators(
  { address, server }: Connections,
  kind: 'observer' | 'keeper',
  { database, settings, limit, connectSeconds = 10 }: AdministratorAddress,
): Promise<PgConnection> {
  const config = address(database, null);
  const major = server?.major ?? null;
  const pinned = {
    ...PINNED,
    ...(has('transactionTimeout', major, 'as oldest') && { transaction_timeout: '0' }),
    ...(server?.superuser && has('eventTriggersOff', major, 'as oldest') && { event_triggers: 'off' }),
    ...settings,
  };
  const client = await connectClient({
    ...config,
    application_name: nameOfKind(kind),
    connectionTimeoutMillis: connectSeconds * 1000,
    // What is given at the start of a session wins over what was set for its database or its role.
    options: `${config.options ?? ''} ${asOptions(pinned)}`.trim(),
  });
  return new PgConnection(client, { limit });
}

/** As pg_stat_activity and the server's log show it. */
function nameOfKind(kind: 'change' | 'operator' | 'observer' | 'keeper'): string {
  return `migration-safety ${kind}`;
}

/** As the manual has it in 20.1.3: a space within a value is escaped. */
function asOptions(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value.replaceAll(/[ \\]/g, '\\$&')}`)
    .join(' ');
}

/** A plan is kept only for a query that is long, and asked again. */
const LONG = 2000;
const planned = new Map<string, string>();

function inTurns(connection: PgConnection): (sql: string) => Promise<QueryResult> {
  const after = turns();
  return (sql) =>
    after(async () => {
      const name = sql.length < LONG ? undefined : nameOf(sql);
      return resultOf((await connection.queryAll([sql], name))[0]);
    });
}

function nameOf(sql: string): string {
  const known = planned.get(sql) ?? `migration_safety_${planned.size + 1}`;
  planned.set(sql, known);
  return known;
}
