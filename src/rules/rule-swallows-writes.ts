import { defineRule } from '../lint/rule.js';
import { fullName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';

const WORDS: Readonly<Record<string, string>> = { CMD_INSERT: 'INSERT', CMD_UPDATE: 'UPDATE', CMD_DELETE: 'DELETE' };

export default defineRule({
  id: 'rule-swallows-writes',
  harm: 'loses',
  summary: 'A rule DO INSTEAD NOTHING throws away what the application writes',
  why: `The INSERT, UPDATE or DELETE is rewritten to nothing, for every session, from the commit on. It reports no error, only that
no row was written: what the application believes to be stored is lost.`,
  fix: `Take the privilege from the roles that must not write (REVOKE): they get an error then. A trigger that raises one does the
same.`,
  roles: ['up', 'maintenance'],
  statements: ['RuleStmt'],
  check(statement, { schema, report }) {
    const rule = nodeOf(statement.node, 'RuleStmt');
    const name = relationName(rule?.relation);
    const words = WORDS[rule?.event ?? ''];
    if (!rule || !name || !words || !rule.instead || (rule.actions ?? []).length > 0) return;
    const table = fullName(name);
    // A view takes no writes of its own.
    if (schema.isNew(table) || schema.find('view', table)) return;
    const some = rule.whereClause !== undefined;
    report({
      message: `Once this has run, ${some ? `an ${words}` : `every ${words}`} of ${code(shortName(table))}${some ? ' to which its condition applies' : ''} does nothing, and no error says so.`,
      help: `Let those who must not write get an error:\nREVOKE ${words} ON ${sqlName(table)} FROM …;`,
      ...(some && { severity: 'warning' as const }),
      mended: (end) => end.find('rule', `${table}.${rule.rulename}`) === undefined || end.wasDropped('table', table),
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE RULE r AS ON DELETE TO t WHERE old.a = 1 DO INSTEAD NOTHING;' },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'CREATE RULE r AS ON INSERT TO v DO INSTEAD NOTHING;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
        sql: 'CREATE RULE r AS ON INSERT TO t DO ALSO INSERT INTO u VALUES (new.a);',
      },
      { sql: 'CREATE TABLE t (a int);\nCREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING;' },
    ],
  },
});
