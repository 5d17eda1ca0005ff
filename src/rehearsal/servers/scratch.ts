/** Scratch databases on a real server: made, found again after a crash, dropped. Never touches a database of another name. */
import { randomBytes } from 'node:crypto';
import { quoted } from '../../sql/ast.js';
import type { Keeper } from './keeper.js';
import { errorCode } from './pg-errors.js';
import { createRole, dropRole, restoreLogin, type ScratchRole, setBypass } from './scratch-role.js';
import { PostgresError, type ScratchDatabase, type Session } from './server.js';

const namePattern = /^migration_safety_(\d{10})_\d+_[0-9a-f]{8}$/;
const leftoverAgeSeconds = 6 * 60 * 60;
/** The class of SQLSTATEs for a login that was refused. */
const INVALID_AUTHORIZATION = '28';

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
  /** The administrator's session, in a database of its own. */
  admin: Session;
  /** Connects to a database as the role, or as the administrator. */
  connect(database: string, role: ScratchRole | null): Promise<Session>;
  /** Whether SQL runs with the administrator's rights. */
  superuser: boolean;
  /** How CREATE DATABASE copies, where the server has a choice; its own is right for one that keeps what it writes. */
  strategy?: 'file_copy' | undefined;
  /** Keeps a database that nobody is connected to for later runs. */
  keep?: Keeper['keep'] | undefined;
}

export type NamedDatabase = ScratchDatabase & { name: string };

/** Makes an empty UTF-8 database or a copy of another, and the role of the same name that owns it. */
export async function createScratchDatabase(options: ScratchOptions, template?: string): Promise<NamedDatabase> {
  const { admin } = options;
  const name = newName();
  const role = options.superuser ? null : await createRole(admin, name);
  const dropOwnRole = async () => {
    if (role !== null) await dropRole(admin, name);
  };
  try {
    if (template === undefined) await createEmpty(options, name, role);
    else await admin.query(`create database ${name} ${ownedBy(role)}${copying(options)}template ${template}`);
  } catch (error) {
    await dropOwnRole();
    throw error;
  }
  const database = databaseOf(options, name, role);
  const drop = async () => {
    await database.drop();
    await dropOwnRole();
  };
  return { ...database, drop };
}

/** A database that is there. Its owner is left to whoever made it; `madeRoles` go with it. */
export function databaseOf(
  options: ScratchOptions,
  name: string,
  role: ScratchRole | null,
  madeRoles: string[] = [],
): NamedDatabase {
  const { admin } = options;
  const sessions = new Set<Session>();
  const connect = async (as: ScratchRole | null) => {
    const session = await options.connect(name, as);
    sessions.add(session);
    return session;
  };
  const closeAll = async () => {
    await Promise.all([...sessions].map((session) => session.close()));
    sessions.clear();
  };
  return {
    name,
    role: role?.name ?? null,
    madeRoles,
    async connect() {
      try {
        return await connect(role);
      } catch (error) {
        if (role === null || !errorCode(error)?.startsWith(INVALID_AUTHORIZATION)) throw error;
        await restoreLogin(admin, role);
        return connect(role);
      }
    },
    connectAdmin: () => connect(null),
    async pastRowSecurity(work) {
      if (role === null || !(await setBypass(admin, role, true))) return work();
      try {
        return await work();
      } finally {
        await setBypass(admin, role, false);
      }
    },
    async copy() {
      // A database that somebody is connected to is no template.
      await closeAll();
      const other = newName();
      await admin.query(`create database ${other} ${ownedBy(role)}${copying(options)}template ${name}`);
      return databaseOf(options, other, role);
    },
    ...(options.keep && {
      async keep(key: string) {
        await closeAll();
        await options.keep?.(key, { name, role: role?.name ?? null, madeRoles });
      },
    }),
    async drop() {
      await closeAll();
      await dropDatabase(admin, name);
      for (const made of madeRoles) await dropRole(admin, quoted(made));
    },
  };
}

/** The scratch databases that this server has, whoever made them. */
export async function scratchDatabases(admin: Session): Promise<string[]> {
  const { rows } = await admin.query('select datname from pg_database');
  return rows.flatMap(([name]) => (typeof name === 'string' && namePattern.test(name) ? [name] : []));
}

/** A name for a database of this run. */
export function newName(): string {
  return scratchName(Math.floor(Date.now() / 1000), process.pid);
}

function ownedBy(role: ScratchRole | null): string {
  return role === null ? '' : `owner ${role.name} `;
}

function copying({ strategy }: ScratchOptions): string {
  return strategy === undefined ? '' : `strategy ${strategy} `;
}

async function createEmpty(options: ScratchOptions, name: string, role: ScratchRole | null): Promise<void> {
  const { admin } = options;
  // template0: anybody's session on template1 would make this fail, and only a copy of template0 may change the encoding.
  const create = `create database ${name} ${ownedBy(role)}${copying(options)}template template0 encoding 'UTF8'`;
  try {
    await admin.query(create);
  } catch (error) {
    // The cluster's own locale has another encoding; C goes with every one.
    if (!(error instanceof PostgresError) || error.sqlstate !== '22023') throw error;
    await admin.query(`${create} lc_collate 'C' lc_ctype 'C'`);
  }
}

export async function dropDatabase(admin: Session, name: string): Promise<void> {
  await admin.query(`drop database if exists ${name} with (force)`);
}

/** Drops what crashed runs left more than six hours ago. What can't be dropped is left alone. */
export async function dropLeftovers(admin: Session): Promise<void> {
  // Databases first: a role that owns one can't be dropped.
  for (const name of await leftovers(admin, 'select datname from pg_database')) {
    await dropDatabase(admin, name).catch((error) => {
      if (!(error instanceof PostgresError)) throw error;
    });
  }
  for (const name of await leftovers(admin, 'select rolname from pg_roles')) await dropRole(admin, name);
}

async function leftovers(admin: Session, names: string): Promise<string[]> {
  const { rows } = await admin.query(names);
  const now = Math.floor(Date.now() / 1000);
  return rows.flatMap(([name]) => (typeof name === 'string' && isLeftover(name, now) ? [name] : []));
}
