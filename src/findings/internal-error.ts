/** Messages about bugs of this tool. */
import type { Check } from './check.js';

/** What broke while a file or a folder was read, before there are statements. */
export function brokeReading(what: string, error: unknown): string {
  return `${what} broke migration-safety (${inShort(error)}): that is a bug of it. Nothing of this was checked; all other findings stand.`;
}

/** An error on one line. */
export function inShort(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/\s+/g, ' ').slice(0, 200);
}

/** Where a part of the tool breaks, whichever it is. */
export const INTERNAL_CHECKS = {
  'internal-error': {
    harm: 'stops',
    summary: 'A part of migration-safety broke, and checked nothing there',
    why: 'It is a bug of the tool, not of the migration. The other rules and the rehearsal went on; but what the broken part looks for was not looked for, and an unfinished check is no pass.',
    fix: 'Read the statement yourself, and report the bug with it. To go on meanwhile, say why above the statement: `-- migration-safety: ignore internal-error <reason>`.',
  },
} as const satisfies Record<string, Omit<Check, 'id'>>;
