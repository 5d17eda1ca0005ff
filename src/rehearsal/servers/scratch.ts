/** Scratch databases on a real server: made, found again after a crash, dropped. Never touches a database of another name. */
import { randomBytes } from 'node:crypto';
import { PostgresError, type ScratchDatabase, type Session } from './server.js';

const namePattern = /^migration_safety_(\d{10})_\d+_[0-9a-f]{8}$/;
const leftoverAgeSeconds = 6 * 60 * 60;

/** A name that tells when it was made and by which process, and that nobody else has. */
export function scratchName(unixSeconds: number, pid: number): string {
  return `migration_safety_${unixSeconds}_${pid}_${randomBytes(4).toString('hex')}`;
}

/** Is this the scratch database of a run that must have crashed, since no run takes so long? */
export function isLeftover(name: string, unixSeconds: number): boolean {
  const made = namePattern.exec(name)?.[1];
  return made !== undefined && unixSeconds - Number(made) > leftoverAgeSeconds;
}

/** Makes an empty UTF-8 database. */
export async function createScratchDatabase(
  admin: Session,
  connect: (database: string) => Promise<Session>,
): Promise<ScratchDatabase & { name: string }> {
  const name = scratchName(Math.floor(Date.now() / 1000), process.pid);
  await createEmpty(admin, name);
  const sessions = new Set<Session>();
  return {
    name,
    async connect() {
      const session = await connect(name);
      sessions.add(session);
      return session;
    },
    async drop() {
      await Promise.all([...sessions].map((session) => session.close()));
      await dropDatabase(admin, name);
    },
  };
}

async function createEmpty(admin: Session, name: string): Promise<void> {
  // template0: anybody's session on template1 would make this fail, and only a copy of template0 may change the encoding.
  const create = `create database ${name} template template0 encoding 'UTF8'`;
  try {
    await admin.query(create);
  } catch (error) {
    // The cluster's own locale has another encoding; C goes with every one.
    if (!(error instanceof PostgresError) || error.sqlstate !== '22023') throw error;
    await admin.query(`${create} lc_collate 'C' lc_ctype 'C'`);
  }
}

async function dropDatabase(admin: Session, name: string): Promise<void> {
  await admin.query(`drop database if exists ${name} with (force)`);
}

/** Drops what crashed runs left more than six hours ago. What can't be dropped is left alone. */
export async function dropLeftovers(admin: Session): Promise<void> {
  const { rows } = await admin.query(`select datname from pg_database where datname like 'migration\\_safety\\_%'`);
  const now = Math.floor(Date.now() / 1000);
  for (const [name] of rows) {
    if (typeof name !== 'string' || !isLeftover(name, now)) continue;
    await dropDatabase(admin, name).catch((error) => {
      if (!(error instanceof PostgresError)) throw error;
    });
  }
}
