/** Whether what Postgres refuses on rows is wrong in the code itself, and so for any row. Pure. */
import type { PostgresError } from '../../servers/server.js';
import { wordsOf } from '../stored-code/text.js';

/**
 * Syntax and names (42), what Postgres doesn't support (0A), what others need (2B), a state that an object isn't in (55). Rights
 * may depend on the row (a policy's CHECK is 42501), and others’ locks are none of the code's (55P03).
 */
const OF_CODE = /^(?:42(?!501)...|0A...|2B...|55(?!P)...)$/;
/** Input of types whose values are code: what is wrong with it is in the row. */
const OF_A_VALUE = /\b(?:in|for) (?:jsonpath|tsquery|type)|jsonpath|tsquery|ltree|lquery|regular expression/i;
/** RAISE says what its author wants; EXECUTE may be given what a row holds. */
const SAID_OR_MADE_UP = /\bat (?:RAISE|EXECUTE|FOR over EXECUTE statement|RETURN QUERY EXECUTE|OPEN)\b/i;
/** Names of functions in the lines of an error's context. */
const CALLED = /function (?:"?[\w$]+"?\.)?"?([\w$]+)"?(?:\(|\b)/g;

/** `bodies`: those of the functions in the database, by their bare names. */
export function isOfTheCode(
  { sqlstate, message, where = '' }: Pick<PostgresError, 'sqlstate' | 'message' | 'where'>,
  sql: string,
  bodies: ReadonlyMap<string, string>,
): boolean {
  if (!OF_CODE.test(sqlstate) || SAID_OR_MADE_UP.test(where) || OF_A_VALUE.test(message)) return false;
  const called = [...where.matchAll(CALLED)].map(([, name = '']) => bodies.get(name) ?? '');
  const written = wordsOf([sql, ...called, where].join('\n'));
  const names = namesIn(message);
  // Of a syntax error nobody knows whether a value holds it.
  if (names.length === 0) return sqlstate !== '42601';
  return names.some((name) => written.has(name));
}

/** Last names: what is written may leave the schema out. */
function namesIn(message: string): string[] {
  const said = [...message.matchAll(/"([^"]+)"|\bfunction ([\w$.]+)\(/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
  return said.map((name) => name.split('.').at(-1) ?? name).filter((name) => !/^(?:new|old)$/.test(name));
}
