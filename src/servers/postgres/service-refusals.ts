/** Why a service could not be had, and how to repair it. Pure. */

import { NEWEST, OLDEST } from '../../sql/versions.js';
import type { PostgresError } from '../server.js';
import { place, type ServiceAddress } from './database-url.js';
import { errorCode, isSqlState } from './errors.js';

/** A host name that is unknown for longer than this won't become known. */
const unknownHostSeconds = 5;

/** Codes of a server that may be there in a moment: starting up (57P03), or full (53300). */
const temporaryStates = new Set(['57P03', '53300', '57P01', '57P02']);

/** How long it makes sense to try again after this error, in seconds. */
export function retryFor(error: unknown, connectTimeout: number): number {
  return errorCode(error) === 'ENOTFOUND' ? Math.min(connectTimeout, unknownHostSeconds) : connectTimeout;
}

/** The message for an answer that trying again won't change; undefined where it may. */
export function refusal(address: ServiceAddress, error: unknown): string | undefined {
  const code = errorCode(error);
  const message = error instanceof Error ? error.message : '';
  const where = `PostgreSQL at ${place(address)}`;
  if (code === '28P01') {
    return `${where} refused the password of role "${address.user}". Use the same password in database-url as in the service's POSTGRES_PASSWORD.`;
  }
  if (code === '3D000') {
    return `${where} has no database "${address.database}". Name one that exists in database-url (\`/postgres\` always does), or set the service's POSTGRES_DB.`;
  }
  if (message.includes('client password must be a')) {
    return `${where} asks for a password and database-url has none. Write it as \`postgres://user:password@host:5432/database\`.`;
  }
  if (/SSL|certificate|TLS/i.test(`${code} ${message}`) && !isTemporary(code)) {
    return `${where}: the encrypted connection failed (${message}). For a service container, remove \`sslmode\` from database-url or set \`sslmode=disable\`.`;
  }
  // A setting that every session of an administrator begins with, and that a server has since 14.
  if (code === '42704' && message.includes('idle_session_timeout')) return tooOld(address, null);
  if (isSqlState(code) && !isTemporary(code)) return `${where} refused the connection: ${message} (${code}).`;
  return undefined;
}

/** The message for a server that did not come up in time. */
export function unreachable(address: ServiceAddress, error: unknown, tries: number, seconds: number): string {
  const code = errorCode(error);
  const reason = code ?? (error instanceof Error ? error.message : 'no answer');
  const tried = `${tries} ${tries === 1 ? 'try' : 'tries'} in ${Math.round(seconds)} s, the last: ${reason}`;
  const help =
    code === 'ENOTFOUND'
      ? "The host name is unknown. A job that runs on the runner reaches its service container as `localhost`, a job in a container by the service's name."
      : [
          'In a workflow, give the service container `ports: ["5432:5432"]` and a health check',
          '(`options: --health-cmd pg_isready --health-interval 2s --health-retries 15`);',
          "a job that runs in a container itself uses the service's name as the host, not `localhost`.",
          'Raise connect-timeout for a server that starts slowly.',
        ].join(' ');
  return `No PostgreSQL answers at ${place(address)} (${tried}). ${help}`;
}

/** The message for a server that is not supported; `version`: null where it was not read. */
export function tooOld(address: ServiceAddress, version: string | null): string {
  const is = version === null ? `is older than ${OLDEST}` : `is version ${version}`;
  return `PostgreSQL at ${place(address)} ${is}, and a rehearsal needs ${OLDEST} or later. Give the service container a newer image, such as \`postgres:${NEWEST}\`, or rehearse with \`server: embedded\`.`;
}

/** The message for a role that may not make databases. */
export function noCreateDb(address: ServiceAddress, role: string): string {
  return `Role "${role}" of PostgreSQL at ${place(address)} may not create databases, and a rehearsal runs in a database of its own. Run \`ALTER ROLE "${role}" CREATEDB\`, or use the service's POSTGRES_USER.`;
}

/** The message for a connection that stopped answering. */
export function silent(address: ServiceAddress, { message }: Error): string {
  return `PostgreSQL at ${place(address)} accepted a connection and then stopped answering (${message}). Look at the server, and at what stands between it and this job.`;
}

/** What the operator can do about what the server refused to its administrator, by SQLSTATE. */
const REMEDIES: Record<string, string> = {
  '25006':
    'It only reads (a standby, or default_transaction_read_only is on). Name a server in database-url that can be written to.',
  '42501': 'Give the role of database-url CREATEDB and CREATEROLE, or use the service’s POSTGRES_USER.',
  '53100': 'Its disk is full: free some space, or give the service container more.',
  '53200': 'It has run out of memory: give the service container more.',
  '53300': 'Its connection slots are used up: raise max_connections, or end what else is connected to it.',
  '55006': 'Somebody is connected to the database that it copies: give the check a server of its own.',
};

/** The message for a server that refuses what every rehearsal needs. */
export function refusedWork(address: ServiceAddress, { message, sqlstate }: PostgresError): string {
  const remedy = REMEDIES[sqlstate] ?? 'Its log may say more; a fresh service container has none of this.';
  return `PostgreSQL at ${place(address)} refused to make a database for the rehearsal: ${message} (SQLSTATE ${sqlstate}). ${remedy}`;
}

function isTemporary(code: string | undefined): boolean {
  return code !== undefined && temporaryStates.has(code);
}
