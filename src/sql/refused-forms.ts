/** Forms that Postgres' grammar knows only to refuse them, and what to write instead. */

const FORMS: readonly (readonly [RegExp, string])[] = [
  [
    /^unterminated \/\* comment/,
    'Close the comment with */. Comments nest in SQL: each /* inside it needs a */ of its own. Until then nothing after it is SQL, and none of it runs.',
  ],
  [
    /^unterminated quoted string/,
    "Close the string with ' where it ends; a quote inside it is written twice (''). Until then all that follows belongs to it, and none of it runs.",
  ],
  [
    /^unterminated dollar-quoted string/,
    'Repeat the tag that opened the string ($$, $body$) where it ends, letter for letter. Until then all that follows belongs to it, and none of it runs.',
  ],
  [
    /^unterminated quoted identifier/,
    'Close the name with " where it ends; a quote inside it is written twice (""). Until then all that follows belongs to it, and none of it runs.',
  ],
  [
    /^unterminated (bit|hexadecimal) string/,
    "Close the literal with ' where it ends. Until then all that follows belongs to it, and none of it runs.",
  ],
  [
    /^memory exhausted/,
    'It is nested more deeply than Postgres’ parser goes (some thousand levels): nest it less deeply, or split it.',
  ],
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

/** How to repair what the grammar refused with this message. */
export function refusedFormHelp(message: string): string | undefined {
  return FORMS.find(([pattern]) => pattern.test(message))?.[1];
}
