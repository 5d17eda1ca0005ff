/** What findings are recognised by from one run to the next. Pure. */
import { createHash } from 'node:crypto';
import type { Finding } from '../report-schema/types.js';

/** Rule, file and statement, not its line. Equal ones are kept apart by counting them from the top of the file. */
export function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, path, statement, message }) => {
    const key = JSON.stringify([rule, path, (statement ?? message).replace(/\s+/g, ' ').trim()]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}:${ordinal}`;
  });
}
