import { everybodyIn, grantedOn, isForAll, unguarded } from '../lint/facts/everybody.js';
import { letsWrite } from '../lint/facts/grants.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { enumerated, sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'grant-reads-on-all-tables',
  harm: 'decision',
  summary: 'GRANT SELECT ON ALL TABLES to everybody opens tables that nobody has listed',
  why: `PUBLIC is every role of the server, now and later, and \`anon\` is who calls an API without logging in. ON ALL TABLES gives them
each table and view that the schema holds at that moment, also those that were never meant for them: tokens, e-mail addresses, internal
notes. Only row level security keeps rows back then.`,
  fix: `Name the tables that everybody shall read. For an API’s tables, switch row level security on, with policies.`,
  roles: ['up', 'maintenance'],
  statements: ['GrantStmt'],
  check(statement, { schema, report }) {
    const grant = nodeOf(statement.node, 'GrantStmt');
    // What lets everybody write has a rule of its own.
    if (!grant?.is_grant || grant.objtype !== 'OBJECT_TABLE' || letsWrite(grant) || !isForAll(grant)) return;
    const who = everybodyIn(grant);
    const reads = (grant.privileges ?? []).some((item) => nodeOf(item, 'AccessPriv')?.priv_name === 'select');
    const open = unguarded(grantedOn(grant, 'table', schema), schema);
    if (who === undefined || !reads || open.length === 0) return;
    const [shown, hidden] = [open.slice(0, 5), open.length - 5];
    const tables = `${enumerated(shown.map((table) => code(shortName(table))))}${hidden > 0 ? ` and ${hidden} more` : ''}`;
    report({
      message: `${who === 'anon' ? 'Whoever calls the API without logging in' : 'Every role that may connect'} can read all rows of ${tables} once this has run. Row level security is off.`,
      help: `Name what everybody shall read, and nothing else:\nGRANT SELECT ON ${sqlName(open[0] as string)} TO ${who};`,
      mended: (end) => open.every((table) => end.find('table', table)?.facts?.rowSecurity === true),
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;' },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); ALTER TABLE u ENABLE ROW LEVEL SECURITY;',
        sql: 'GRANT SELECT, REFERENCES ON ALL TABLES IN SCHEMA public TO PUBLIC, CURRENT_USER;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'GRANT SELECT ON t TO PUBLIC;\nGRANT SELECT ON ALL TABLES IN SCHEMA public TO CURRENT_USER;\nREVOKE SELECT ON ALL TABLES IN SCHEMA public FROM PUBLIC;',
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        sql: 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;',
      },
      {
        setup: 'CREATE SCHEMA other; CREATE TABLE other.t (a int);',
        sql: 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;',
      },
    ],
  },
});
