/** The names that Postgres chooses where the SQL gives none (ChooseConstraintName, ChooseIndexName). */

const LIMIT = 63;

/** `table_column_suffix`, its longer parts cut so that the whole has at most 63 bytes (makeObjectName). */
export function generatedName(table: string, middle: string, suffix: string): string {
  const fixed = suffix.length + 1 + (middle ? 1 : 0);
  let [first, second] = [table.length, middle.length];
  while (first + second + fixed > LIMIT) {
    if (first > second) first--;
    else second--;
  }
  return [table.slice(0, first), ...(middle ? [middle.slice(0, second)] : []), suffix].join('_');
}

/** The name, with a number after it where it is taken already. */
export function freeName(name: string, taken: (name: string) => boolean): string {
  if (!taken(name)) return name;
  for (let number = 1; ; number++) if (!taken(`${name}${number}`)) return `${name}${number}`;
}
