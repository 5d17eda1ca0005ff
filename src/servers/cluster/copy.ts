/** Copies a cluster's data folder while it runs, by the server's own way for backups, and puts it in place again. */
import { chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TarEntry, tarEntries, tarOf } from '../baseline-cache/tar.js';
import { keeperSql } from '../keeper-sql.js';
import type { Keeper } from '../server.js';
import type { Identity } from './unprivileged.js';

/** Folders whose content belongs to the running server; the write-ahead log is taken apart. */
const emptied = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
]);
const left = /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*)$/;

/** The data folder as a tar. */
export async function copyCluster(keeper: Keeper, data: string): Promise<Buffer> {
  // The label ends with the session: it has to be the same one.
  const first = await keeper.run(
    keeperSql`select pg_catalog.pg_walfile_name(pg_catalog.pg_backup_start('migration-safety', fast => true))`,
  );
  const entries = [...filesBelow(data, '')];
  const { rows } = await keeper.run(
    keeperSql`select b.labelfile, pg_catalog.pg_walfile_name(b.lsn) from pg_catalog.pg_backup_stop(wait_for_archive => false) b`,
  );
  const [label, last] = rows[0] ?? [];
  const needed = (name: string) => name >= String(first.rows[0]?.[0]) && name <= String(last);
  const log = readdirSync(path.join(data, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name) && needed(name));
  entries.push(...log.map((name) => fileEntry(data, `pg_wal/${name}`)), {
    name: 'backup_label',
    directory: false,
    content: Buffer.from(String(label)),
  });
  return tarOf(entries);
}

function* filesBelow(data: string, folder: string): Generator<TarEntry> {
  for (const entry of readdirSync(path.join(data, folder), { withFileTypes: true })) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (left.test(entry.name)) continue;
    // A tablespace is elsewhere, and stays there.
    if (entry.isSymbolicLink()) throw new Error(`${name} is a link`);
    if (!entry.isDirectory()) {
      yield fileEntry(data, name);
      continue;
    }
    yield { name, directory: true, content: Buffer.alloc(0) };
    if (!emptied.has(name)) yield* filesBelow(data, name);
  }
}

function fileEntry(data: string, name: string): TarEntry {
  return { name, directory: false, content: readFileSync(path.join(data, name)) };
}

/** Makes the data folder of a tar, for the user that will run the server. */
export function unpackCluster(tar: Buffer, data: string, identity: Identity | undefined): void {
  const own = (name: string) => {
    if (identity !== undefined) chownSync(name, identity.uid, identity.gid);
  };
  const folder = (name: string) => {
    mkdirSync(name, { mode: 0o700 });
    own(name);
  };
  folder(data);
  for (const { name, directory, content } of tarEntries(tar)) {
    const file = path.join(data, name);
    if (directory) {
      folder(file);
      continue;
    }
    writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
    own(file);
  }
  // Folders whose content is not copied have some that the server expects.
  folder(path.join(data, 'pg_wal', 'archive_status'));
}
