/** The role that runs a change's SQL on a real server: it owns its scratch database and may do nothing else. */
import { randomBytes } from 'node:crypto';
import { PostgresError, type Session } from './server.js';

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
export async function createRole(admin: Session, name: string): Promise<ScratchRole | null> {
  const { password } = takeOver(name);
  const { rows } = await admin.query(
    'select rolsuper, rolcreaterole from pg_catalog.pg_roles where rolname = current_user',
  );
  const [superuser, mayCreate] = rows[0] ?? [];
  if (superuser !== 't' && mayCreate !== 't') return null;
  await admin.query(
    `create role ${name} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls inherit
       connection limit ${connections} password '${password}'`,
  );
  try {
    // SQL could fill the disk with temporary files, which no database's size shows.
    if (superuser === 't') await admin.query(`alter role ${name} set temp_file_limit = '1GB'`);
    // Who isn't a superuser gives a database only to a role that it belongs to.
    else await admin.query(`grant ${name} to current_user`);
  } catch (error) {
    await dropRole(admin, name);
    throw error;
  }
  return { name, password };
}

/** Undoes what SQL may have done to its own role's login, so that the next session gets in. */
export async function restoreLogin(admin: Session, { name, password }: ScratchRole): Promise<void> {
  await admin.query(`alter role ${name} password '${password}'`);
}

/** Lets a role past row-level security, or no longer; false where the administrator may not. */
export async function setBypass(admin: Session, { name }: ScratchRole, bypass: boolean): Promise<boolean> {
  try {
    await admin.query(`alter role ${name} ${bypass ? 'bypassrls' : 'nobypassrls'}`);
    return true;
  } catch (error) {
    if (error instanceof PostgresError) return false;
    throw error;
  }
}

/** Drops a role, and leaves alone one that can't be dropped: its name tells the next run. */
export async function dropRole(admin: Session, name: string): Promise<void> {
  await admin.query(`drop role if exists ${name}`).catch((error) => {
    if (!(error instanceof PostgresError)) throw error;
  });
}
