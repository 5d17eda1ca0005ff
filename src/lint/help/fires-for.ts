/** What an UPDATE of all rows sets off. */
import type { CreateTrigStmt } from '@pgsql/types';
import { lastName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { enumerated } from '../../schema/sql-name.js';
import { code } from '../../sql/words.js';

/** In pg_trigger.h: TRIGGER_TYPE_UPDATE. */
const UPDATE = 16;

/** What to look at before the batches; undefined where there is nothing. The new column is in no list of UPDATE OF. */
export function firesFor(table: string, schema: Schema): string | undefined {
  const named = (objects: readonly KnownObject[]) => enumerated(objects.map(({ name }) => code(lastName(name))));
  const triggers = schema.partsOf(table, 'trigger').filter(firesOnUpdate);
  const checks = schema
    .partsOf(table, 'constraint')
    .filter(({ facts }) => facts?.type === 'check' && facts.validated === false && facts.enforced !== false);
  const all = [
    ...(triggers.length > 0
      ? [
          `The next one updates each row once, which fires ${named(triggers)}: look whether that may be before you deploy it.`,
        ]
      : []),
    // Postgres checks a CHECK with each new version of a row, whatever of it was changed.
    ...(checks.length > 0
      ? [`The next one fails where a row breaks ${named(checks)}, not validated so far: validate that first.`]
      : []),
  ];
  return all.length > 0 ? all.join(' ') : undefined;
}

function firesOnUpdate({ facts }: KnownObject<'trigger'>): boolean {
  const definition = facts?.definition?.definition as CreateTrigStmt | undefined;
  if (facts?.definition?.['whether it fires'] === 'disabled') return false;
  return definition === undefined || (((definition.events ?? 0) & UPDATE) !== 0 && !definition.columns?.length);
}
