import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { nodeOf } from '../sql/ast.js';
import { plainStringWithBackslash } from '../sql/plain-strings.js';

/** The ways to say off that Postgres takes; each may be shortened. */
const OFF = /^\s*(of|off|f|fa|fal|fals|false|n|no|0)\s*$/i;

export default defineRule({
  id: 'standard-strings-off',
  // An error from the start: what such a statement does has not been checked.
  harm: 'stops',
  summary: 'The server reads the backslash in a plain string as an escape',
  why: `While \`standard_conforming_strings\` is off, a backslash in a plain \`'…'\` is an escape: the server takes \`'\\'\` for a string
that goes on, and what looks like text after it may be statements of their own. This check, editors and reviewers read the
file as the standard has it. What runs is then not what was reviewed.`,
  fix: "Leave the setting on, and write `E'…'` where a backslash is meant as an escape.",
  roles: ['up', 'down', 'verify', 'maintenance'],
  check(statement, { session, script, report }) {
    // One message is read as a whole before its first statement runs.
    if (script.transaction === 'single-query') return;
    const setting = session.get('standard_conforming_strings');
    if (setting?.value === undefined || setting.value === null || !OFF.test(setting.value)) return;
    // What a block holds is looked at with the block.
    if (statement.transaction.kind === 'block') return;
    if (![statement.sql, bodyOf(statement)].some((sql) => plainStringWithBackslash(sql) !== undefined)) return;
    const { location } = setting.by;
    report({
      message: `\`standard_conforming_strings\` is off since line ${location.line}, so the server reads the backslash in a plain string here as an escape. It may see other statements than these, and nobody has checked what it does.`,
      help: `Switch the setting on before this statement, and write E'…' with \\\\ for each backslash that is meant as one:\nSET standard_conforming_strings = on;`,
      related: [{ ...location, message: 'switched off here' }],
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a text);',
        sql: "SET standard_conforming_strings = off;\nINSERT INTO t VALUES ('a\\\\b');",
      },
      { sql: "SET standard_conforming_strings TO 'false';\nSELECT N'a\\nb';", role: 'down' },
      { sql: "SELECT set_config('standard_conforming_strings', 'off', false);\nSELECT 'a\\nb';" },
      { sql: "BEGIN;\nSET LOCAL standard_conforming_strings = 0;\nSELECT 'a\\nb';\nCOMMIT;" },
      { sql: "SET standard_conforming_strings = off;\nDO $$ BEGIN PERFORM 'a\\nb'; END $$;" },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a text);',
        sql: "SET standard_conforming_strings = off;\nINSERT INTO t VALUES ('a''b');",
      },
      { sql: "SET standard_conforming_strings = off;\nSELECT E'a\\nb', $$ '\\' $$ AS \"'\\'\"; -- '\\'" },
      { sql: "SET standard_conforming_strings = off;\nSET standard_conforming_strings = on;\nSELECT 'a\\b';" },
      { sql: "SET standard_conforming_strings = off;\nRESET standard_conforming_strings;\nSELECT 'a\\b';" },
      { sql: "BEGIN;\nSET LOCAL standard_conforming_strings = off;\nCOMMIT;\nSELECT 'a\\b';" },
      { sql: "SET standard_conforming_strings = off;\nSELECT 'a\\b';", transaction: 'single-query' },
      { sql: "SELECT 'a\\b';" },
    ],
  },
});

/** The body of a DO block, which is read when it is run. */
function bodyOf({ node }: Statement): string {
  const options = (nodeOf(node, 'DoStmt')?.args ?? []).flatMap((arg) => nodeOf(arg, 'DefElem') ?? []);
  return nodeOf(options.find(({ defname }) => defname === 'as')?.arg, 'String')?.sval ?? '';
}
