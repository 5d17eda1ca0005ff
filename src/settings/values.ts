/** What settings' values are made of; the messages say what was expected. */
import * as v from 'valibot';
import { MAJORS, NEWEST, OLDEST } from '../sql/versions.js';
import { LEVELS } from './words.js';

export const text = v.pipe(v.string('expected text'), v.nonEmpty('expected text, got nothing'));
export const paths = v.union([text, v.array(text)], 'expected a path or a list of paths');
export const flag = v.boolean('expected true or false');

/** A number with its least value; `unit` is what one would say of it, such as `a number of seconds`. */
export function number(unit: string, least: number, leastInWords: string) {
  return v.pipe(v.number(`expected ${unit}`), v.minValue(least, `expected ${leastInWords}`));
}

export const seconds = number('a number of seconds', 1, 'at least 1 second');

const version = 'expected a major version, such as 17';
const major = v.pipe(
  v.number(version),
  v.integer(version),
  v.minValue(OLDEST, `expected ${OLDEST} or later (older servers are not supported)`),
  v.maxValue(99, version),
);
/** Quoted, as in every workflow file, it is the same version. */
export const majorVersion = v.union(
  [major, v.pipe(v.string(version), v.regex(/^[0-9]+$/, version), v.transform(Number), major)],
  version,
);

/** The versions that rules are proven on. A newer one is taken for the newest of them, and has no image of ours to name. */
export const PROVEN_ON = `${OLDEST} to ${NEWEST} are supported: each rule is proven on those`;
export function isProvenOn(major: number): boolean {
  return MAJORS.includes(major);
}

/** One of a list of words; the message names them. */
export function oneOf<const T extends readonly string[]>(words: T) {
  return v.picklist(words, `expected one of ${words.join(', ')}`);
}

/** One word of a list, or several. */
export function someOf<const T extends readonly string[]>(words: T) {
  return v.union([oneOf(words), v.array(oneOf(words))], `expected some of ${words.join(', ')}`);
}

/** A program and its arguments, which no shell reads. */
export const command = v.pipe(
  v.array(text, 'expected a list: a program and its arguments'),
  v.nonEmpty('expected a program'),
);

/** What else is in the object are the rule's own options: they are held against the rule's schema later. */
const ruleObject = v.looseObject({ severity: v.optional(oneOf(LEVELS)), ignore: v.optional(paths) });

export const rules = v.record(
  text,
  v.union([oneOf(LEVELS), ruleObject], `expected one of ${LEVELS.join(', ')}`),
  'expected rules with their severities, such as "index-not-concurrent: warning"',
);
