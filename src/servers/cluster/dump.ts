/** pg_dump, where it lies beside the server's other programs. */
import { existsSync } from 'node:fs';
import { runProgram } from '../../system/run-program.js';
import { program } from './programs.js';

/** Rows as INSERTs: they are sent as any statement is. Neither owners nor privileges, which are of roles that go with the run. */
const ARGUMENTS = ['--inserts', '--no-owner', '--no-privileges', '--no-publications', '--no-subscriptions'];
const MOST_MS = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** Undefined where there is none. The result is null where it fails, such as for what its role may not read. */
export function dumper(bin: string): ((environment: Record<string, string>) => Promise<string | null>) | undefined {
  const pgDump = program(bin, 'pg_dump');
  if (!existsSync(pgDump)) return undefined;
  return async (environment) => {
    const env = { PATH: process.env.PATH, ...environment, PGOPTIONS: '', LC_ALL: 'C' };
    const options = { env, timeout: MOST_MS, maxBuffer: MOST_BYTES };
    return runProgram(pgDump, ARGUMENTS, options).catch(() => null);
  };
}
