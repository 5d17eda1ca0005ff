/** Names for SQL that is ready to paste. */

import { quoteIdentifier } from '../sql/ast.js';
import { lastName, shortName } from './objects.js';

/** A full name as SQL writes it: `public.` left out, each part quoted where it must be. */
export function sqlName(full: string): string {
  return shortName(full).split('.').map(quoteIdentifier).join('.');
}

/** “a, b and c”. */
export function enumerated(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A new name after a relation's own, for a constraint and the like. */
export function quoteLast(relation: string, suffix: string): string {
  return quoteIdentifier(lastName(relation) + suffix);
}
