/** What `pg` throws, as errors of our own. Pure. */
import { PostgresError } from '../server.js';

interface PgErrorFields {
  code?: string;
  message?: string;
  detail?: string;
  hint?: string;
  position?: string | number;
  constraint?: string;
  column?: string;
  where?: string;
}

/** The SQLSTATE or the operating system's code, where there is one. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as PgErrorFields | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Is the code one of Postgres' five-character SQLSTATEs? Node's own codes are longer or start with `E`. */
export function isSqlState(code: string | undefined): code is string {
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]+$/.test(code);
}

/** Did the session end? The server says so for class 08, a shutdown, a crash or an idle timeout; else there is no SQLSTATE. */
export function isConnectionLoss(error: unknown): boolean {
  const code = errorCode(error);
  return !isSqlState(code) || code.startsWith('08') || /^(57P0[1-5]|25P0[34])$/.test(code);
}

/** The server's answer as our own error. */
export function toPostgresError(error: unknown): PostgresError {
  const { code, message, detail, hint, position, constraint, column, where } = error as PgErrorFields;
  return new PostgresError({
    message: message ?? '',
    sqlstate: code ?? '',
    detail,
    hint,
    position: position === undefined ? undefined : Number(position),
    constraint,
    column,
    where,
  });
}
