/** The role that runs a change's SQL on a real server: it owns its scratch database and may do nothing else. */
import { randomBytes } from 'node:crypto';
import { keeperSql, name, value } from '../keeper-sql.js';
import { type Keeper, PostgresError } from '../server.js';

/** For the rehearsal's own sessions, and a few that hold locks against it. */
const connections = 20;

export interface ScratchRole {
  name: string;
  password: string;
}

/** A role that is there, under a new password. */
export function takeOver(name: string): ScratchRole {
  return { name, password: randomBytes(18).toString('hex') };
}

/** Makes the role; null where the administrator may not and isn't a superuser, so that its own rights will do. */
export async function createRole(keeper: Keeper, roleName: string): Promise<ScratchRole | null> {
  const role = takeOver(roleName);
  const { rows } = await keeper.run(
    keeperSql`select r.rolsuper, r.rolcreaterole from pg_catalog.pg_roles r where r.rolname operator(pg_catalog.=) current_user`,
  );
  const [superuser, mayCreate] = rows[0] ?? [];
  if (superuser !== 't' && mayCreate !== 't') return null;
  await keeper.run(
    keeperSql`create role ${name(roleName)} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit connection limit ${value(connections)} password ${value(role.password)}`,
  );
  try {
    // SQL could fill the disk with temporary files, which no database's size shows.
    if (superuser === 't') await keeper.run(keeperSql`alter role ${name(roleName)} set temp_file_limit = '1GB'`);
    // Who isn't a superuser gives a database only to a role that it belongs to.
    else await keeper.run(keeperSql`grant ${name(roleName)} to current_user`);
  } catch (error) {
    await dropRole(keeper, roleName);
    throw error;
  }
  return role;
}

/** Undoes what SQL may have done to its own role's login, so that the next session gets in. */
export async function restoreLogin(keeper: Keeper, role: ScratchRole): Promise<void> {
  await keeper.run(keeperSql`alter role ${name(role.name)} password ${value(role.password)}`);
}

/** Lets a role past row-level security, or no longer; false where the administrator may not. */
export async function setBypass(keeper: Keeper, role: ScratchRole, bypass: boolean): Promise<boolean> {
  const attribute = bypass ? keeperSql`bypassrls` : keeperSql`nobypassrls`;
  return allowed(keeper.run(keeperSql`alter role ${name(role.name)} ${attribute}`));
}

/** Lets a role set session_replication_role, or no longer; false where the administrator may not. */
export async function setReplica(keeper: Keeper, role: ScratchRole, replica: boolean): Promise<boolean> {
  return allowed(
    keeper.run(
      replica
        ? keeperSql`grant set on parameter session_replication_role to ${name(role.name)}`
        : keeperSql`revoke set on parameter session_replication_role from ${name(role.name)}`,
    ),
  );
}

/**
 * Makes `to` a member of a role, unless that would give it rights: of a plain role that, with all roles that it is in, owns nothing and may
 * nothing but in the scratch database `database`, and there nothing that isn't everybody's.
 */
export async function lend(keeper: Keeper, role: string, to: string, database: string): Promise<void> {
  if (role.startsWith('migration_safety_')) return;
  const { rows } = await keeper.run(
    keeperSql`with recursive reached(oid) as (
        select r.oid from pg_catalog.pg_roles r where r.rolname operator(pg_catalog.=) ${value(role)}
        union select m.roleid from reached, pg_catalog.pg_auth_members m where m.member operator(pg_catalog.=) reached.oid)
      select 1 where exists (select from reached) and not exists (select from reached, pg_catalog.pg_roles r
        where r.oid operator(pg_catalog.=) reached.oid and (r.oid operator(pg_catalog.<) 16384::pg_catalog.oid
          or r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolreplication or r.rolbypassrls
          or exists (select from pg_catalog.pg_shdepend d, pg_catalog.pg_database b
            where b.datname operator(pg_catalog.=) ${value(database)} and d.refclassid operator(pg_catalog.=) 'pg_catalog.pg_authid'::pg_catalog.regclass
              and d.refobjid operator(pg_catalog.=) r.oid and d.classid operator(pg_catalog.<>) 'pg_catalog.pg_auth_members'::pg_catalog.regclass
              and not (d.dbid operator(pg_catalog.=) b.oid
                and (d.objid operator(pg_catalog.>=) 16384::pg_catalog.oid or d.classid operator(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass))
              and not (d.classid operator(pg_catalog.=) 'pg_catalog.pg_database'::pg_catalog.regclass and d.objid operator(pg_catalog.=) b.oid))))`,
  );
  if (rows.length > 0) await keeper.run(keeperSql`grant ${name(role)} to ${name(to)}`);
}

/** Drops a role, and leaves alone one that can't be dropped: the next run knows it by its name. */
export async function dropRole(keeper: Keeper, roleName: string): Promise<void> {
  if (await allowed(keeper.run(keeperSql`drop role if exists ${name(roleName)}`))) return;
  // A right on a parameter, or on the database that this is run in, holds it fast.
  if (await allowed(keeper.run(keeperSql`drop owned by ${name(roleName)}`))) {
    await allowed(keeper.run(keeperSql`drop role if exists ${name(roleName)}`));
  }
}

async function allowed(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof PostgresError) return false;
    throw error;
  }
}
