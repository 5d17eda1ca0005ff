import { everybodyIn, grantedOn, isForAll, unguarded } from '../lint/facts/everybody.js';
import { letsWrite } from '../lint/facts/grants.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { enumerated, sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'grant-writes-to-everybody',
  harm: 'loses',
  summary: 'Everybody who may connect can change or delete the rows',
  why: `PUBLIC is every role of the server, now and later, and \`anon\` is who calls an API without logging in. GRANT ALL lets them not
only read the rows but change, delete and TRUNCATE them. A privilege that PUBLIC has can’t be taken from one role alone. Of \`anon\`,
row level security can keep rows back; without it nothing does.`,
  fix: `Grant what is needed to the roles that need it. For an API’s tables, switch row level security on, with policies, in the
migration that makes the table.`,
  roles: ['up', 'maintenance'],
  statements: ['GrantStmt'],
  check(statement, { schema, report }) {
    const grant = nodeOf(statement.node, 'GrantStmt');
    if (!grant?.is_grant || !letsWrite(grant)) return;
    const who = everybodyIn(grant);
    const named = grantedOn(grant, 'table', schema);
    if (who === 'PUBLIC') {
      const what = isForAll(grant)
        ? 'all tables of the schema'
        : enumerated(named.map((table) => code(shortName(table))));
      report({
        message: `Every role that may connect can change and delete the rows of ${what} once this has run, also roles to come.`,
        help: 'Grant it to the roles that need it, or to a group role that they are members of.',
      });
    } else if (who === 'anon') {
      const open = unguarded(named, schema);
      if (open.length === 0) return;
      report({
        message: `Whoever calls the API without logging in can change and delete all rows of ${enumerated(open.map((table) => code(shortName(table))))}. Row level security is off.`,
        help: `Switch it on, and say in policies who sees what:\n${open.map((table) => `ALTER TABLE ${sqlName(table)} ENABLE ROW LEVEL SECURITY;`).join('\n')}`,
        mended: (end) => open.every((table) => end.find('table', table)?.facts?.rowSecurity === true),
      });
    }
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'GRANT ALL ON ALL TABLES IN SCHEMA public TO PUBLIC;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT, DELETE ON t TO PUBLIC;' },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT ON t TO PUBLIC;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'GRANT ALL ON t TO CURRENT_USER;\nREVOKE ALL ON t FROM PUBLIC;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'GRANT USAGE ON SCHEMA public TO PUBLIC;' },
    ],
  },
});
