/** Keeps baselines on a server that isn't ours, as template databases that refuse connections. Drops none of another name. */

import { digest } from '../baseline-cache/keys.js';
import { catalogSql } from '../catalogs/catalog-sql.js';
import { type KeeperSql, keeperSql, name as named, value } from '../keeper-sql.js';
import { type Keeper, PostgresError } from '../server.js';
import type { BaselineCache } from './baseline-cache.js';
import { createScratchDatabase } from './scratch.js';
import { dropDatabase } from './scratch-drop.js';
import { newName } from './scratch-names.js';
import type { Keepable, ScratchOptions } from './scratch-options.js';

const namePattern = /^migration_safety_kept_[0-9a-f]{32}$/;
const limits = { databases: 5, ageSeconds: 7 * 24 * 60 * 60 };

/** Owns what is in the templates, since a run's own role goes with the run. */
const KEEPER_ROLE = 'migration_safety_keeper';
const KEEPER = named(KEEPER_ROLE);
/**
 * A server has room for some thousand locks at once (max_locks_per_transaction), and each relation takes several. More in one query
 * would be too long to be sent as several statements.
 */
const RELATIONS_AT_ONCE = 8;
const DUPLICATE = new Set(['42710', '42P04', '23505']);

export interface TemplateOptions {
  scratch: ScratchOptions;
  /** How long the server has to be up before anything is kept on it, in seconds. */
  minUptime: number;
}

/** Template databases, found by names that are made of their keys. Its keeper must be a superuser. */
export function templateCache({ scratch, minUptime }: TemplateOptions): BaselineCache {
  const { keeper, open, superuser } = scratch;
  const nameOf = (key: string) => `migration_safety_kept_${digest([key, String(superuser)])}`;
  return {
    async open(keys, options) {
      const there = new Set((await templates(keeper)).map(({ name }) => name));
      const key = keys.find((it) => there.has(nameOf(it)));
      if (key === undefined) return null;
      const database = await createScratchDatabase(options, nameOf(key)).catch(unlessRefused);
      if (!database) return null;
      try {
        if (database.role !== null) {
          await handOver(database.name, { from: KEEPER_ROLE, to: database.role });
        }
      } catch (error) {
        await database.drop();
        return unlessRefused(error);
      }
      await keeper.run(used(nameOf(key))).catch(unlessRefused);
      return { key, database };
    },
    async keep(key, database) {
      if (database.madeRoles.length > 0 || (await uptime(keeper)) < minUptime) return;
      await store(nameOf(key), database).catch(unlessRefused);
      for (const name of superfluous(await templates(keeper), Date.now() / 1000)) {
        await dropDatabase(scratch, name).catch(unlessRefused);
      }
    },
    seal() {},
  };

  async function store(kept: string, { name, role }: Keepable): Promise<void> {
    const observer = await open.observer(name);
    const ties = await observer.read(catalogSql('ties', role ?? '')).finally(() => observer.close());
    if (ties.rows.length > 0) return;
    const making = newName();
    await keeper.run(keeperSql`create database ${named(making)} template ${named(name)}`);
    try {
      if (role !== null) {
        await keeper.run(keeperSql`create role ${KEEPER} nologin`).catch(unlessDuplicate);
        // It takes the run's own database, too, which is given back before another session sees it.
        await handOver(making, { from: role, to: KEEPER_ROLE, except: name });
      }
      await keeper.run(keeperSql`alter database ${named(making)} with allow_connections false`);
      // From here on others find it, whole.
      await keeper.run(keeperSql`alter database ${named(making)} rename to ${named(kept)}`);
      await keeper.run(used(kept));
    } catch (error) {
      // Another run has kept the same, for example.
      await dropDatabase(scratch, making);
      throw error;
    }
  }

  /**
   * Owners are entries of the catalogs: nothing that belongs to them is run when they change, but event triggers, where there are
   * some. `except`: a database that stays `from`'s.
   */
  async function handOver(database: string, { from, to, except }: { from: string; to: string; except?: string }) {
    const session = await open.keeper(database);
    try {
      const { rows } = await session.run(relationsOf(from));
      for (let at = 0; at < rows.length; at += RELATIONS_AT_ONCE) {
        const some = rows.slice(at, at + RELATIONS_AT_ONCE);
        const give = ([schema, relation]: (typeof rows)[number]) =>
          keeperSql`alter table ${named(String(schema))}.${named(String(relation))} owner to ${named(to)}`;
        await session.run(some.map(give).reduce((all, one) => keeperSql`${all}; ${one}`));
      }
      const rest = keeperSql`reassign owned by ${named(from)} to ${named(to)}`;
      const back = except && keeperSql`alter database ${named(except)} owner to ${named(from)}`;
      await session.run(back ? keeperSql`begin; ${rest}; ${back}; commit` : rest);
    } finally {
      await session.close();
    }
  }
}

/** Those whose owner is changed by itself; a sequence goes with its column. */
function relationsOf(owner: string): KeeperSql {
  return keeperSql`select n.nspname, c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
    join pg_catalog.pg_roles o on o.oid operator(pg_catalog.=) c.relowner
    where o.rolname operator(pg_catalog.=) ${value(owner)} and c.relkind operator(pg_catalog.=) any (array['r', 'p', 'v', 'm', 'f', 'S']::pg_catalog."char"[])
      and not exists (select from pg_catalog.pg_event_trigger)
      and not exists (select from pg_catalog.pg_depend d where d.classid operator(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
        and d.objid operator(pg_catalog.=) c.oid and c.relkind operator(pg_catalog.=) 'S' and d.deptype operator(pg_catalog.=) any (array['a', 'i']::pg_catalog."char"[]))
    order by c.oid`;
}

interface Template {
  name: string;
  /** Unix time; 0 where unknown. */
  usedAt: number;
}

async function templates(keeper: Keeper): Promise<Template[]> {
  const { rows } = await keeper.run(
    keeperSql`select d.datname, pg_catalog.shobj_description(d.oid, 'pg_database') from pg_catalog.pg_database d`,
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

function used(name: string): KeeperSql {
  return keeperSql`comment on database ${named(name)} is ${value(String(Math.floor(Date.now() / 1000)))}`;
}

async function uptime(keeper: Keeper): Promise<number> {
  const { rows } = await keeper.run(
    keeperSql`select extract(epoch from pg_catalog.now() operator(pg_catalog.-) pg_catalog.pg_postmaster_start_time())`,
  );
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
