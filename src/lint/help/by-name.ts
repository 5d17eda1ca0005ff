/** A DROP … CASCADE as statements that name what goes, and what has to be made again after them. */
import type { Statement } from '../../model.js';
import { lastName, type SchemaObject, shortName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import type { Fall, Fallen } from '../facts/fallen.js';
import { asItWas } from './as-it-was.js';
import { createViewWithout } from './views-anew.js';
import { keyAgain } from './with-foreign-keys.js';

interface Dropped {
  statement: Statement;
  object: SchemaObject;
  /** The script makes it again further down. */
  comesBack: boolean;
}

/** The SQL, a statement a line; comments say where somebody has to write one. */
export function droppedByName(dropped: Dropped, { fallen, after }: Fall, schema: Schema): string[] {
  const { statement, object, comesBack } = dropped;
  const alone = /\s+cascade\s*$/i.test(statement.sql) && !statement.sql.includes(',');
  const again = fallen.toReversed().flatMap((one) => madeAgain(one, dropped, { schema, after }));
  return [
    ...fallen.map(({ drop }) => drop),
    alone
      ? `${statement.sql.replace(/\s+cascade\s*$/i, '')};`
      : `-- Here drop ${shortName(object.name)} without CASCADE.`,
    ...(comesBack && again.length > 0 ? [`-- Here make ${shortName(object.name)} again.`] : []),
    ...again,
  ];
}

function madeAgain(
  { object: one, words }: Fallen,
  { object, comesBack }: Dropped,
  { schema, after }: { schema: Schema; after: Schema },
): string[] {
  const plain = words.replaceAll('`', '');
  const isKey = one.kind === 'constraint';
  if (comesBack) {
    const sql = isKey ? keyAgain(one as KnownObject<'constraint'>, schema) : asBefore(one, { schema, after });
    return [sql ?? `-- Here make ${plain} again, as it was.`];
  }
  // What a key referenced is gone, and so are a type's columns.
  if (isKey || one.kind === 'column' || one.kind === 'table' || one.kind === 'index') return [];
  const column = object.kind === 'column' ? lastName(object.name) : undefined;
  const left = column && one.kind === 'view' && createViewWithout(one as KnownObject<'view'>, column, after);
  return [left || `-- Here make ${plain} again without ${shortName(object.name)}, if something still needs it.`];
}

/** Nothing hangs on it any more, but what it had itself counts. */
function asBefore(one: KnownObject, { schema, after }: { schema: Schema; after: Schema }): string | undefined {
  const own = (['trigger', 'rule'] as const).flatMap((kind) => schema.partsOf(one.name, kind));
  const indexes = schema.partsOf(one.name, 'index').map((index) => asItWas(index, schema, false));
  const all = [asItWas(one, after, false), ...indexes];
  return own.length > 0 || all.includes(undefined) ? undefined : all.join('\n');
}
