/** Names for SQL that is ready to paste. */

import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lastName, shortName } from './objects.js';
import { BUILT_IN, type ColumnType, typeText } from './types.js';

/** A full name as SQL writes it: `public.` left out, each part quoted where it must be. */
export function sqlName(full: string): string {
  return shortName(full).split('.').map(quoteIdentifier).join('.');
}

/** “a, b and c”. */
export function enumerated(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A type in a message: only a user's own is marked. `text`: as it is written. */
export function typeCode(type: ColumnType, text = typeText(type)): string {
  return BUILT_IN.test(type.name) ? text : code(text);
}

/** A type as SQL writes it: only a user's own can need quotes, and "char", which is not char. */
export function typeSql(type: ColumnType): string {
  const name = BUILT_IN.test(type.name) && type.name !== 'char' ? type.name : sqlName(type.name);
  return typeText({ ...type, name });
}

/** A new name after a relation's own, for a constraint and the like. */
export function quoteLast(relation: string, suffix: string): string {
  return quoteIdentifier(lastName(relation) + suffix);
}
