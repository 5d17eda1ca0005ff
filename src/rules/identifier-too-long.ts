import { defineRule } from '../lint/rule.js';
import { code } from '../sql/words.js';

/** NAMEDATALEN - 1, in bytes. */
const LIMIT = 63;
/** What isn't a name: comments, strings, dollar quotes; then names, quoted or not. */
const TOKENS =
  /--[^\r\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)/g;

/** A UTF-16 unit is at most three bytes of UTF-8: no name of fewer units passes the limit. */
const UNITS = Math.floor(LIMIT / 3) + 1;
const LONG_QUOTED = new RegExp(`"(?:[^"]|""){${UNITS}}`);

export default defineRule({
  id: 'identifier-too-long',
  harm: 'decision',
  summary: 'Postgres cuts names after 63 bytes',
  why: `A longer name is cut, and only a NOTICE says so. Two names that begin alike become the same: the second one exists
already, or IF NOT EXISTS skips it. Code that looks the name up in the catalogs, or an ORM that compares, doesn’t find it.`,
  fix: 'Choose a name of at most 63 bytes. A letter outside ASCII counts as two or more.',
  roles: ['up', 'down', 'verify', 'maintenance'],
  check(statement, { report }) {
    if (!hasLongWord(statement.sql) && !LONG_QUOTED.test(statement.sql)) return;
    const seen = new Set<string>();
    for (const [, , quoted, plain] of statement.sql.matchAll(TOKENS)) {
      const name = quoted?.replaceAll('""', '"') ?? plain;
      if (name === undefined || Buffer.byteLength(name) <= LIMIT || seen.has(name)) continue;
      seen.add(name);
      const cut = Buffer.from(name)
        .subarray(0, LIMIT)
        .toString()
        .replace(/\uFFFD+$/, '');
      report({
        message: `Postgres cuts ${code(name)} to ${code(cut)}. It has ${Buffer.byteLength(name)} bytes.`,
        help: `Choose a name of at most ${LIMIT} bytes.`,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE INDEX CONCURRENTLY index_of_all_the_orders_by_customer_and_by_the_date_of_their_delivery ON t (a);',
      },
      { sql: `CREATE TABLE "${'ä'.repeat(40)}" (a int);` },
      { sql: `CREATE TABLE "${'one order'.repeat(8)}" (a int);` },
      { sql: `CREATE TABLE ${'注'.repeat(22)} (a int);` },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: `CREATE INDEX CONCURRENTLY ${'i'.repeat(63)} ON t (a);`,
      },
      {
        sql: "-- a_comment_about_all_the_orders_by_customer_and_by_the_date_of_their_delivery_is_no_name\nSELECT 'a_string_about_all_the_orders_by_customer_and_by_the_date_of_their_delivery_is_no_name', $$neither_is_this_one_about_all_the_orders_by_customer_and_by_the_date_of_delivery$$;",
      },
    ],
  },
});

/** Nearly every statement is done with this one pass. */
function hasLongWord(sql: string): boolean {
  let units = 0;
  for (let at = 0; at < sql.length; at++) {
    units = isPartOfWord(sql.charCodeAt(at)) ? units + 1 : 0;
    if (units >= UNITS) return true;
  }
  return false;
}

/** Letters, digits, `_`, `$`, and all that is not ASCII. */
function isPartOfWord(unit: number): boolean {
  const letter = unit | 0x20;
  return (
    (letter >= 0x61 && letter <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    unit === 0x5f ||
    unit === 0x24 ||
    unit >= 0x80
  );
}
