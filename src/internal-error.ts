/** Bugs of this tool, in words. */

/** What broke while a file or a folder was read, before there are statements. */
export function brokeReading(what: string, error: unknown): string {
  return `${what} broke migration-safety (${inShort(error)}): that is a bug of it. Nothing of this was checked; all other findings stand.`;
}

/** An error on one line. */
export function inShort(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replace(/\s+/g, ' ').slice(0, 200);
}
