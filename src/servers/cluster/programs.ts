/** PostgreSQL's programs, and the folder that holds them. */
import { existsSync } from 'node:fs';
import path from 'node:path';

export interface PostgresBinaries {
  /** The folder with `initdb` and `postgres`. */
  bin: string;
  major: number;
  /** What `postgres --version` says: builds of one major version may differ. */
  version: string;
  /** It was installed for this project, as an npm package. */
  packaged?: true;
}

const suffix = process.platform === 'win32' ? '.exe' : '';

/** A program of a bin folder. */
export function program(bin: string, name: 'initdb' | 'postgres' | 'pg_ctl' | 'pg_dump'): string {
  return path.join(bin, `${name}${suffix}`);
}

export function hasServer(folder: string): boolean {
  return existsSync(program(folder, 'initdb')) && existsSync(program(folder, 'postgres'));
}
