/** Keeps baselines on a server that isn't ours, as template databases that nobody can connect to. Drops none of another name. */
import { digest } from '../kept/keys.js';
import type { Keepable, Keeper } from './keeper.js';
import { createScratchDatabase, dropDatabase, newName } from './scratch.js';
import { PostgresError, type Session } from './server.js';

const namePattern = /^migration_safety_kept_[0-9a-f]{32}$/;
const limits = { databases: 5, ageSeconds: 7 * 24 * 60 * 60 };

/** Owns what is in the templates, since a run's own role goes with the run. */
const KEEPER = 'migration_safety_keeper';
const DUPLICATE = new Set(['42710', '42P04', '23505']);

export interface TemplateOptions {
  /** A superuser's session. */
  admin: Session;
  /** An administrator's session in a database. */
  connect(database: string): Promise<Session>;
  /** Whether SQL runs with the administrator's rights. */
  superuser: boolean;
  /** How long the server has to be up before anything is kept on it, in seconds. */
  minUptime: number;
}

/** What of a database would be lost, or would hold another role fast: grants, default privileges, policies, settings. */
const tied = (role: string | null) => `
  select 1 from pg_catalog.pg_shdepend d, pg_catalog.pg_database b
   where b.datname = current_database() and d.dbid = b.oid and d.refclassid = 'pg_authid'::regclass and not
     (d.deptype = 'o' and d.classid <> 'pg_default_acl'::regclass and d.refobjid in (current_user::text::regrole, ${owner(role)}))
  union all
  select 1 from pg_catalog.pg_db_role_setting s, pg_catalog.pg_database b
   where b.datname = current_database() and (s.setdatabase = b.oid or (s.setrole = ${owner(role)} and s.setconfig <> '{temp_file_limit=1GB}'))`;

const owner = (role: string | null) => (role === null ? 'current_user::text::regrole' : `'${role}'::regrole`);

/** Template databases, found by names that are made of their keys. */
export function templateKeeper({ admin, connect, superuser, minUptime }: TemplateOptions): Keeper {
  const nameOf = (key: string) => `migration_safety_kept_${digest([key, String(superuser)])}`;
  return {
    async open(keys, options) {
      const there = new Set((await templates(admin)).map(({ name }) => name));
      const key = keys.find((it) => there.has(nameOf(it)));
      if (key === undefined) return null;
      const database = await createScratchDatabase(options, nameOf(key)).catch(unlessRefused);
      if (!database) return null;
      try {
        if (database.role !== null) await inDatabase(database.name, `reassign owned by ${KEEPER} to ${database.role}`);
      } catch (error) {
        await database.drop();
        return unlessRefused(error);
      }
      await admin.query(used(nameOf(key))).catch(unlessRefused);
      return { key, database };
    },
    async keep(key, database) {
      if (database.madeRoles.length > 0 || (await uptime(admin)) < minUptime) return;
      await store(nameOf(key), database).catch(unlessRefused);
      for (const name of superfluous(await templates(admin), Date.now() / 1000)) {
        await dropDatabase(admin, name).catch(unlessRefused);
      }
    },
    seal() {},
  };

  async function store(kept: string, { name, role }: Keepable): Promise<void> {
    const session = await connect(name);
    const ties = await session.query(tied(role)).finally(() => session.close());
    if (ties.rows.length > 0) return;
    const making = newName();
    await admin.query(`create database ${making} template ${name}`);
    try {
      if (role !== null) {
        await admin.query(`create role ${KEEPER} nologin`).catch(unlessDuplicate);
        // It takes the run's own database, too, which is given back before anybody sees it.
        const give = `reassign owned by ${role} to ${KEEPER}`;
        await inDatabase(making, `begin; ${give}; alter database ${name} owner to ${role}; commit`);
      }
      await admin.query(`alter database ${making} with allow_connections false`);
      // From here on others find it, whole.
      await admin.query(`alter database ${making} rename to ${kept}`);
      await admin.query(used(kept));
    } catch (error) {
      // Another run has kept the same, for example.
      await dropDatabase(admin, making);
      throw error;
    }
  }

  async function inDatabase(name: string, sql: string): Promise<void> {
    const session = await connect(name);
    await session.query(sql).finally(() => session.close());
  }
}

interface Template {
  name: string;
  /** Unix time; 0 where nobody says. */
  usedAt: number;
}

async function templates(admin: Session): Promise<Template[]> {
  const { rows } = await admin.query(
    `select datname, shobj_description(oid, 'pg_database') from pg_catalog.pg_database`,
  );
  return rows.flatMap(([name, said]) =>
    typeof name === 'string' && namePattern.test(name) ? [{ name, usedAt: Number(said) || 0 }] : [],
  );
}

/** Those to drop: what was used last stays. Pure. */
export function superfluous(all: readonly Template[], now: number): string[] {
  return [...all]
    .sort((a, b) => b.usedAt - a.usedAt)
    .filter(({ usedAt }, index) => index >= limits.databases || now - usedAt > limits.ageSeconds)
    .map(({ name }) => name);
}

function used(name: string): string {
  return `comment on database ${name} is '${Math.floor(Date.now() / 1000)}'`;
}

async function uptime(admin: Session): Promise<number> {
  const { rows } = await admin.query('select extract(epoch from now() - pg_postmaster_start_time())');
  return Number(rows[0]?.[0]);
}

/** What the server refuses is not kept, or built anew. */
function unlessRefused(error: unknown): null {
  if (error instanceof PostgresError) return null;
  throw error;
}

function unlessDuplicate(error: unknown): void {
  if (!(error instanceof PostgresError && DUPLICATE.has(error.sqlstate))) throw error;
}
