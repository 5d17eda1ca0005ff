import { alterCommands } from '../lint/facts/alter-table.js';
import { together } from '../lint/help/together.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

const FORMS: Record<string, string> = {
  AT_DisableTrig: 'DISABLE TRIGGER',
  AT_DisableTrigAll: 'DISABLE TRIGGER ALL',
  AT_DisableTrigUser: 'DISABLE TRIGGER USER',
};

export default defineRule({
  id: 'disable-trigger',
  harm: 'decision',
  summary: 'DISABLE TRIGGER switches triggers off for everybody, and blocks writes',
  why: `The triggers are off for every session, not for the migration alone: what other sessions write meanwhile is not
audited, copied or checked, and nothing makes up for it afterwards. DISABLE TRIGGER ALL also switches off foreign keys.
The statement takes SHARE ROW EXCLUSIVE: writes wait for it, to the end of its transaction.`,
  fix: `Switch triggers off for the migration’s own session: \`SET LOCAL session_replication_role = replica\` fires no ordinary
trigger and checks no foreign key there, while other sessions go on as ever. That takes a superuser, or a role that was
granted SET on this parameter.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      const form = FORMS[subtype];
      if (!form || context.schema.isNew(table)) continue;
      const which = command.name ? `the trigger ${code(command.name)}` : `the triggers`;
      const keys = subtype === 'AT_DisableTrigAll' ? ', and its foreign keys are not checked' : '';
      const again = command.name ? quoteIdentifier(command.name) : form.split(' ').at(-1);
      context.report({
        message: `${form} switches off ${which} of ${code(shortName(table))} for every session${keys}. It takes SHARE ROW EXCLUSIVE, so writes wait until the transaction ends.`,
        help: `Switch triggers off for this session only, where your role may:\n${together(['SET LOCAL session_replication_role = replica;', '-- what must run without triggers;'], context.script)}\nWhere it must be the table’s, switch them on again in the same transaction:\nALTER TABLE ${sqlName(table)} ENABLE TRIGGER ${again};`,
        claim: lock('SHARE ROW EXCLUSIVE', table),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t DISABLE TRIGGER ALL;',
        claim: lock('SHARE ROW EXCLUSIVE', 'public.t'),
      },
      {
        setup:
          'CREATE TABLE t (a int); CREATE TRIGGER noop BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();',
        sql: 'ALTER TABLE t DISABLE TRIGGER noop;',
        claim: lock('SHARE ROW EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ENABLE TRIGGER ALL;' },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t DISABLE TRIGGER USER;' },
    ],
  },
});
