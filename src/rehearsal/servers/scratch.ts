/** Scratch databases on a real server: made, found again after a crash, dropped. Never touches a database of another name. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { refusal } from '../refusal.js';
import type { BaselineKeeper } from './keeper.js';
import { type KeeperSql, keeperSql, name as named, value } from './keeper-sql.js';
import { errorCode } from './pg-errors.js';
import { rowEstimate } from './row-estimate.js';
import {
  createRole,
  dropRole,
  lend,
  restoreLogin,
  type ScratchRole,
  setBypass,
  setReplica,
  takeOver,
} from './scratch-role.js';
import {
  type ChangeSession,
  type Keeper,
  type Observer,
  type OperatorSession,
  PostgresError,
  type ScratchDatabase,
  ServerUnavailable,
} from './server.js';

const namePattern = /^migration_safety_(\d{10})_\d+_[0-9a-f]{8}$/;
const leftoverAgeSeconds = 6 * 60 * 60;
/** How long to wait for a connection slot that somebody else may leave, in milliseconds. */
const SLOT_PATIENCE_MS = 10_000;
const SLOT_POLL_MS = 500;

/** A name that tells when it was made and by which process, and that nobody else has. */
export function scratchName(unixSeconds: number, pid: number): string {
  return `migration_safety_${unixSeconds}_${pid}_${randomBytes(4).toString('hex')}`;
}

/** Is this of a run that must have crashed, since no run takes so long? */
export function isLeftover(name: string, unixSeconds: number): boolean {
  const made = namePattern.exec(name)?.[1];
  return made !== undefined && unixSeconds - Number(made) > leftoverAgeSeconds;
}

export interface ScratchOptions {
  keeper: Keeper;
  /** Sessions in a database, by their kinds. */
  open: {
    change(database: string, role: ScratchRole | null): Promise<ChangeSession>;
    observer(database: string): Promise<Observer>;
    operator(database: string): Promise<OperatorSession>;
    /** For what has to be run in the database itself. */
    keeper(database: string): Promise<Keeper>;
  };
  /** Whether SQL runs with the administrator's rights. */
  superuser: boolean;
  /** How CREATE DATABASE copies, where the server has a choice; its own is right for one that keeps what it writes. */
  strategy?: 'file_copy' | undefined;
  /** Keeps a database that nobody is connected to for later runs. */
  keep?: BaselineKeeper['keep'] | undefined;
}

export type NamedDatabase = ScratchDatabase & { name: string };

/** Makes an empty UTF-8 database or a copy of another, and the role of the same name that owns it. */
export async function createScratchDatabase(options: ScratchOptions, template?: string): Promise<NamedDatabase> {
  const { keeper } = options;
  const name = newName();
  const role = options.superuser ? null : await createRole(keeper, name);
  const dropOwnRole = async () => {
    if (role !== null) await dropRole(keeper, name);
  };
  try {
    if (template === undefined) await createEmpty(options, name, role);
    else await keeper.run(keeperSql`${create(options, name, role)} template ${named(template)}`);
  } catch (error) {
    await dropOwnRole();
    throw error;
  }
  const database = databaseOf(options, { name, role, pristine: template === undefined });
  const drop = async () => {
    await database.drop();
    await dropOwnRole();
  };
  return { ...database, drop };
}

export interface Made {
  name: string;
  role: ScratchRole | null;
  /** Nothing has run in it. */
  pristine?: boolean;
  /** Roles that go with it. */
  madeRoles?: string[];
}

/** A database that is there. Its owner is left to whoever made it; `madeRoles` go with it. */
export function databaseOf(
  options: ScratchOptions,
  { name, role, pristine = false, madeRoles = [] }: Made,
): NamedDatabase {
  const { keeper, open } = options;
  const sessions = new Set<{ close(): Promise<void> }>();
  let untouched = pristine;
  let observer: Promise<Observer> | null = null;
  const opened = async <S extends { close(): Promise<void> }>(session: Promise<S>): Promise<S> => {
    sessions.add(await session);
    return session;
  };
  const closeAll = async () => {
    observer = null;
    await Promise.all([...sessions].map((session) => session.close()));
    sessions.clear();
  };
  const inDatabase = async (statement: KeeperSql) => {
    const session = await connectPatiently(keeper, name, null, () => open.keeper(name));
    await session.run(statement).finally(() => session.close());
  };
  const allowing = async <T>(allow: typeof setBypass, work: () => Promise<T>): Promise<T> => {
    if (role === null || !(await allow(keeper, role, true))) return work();
    try {
      return await work();
    } finally {
      await allow(keeper, role, false);
    }
  };
  return {
    name,
    role: role?.name ?? null,
    madeRoles,
    connect() {
      untouched = false;
      return opened(connectPatiently(keeper, name, role, () => open.change(name, role)));
    },
    observe() {
      observer ??= opened(connectPatiently(keeper, name, null, () => open.observer(name)));
      return observer;
    },
    async operate() {
      if (!untouched) throw new Error('an administrator runs no scripts where others have run');
      return opened(open.operator(name));
    },
    pastRowSecurity: (work) => allowing(setBypass, work),
    asReplica: (work) => allowing(setReplica, work),
    lend: async (made) => {
      if (role !== null) await lend(keeper, made, role.name);
    },
    setRowEstimate: (relation, rows, pages) => inDatabase(rowEstimate(relation, rows, pages)),
    async copy() {
      // A database that somebody is connected to is no template.
      await closeAll();
      const other = newName();
      await keeper.run(keeperSql`${create(options, other, role)} template ${named(name)}`);
      return databaseOf(options, { name: other, role });
    },
    ...(options.keep && {
      async keep(key: string) {
        await closeAll();
        await options.keep?.(key, { name, role: role?.name ?? null, madeRoles });
      },
    }),
    async drop() {
      await closeAll();
      await dropDatabase(options, name);
      for (const made of madeRoles) await dropRole(keeper, made);
    },
  };
}

/**
 * Connects to a database. Its SQL may have shut the door behind itself: then it is opened for as long as that takes. A server
 * whose slots are used up is given a moment.
 */
async function connectPatiently<S>(
  keeper: Keeper,
  name: string,
  role: ScratchRole | null,
  connect: () => Promise<S>,
): Promise<S> {
  for (const start = performance.now(); ; ) {
    try {
      return await connect();
    } catch (error) {
      const code = errorCode(error) ?? '';
      if (isLockedOut(code, error)) return withDoorOpen(keeper, name, role, connect);
      if (code !== TOO_MANY_CONNECTIONS) throw error;
      if (performance.now() - start > SLOT_PATIENCE_MS) throw new ServerUnavailable(noSlot(error), { cause: error });
      await sleep(SLOT_POLL_MS);
    }
  }
}

const TOO_MANY_CONNECTIONS = '53300';

/** A login that was refused (28…), a right on the database that is gone, a limit of its own, a database that is closed. */
function isLockedOut(code: string, error: unknown): boolean {
  if (code.startsWith('28') || code === '42501' || code === '55000') return true;
  return code === TOO_MANY_CONNECTIONS && /for (database|role) "/.test(error instanceof Error ? error.message : '');
}

function noSlot(error: unknown): string {
  return `PostgreSQL has no connection slot left for a role that is no superuser (${error instanceof Error ? error.message : String(error)}), and none came free in ${SLOT_PATIENCE_MS / 1000} s. Raise max_connections of the server, or end what else is connected to it.`;
}

/** Lets a role into a database that its SQL has closed, and leaves it as closed as it was. */
async function withDoorOpen<S>(
  keeper: Keeper,
  database: string,
  role: ScratchRole | null,
  connect: () => Promise<S>,
): Promise<S> {
  const db = named(database);
  const who = role === null ? keeperSql`current_user` : named(role.name);
  const { rows } = await keeper.run(
    keeperSql`select d.datconnlimit, d.datallowconn, pg_catalog.has_database_privilege(r.oid, d.oid, 'CONNECT')
      from pg_catalog.pg_database d, pg_catalog.pg_roles r
      where d.datname operator(pg_catalog.=) ${value(database)} and r.rolname operator(pg_catalog.=) ${role === null ? keeperSql`current_user` : value(role.name)}`,
  );
  const [limit, open, allowed] = rows[0] ?? [];
  await keeper.run(keeperSql`alter database ${db} with allow_connections true connection limit -1`);
  if (allowed === 'f') await keeper.run(keeperSql`grant connect on database ${db} to ${who}`);
  if (role !== null) await restoreLogin(keeper, role);
  try {
    return await connect();
  } finally {
    if (allowed === 'f') await keeper.run(keeperSql`revoke connect on database ${db} from ${who}`);
    const allow = open === 'f' ? keeperSql`false` : keeperSql`true`;
    await keeper.run(
      keeperSql`alter database ${db} with allow_connections ${allow} connection limit ${value(Number(limit ?? -1))}`,
    );
  }
}

/** The scratch databases that this server has, whoever made them. */
export async function scratchDatabases(keeper: Keeper): Promise<string[]> {
  const { rows } = await keeper.run(ALL_DATABASES);
  return rows.flatMap(([name]) => (typeof name === 'string' && namePattern.test(name) ? [name] : []));
}

const ALL_DATABASES = keeperSql`select d.datname from pg_catalog.pg_database d`;
const ALL_ROLES = keeperSql`select r.rolname from pg_catalog.pg_roles r`;

/** A name for a database of this run. */
export function newName(): string {
  return scratchName(Math.floor(Date.now() / 1000), process.pid);
}

function create({ strategy }: ScratchOptions, name: string, role: ScratchRole | null): KeeperSql {
  const owner = role === null ? keeperSql`` : keeperSql` owner ${named(role.name)}`;
  const copying = strategy === undefined ? keeperSql`` : keeperSql` strategy file_copy`;
  return keeperSql`create database ${named(name)}${owner}${copying}`;
}

async function createEmpty(options: ScratchOptions, name: string, role: ScratchRole | null): Promise<void> {
  const { keeper } = options;
  // template0: anybody's session on template1 would make this fail, and only a copy of template0 may change the encoding.
  const empty = keeperSql`${create(options, name, role)} template template0 encoding 'UTF8'`;
  try {
    await keeper.run(empty);
  } catch (error) {
    // The cluster's own locale has another encoding; C goes with every one.
    if (!(error instanceof PostgresError) || error.sqlstate !== '22023') throw error;
    await keeper.run(keeperSql`${empty} lc_collate 'C' lc_ctype 'C'`);
  }
}

/** Drops a database, also one that its own SQL has protected. */
export async function dropDatabase(
  { keeper, open }: Pick<ScratchOptions, 'keeper' | 'open'>,
  name: string,
): Promise<void> {
  const drop = keeperSql`drop database if exists ${named(name)} with (force)`;
  try {
    await keeper.run(drop);
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
    await unprotect({ keeper, open }, name);
    await keeper.run(drop);
  }
}

/** Undoes what keeps a database from being dropped: it is a template, somebody else's, or a prepared transaction's. */
async function unprotect({ keeper, open }: Pick<ScratchOptions, 'keeper' | 'open'>, name: string): Promise<void> {
  await keeper
    .run(keeperSql`alter database ${named(name)} with is_template false allow_connections true connection limit -1`)
    .catch(unlessRefused);
  const { rows } = await keeper.run(
    keeperSql`select p.gid, p.owner from pg_catalog.pg_prepared_xacts p where p.database operator(pg_catalog.=) ${value(name)}`,
  );
  for (const [gid, owner] of rows)
    await rollBackPrepared({ keeper, open }, name, gid ?? '', owner ?? '').catch(unlessRefused);
  await keeper.run(keeperSql`alter database ${named(name)} owner to current_user`).catch(unlessRefused);
}

/** Only a superuser and who prepared a transaction may end it. */
async function rollBackPrepared(
  { keeper, open }: Pick<ScratchOptions, 'keeper' | 'open'>,
  database: string,
  gid: string,
  owner: string,
): Promise<void> {
  const end = keeperSql`rollback prepared ${value(gid)}`;
  const inside = await open.keeper(database);
  const refused = await refusal(inside.run(end)).finally(() => inside.close());
  if (refused === null || !namePattern.test(owner)) return;
  const role = takeOver(owner);
  await restoreLogin(keeper, role);
  const session = await open.change(database, role);
  await session.query(end).finally(() => session.close());
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof PostgresError)) throw error;
}

/** Drops what crashed runs left more than six hours ago. What can't be dropped is left alone. */
export async function dropLeftovers(options: Pick<ScratchOptions, 'keeper' | 'open'>): Promise<void> {
  const { keeper } = options;
  // Databases first: a role that owns one can't be dropped.
  for (const name of await leftovers(keeper, ALL_DATABASES)) await dropDatabase(options, name).catch(unlessRefused);
  for (const name of await leftovers(keeper, ALL_ROLES)) await dropRole(keeper, name);
}

async function leftovers(keeper: Keeper, names: KeeperSql): Promise<string[]> {
  const { rows } = await keeper.run(names);
  const now = Math.floor(Date.now() / 1000);
  return rows.flatMap(([name]) => (typeof name === 'string' && isLeftover(name, now) ? [name] : []));
}
