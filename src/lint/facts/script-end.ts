/** The schema as a script leaves it: what one of its statements lacks, a later one may bring. */
import type { Script } from '../../model.js';
import type { Schema } from '../../schema/schema.js';

/** The last answer for each schema: it is asked for many statements of one script. */
const known = new WeakMap<Schema, { script: Script; end: Schema }>();

/** `schema`: that before the statement with the index `from`. */
export function schemaAtEnd(script: Script, schema: Schema, from: number): Schema {
  const last = known.get(schema);
  if (last?.script === script) return last.end;
  const end = schema.fork();
  end.replay(script.statements.slice(from), 'change');
  known.set(schema, { script, end });
  return end;
}
