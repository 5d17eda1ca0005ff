import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'drop-constraint',
  harm: 'note',
  preset: 'strict',
  summary: 'Once a constraint is gone, rows that break it are let in',
  why: `From the commit on, nothing keeps such rows out. When the constraint is to come back, in a rollback for instance, adding
it fails until they are found and mended.`,
  fix: 'Make sure that nothing relies on it any more; where it is replaced, add the new constraint before the old one goes.',
  roles: ['up'],
  statements: ['AlterTableStmt'],
  check(statement, { schema, report }) {
    const commands = alterCommands(statement);
    // It is replaced at once.
    if (commands.some(({ constraint }) => constraint)) return;
    for (const { table, subtype, command } of commands) {
      const known = schema.find('constraint', `${table}.${command.name}`);
      if (subtype !== 'AT_DropConstraint' || schema.isNew(table) || known?.origin === 'change') continue;
      // Keys have rules of their own; IF EXISTS may find nothing.
      if (known?.facts?.type === 'primary key' || known?.facts?.type === 'unique' || (command.missing_ok && !known))
        continue;
      const name = quoteIdentifier(known ? lastName(known.name) : (command.name ?? ''));
      report({
        message: `Without ${code(known ? lastName(known.name) : (command.name ?? ''))}, ${code(shortName(table))} takes rows that ${known?.facts?.type ? `the ${WORDS[known.facts.type] ?? 'constraint'}` : 'it'} kept out.`,
        help: `Drop ${name} only when no query, and no program that writes to ${shortName(table)}, relies on it.`,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0));',
        sql: 'ALTER TABLE t DROP CONSTRAINT positive;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0));',
        sql: 'ALTER TABLE t ADD CONSTRAINT above CHECK (a > 1) NOT VALID, DROP CONSTRAINT positive;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD CONSTRAINT known CHECK (a IS NOT NULL) NOT VALID;\nALTER TABLE t VALIDATE CONSTRAINT known;\nALTER TABLE t ALTER a SET NOT NULL;\nALTER TABLE t DROP CONSTRAINT known;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t DROP CONSTRAINT IF EXISTS none;' },
    ],
  },
});

const WORDS: Record<string, string> = {
  check: 'CHECK',
  exclusion: 'EXCLUDE constraint',
  'foreign key': 'foreign key',
};
