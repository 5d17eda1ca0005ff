/** Scratch databases on a real server, and the role that owns each. Never touches a database of another name. */
import { type KeeperSql, keeperSql, name as named } from '../keeper-sql.js';
import { type Observer, PostgresError, type ScratchDatabase } from '../server.js';
import { copySettings } from './database-settings.js';
import { rowEstimate } from './row-estimate.js';
import { dropDatabase } from './scratch-drop.js';
import { connectPatiently } from './scratch-login.js';
import { newName } from './scratch-names.js';
import type { ScratchOptions } from './scratch-options.js';
import { createRole, dropRole, lend, type ScratchRole, setBypass, setReplica } from './scratch-role.js';

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

/** A database that is there. Its owner is left to its maker; `madeRoles` are dropped with it. */
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
    environment: () => options.environment(name, role),
    pastRowSecurity: (work) => allowing(setBypass, work),
    asReplica: (work) => allowing(setReplica, work),
    lend: async (made) => {
      if (role !== null) await lend(keeper, made, role.name, name);
    },
    setRowEstimate: (relation, rows, pages) => inDatabase(rowEstimate(relation, rows, pages)),
    async copy() {
      // A database with open sessions is no template.
      await closeAll();
      const other = newName();
      await keeper.run(keeperSql`${create(options, other, role)} template ${named(name)}`);
      await copySettings(keeper, name, other);
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

function create({ strategy }: ScratchOptions, name: string, role: ScratchRole | null): KeeperSql {
  const owner = role === null ? keeperSql`` : keeperSql` owner ${named(role.name)}`;
  const copying = strategy === undefined ? keeperSql`` : keeperSql` strategy file_copy`;
  return keeperSql`create database ${named(name)}${owner}${copying}`;
}

async function createEmpty(options: ScratchOptions, name: string, role: ScratchRole | null): Promise<void> {
  const { keeper } = options;
  // template0: any session on template1 would make this fail, and only a copy of template0 may change the encoding.
  const empty = keeperSql`${create(options, name, role)} template template0 encoding 'UTF8'`;
  try {
    await keeper.run(empty);
  } catch (error) {
    // The cluster's own locale has another encoding; C goes with every one.
    if (!(error instanceof PostgresError) || error.sqlstate !== '22023') throw error;
    await keeper.run(keeperSql`${empty} lc_collate 'C' lc_ctype 'C'`);
  }
}
