/** How a column becomes NOT NULL without reading the rows under a strong lock. */
import { lastName } from '../../schema/objects.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';

/** To be run statement by statement: each in a transaction of its own. */
export function notNullSteps(table: string, columns: readonly string[]): string {
  const alter = `ALTER TABLE ${sqlName(table)}`;
  return columns
    .flatMap((column) => {
      const name = quoteIdentifier(`${lastName(table)}_${column}_not_null`.slice(0, 63));
      return [
        `${alter} ADD CONSTRAINT ${name} CHECK (${quoteIdentifier(column)} IS NOT NULL) NOT VALID;`,
        `${alter} VALIDATE CONSTRAINT ${name};`,
        `${alter} ALTER COLUMN ${quoteIdentifier(column)} SET NOT NULL;`,
        `${alter} DROP CONSTRAINT ${name};`,
      ];
    })
    .join('\n');
}
