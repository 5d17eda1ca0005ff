import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'if-exists-still-locks',
  harm: 'note',
  preset: 'strict',
  summary: 'IF [NOT] EXISTS that does nothing still waits for its lock',
  why: `Postgres takes the statement’s lock first and looks afterwards whether there is anything to do. A migration that is
made repeatable with IF NOT EXISTS, and runs at each deployment, therefore stops the table each time, if only for as long
as it waits for the lock.`,
  fix: 'Run the migration once, and delete what does nothing any more.',
  statements: ['AlterTableStmt', 'IndexStmt'],
  check(statement, context) {
    const idle = idleCommand(context, statement);
    const taken = idle && context.footprint().find(({ relation }) => relation === idle.table);
    if (!idle || !taken || context.schema.isNew(idle.table)) return;
    context.report({
      message: `${idle.why}, so this does nothing. It takes ${taken.lock} on ${code(shortName(idle.table))} all the same.`,
      help: 'Delete the statement: there is nothing left for it to do.',
      claim: lock(taken.lock, idle.table),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t DROP COLUMN IF EXISTS b;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'CREATE INDEX IF NOT EXISTS i ON t (a);',
        claim: lock('SHARE', 'public.t'),
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int;' },
      { setup: 'CREATE TABLE t (a int, b int);', sql: 'ALTER TABLE t DROP COLUMN IF EXISTS b;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS a int, ADD COLUMN b int;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);' },
      { setup: 'CREATE TABLE u (b int); CREATE TABLE t (LIKE u);', sql: 'ALTER TABLE t DROP COLUMN IF EXISTS c;' },
    ],
  },
});

/** A statement all of whose work is done. */
function idleCommand(
  { schema }: RuleContext,
  statement: Parameters<typeof alterCommands>[0],
): { table: string; why: string } | undefined {
  const index = nodeOf(statement.node, 'IndexStmt');
  if (index?.if_not_exists && index.idxname) {
    const schemaName = index.relation?.schemaname ?? 'public';
    const known = schema.find('index', `${schemaName}.${index.idxname}`);
    return known?.table === undefined
      ? undefined
      : { table: known.table, why: `The index ${code(index.idxname)} exists` };
  }
  const commands = alterCommands(statement);
  const [command] = commands;
  if (!command || commands.length > 1 || !command.command.missing_ok) return undefined;
  const { table, subtype, column, command: own } = command;
  const name = `${table}.${column?.colname ?? own.name}`;
  const known = schema.find('column', name) !== undefined;
  if (subtype === 'AT_AddColumn' && known) return { table, why: `The column ${code(lastName(name))} exists` };
  const complete = schema.find('table', table)?.facts?.complete ?? false;
  if (subtype === 'AT_DropColumn' && !known && complete)
    return { table, why: `There is no column ${code(lastName(name))}` };
  return undefined;
}
