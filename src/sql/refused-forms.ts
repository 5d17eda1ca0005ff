/** Forms that Postgres’ grammar knows only to refuse them, and what to write instead. */

const FORMS: readonly (readonly [RegExp, string])[] = [
  [
    /^(UNIQUE|PRIMARY KEY) constraints cannot be marked NOT VALID/,
    'These two need a whole index. Build it first with CREATE UNIQUE INDEX CONCURRENTLY, outside a transaction; then ALTER TABLE … ADD CONSTRAINT … USING INDEX takes it over at once.',
  ],
  [
    /^EXCLUDE constraints cannot be marked NOT VALID/,
    'Only CHECK, FOREIGN KEY and (since PostgreSQL 18) NOT NULL can be added NOT VALID: an exclusion constraint needs a maintenance window, or a new table that has it from the start.',
  ],
  [
    /^dropping an enum value is not implemented/,
    'No version of Postgres can drop an enum value. Leave it unused; or create a new type without it, change the columns over with USING column::text::new_type (which rewrites their tables), and drop the old type.',
  ],
];

/** How to mend what the grammar refused with this message. */
export function refusedFormHelp(message: string): string | undefined {
  return FORMS.find(([pattern]) => pattern.test(message))?.[1];
}
