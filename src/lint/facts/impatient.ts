/** Timeouts that stop what waits long: CONCURRENTLY, for older transactions. */
import { type Session, timeoutMs } from '../../schema/session.js';

/** Longer ones are there to stop what has hung. */
const PATIENT_MS = 30 * 60 * 1000;

export type Timeout = 'lock_timeout' | 'statement_timeout';

/** Those in force that are shorter. */
export function impatientTimeouts(session: Session): Timeout[] {
  return (['lock_timeout', 'statement_timeout'] as const).filter((name) => {
    const ms = timeoutMs(session, name) ?? 0;
    return ms > 0 && ms < PATIENT_MS;
  });
}

/** What switches them off before a statement, and sets them again after it. */
export function withoutTimeouts(session: Session): { off: string[]; on: string[] } {
  const names = impatientTimeouts(session);
  return {
    off: names.map((name) => `SET ${name} = 0;`),
    on: names.map((name) => `SET ${name} = '${session.get(name)?.value}';`),
  };
}
