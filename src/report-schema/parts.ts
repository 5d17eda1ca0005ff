/** Small pieces that the parts of the report's schema share. */
import * as v from 'valibot';

export const text = v.string();
export const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The schema with a description for its readers. */
export function is<S extends v.GenericSchema>(schema: S, description: string) {
  return v.pipe(schema, v.description(description));
}

/** An array with a description. */
export function list<S extends v.GenericSchema>(item: S, description: string) {
  return v.pipe(v.array(item), v.description(description));
}

/** The members of a place in a file. Lines and columns are 1-based; columns count UTF-16 units, as editors do. */
export const location = {
  path: is(text, "The file's path, relative to the repository's root, with forward slashes."),
  line: is(position, '1-based.'),
  column: is(position, '1-based, in UTF-16 units.'),
  endLine: position,
  endColumn: is(position, 'The column after the last character.'),
};
