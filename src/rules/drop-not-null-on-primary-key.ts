import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-not-null-on-primary-key',
  harm: 'stops',
  summary: 'A column of a primary key or an identity column can’t lose its NOT NULL',
  why: `The columns of a primary key are NOT NULL for as long as there is the key, and identity columns always are. Postgres refuses
ALTER COLUMN … DROP NOT NULL on them, and the migration stops there.`,
  fix: 'Drop the primary key first, or drop the identity with ALTER COLUMN … DROP IDENTITY; or leave the column as it is.',
  statements: ['AlterTableStmt'],
  check(statement, { schema, report }) {
    const commands = alterCommands(statement);
    for (const { table, subtype, command } of commands) {
      if (subtype !== 'AT_DropNotNull' || !command.name) continue;
      const key = schema
        .partsOf(table, 'constraint')
        .find(({ facts }) => facts?.type === 'primary key' && facts.columns?.includes(command.name ?? ''));
      const identity = schema.find('column', `${table}.${command.name}`)?.facts?.identity;
      // The same statement may take the key or the identity away first.
      if ((!key && !identity) || commands.some((one) => UNDOES.has(one.subtype))) continue;
      const column = quoteIdentifier(command.name);
      const name = key && quoteIdentifier(key.name.slice(table.length + 1));
      report({
        message: `Postgres refuses to drop NOT NULL of ${code(command.name)} in ${code(shortName(table))}, because it is ${key ? `part of the primary key ${code(key.name.slice(table.length + 1))}` : 'an identity column'}. The migration stops here.`,
        help: `Leave it NOT NULL, or take away first what needs it:\nALTER TABLE ${sqlName(table)} ${name ? `DROP CONSTRAINT ${name}` : `ALTER COLUMN ${column} DROP IDENTITY`};`,
        claim: refused(name ? '42P16' : '42601'),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY);',
        sql: 'ALTER TABLE t ALTER COLUMN id DROP NOT NULL;',
        claim: refused('42P16'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int, CONSTRAINT k PRIMARY KEY (a, b));',
        sql: 'ALTER TABLE t ADD COLUMN c int, ALTER b DROP NOT NULL;',
        claim: refused('42P16'),
      },
      {
        sql: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);\nALTER TABLE t ALTER COLUMN id DROP NOT NULL;',
        claim: refused('42601'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL UNIQUE);',
        sql: 'ALTER TABLE t ALTER COLUMN a DROP NOT NULL;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY);',
        sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;\nALTER TABLE t ALTER COLUMN id DROP NOT NULL;',
      },
    ],
  },
});

const UNDOES = new Set(['AT_DropConstraint', 'AT_DropIdentity']);
