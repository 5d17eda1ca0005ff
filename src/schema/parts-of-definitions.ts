/** The parts of a definition that the replay only compares. */

/** By what they are called: a text or a number says all; of a tree there may be two ways to write one thing. Absent is the default. */
export type Definition = Readonly<Record<string, unknown>>;

/** As a table's definition calls what it inherits from. */
export const PARENT = 'parent ';

/** There, in a form that no script tells. */
export const UNTOLD = Symbol('untold');
