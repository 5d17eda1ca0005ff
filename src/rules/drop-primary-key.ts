import { alterCommands } from '../lint/facts/alter-table.js';
import { schemaAtEnd } from '../lint/facts/script-end.js';
import { defineRule } from '../lint/rule.js';
import { generatedName } from '../schema/generated-names.js';
import { lastName, shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { enumerated } from '../schema/sql-name.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-primary-key',
  harm: 'decision',
  summary: 'A table is left without a primary key',
  why: `Without its primary key a table lets rows in twice, ON CONFLICT on it fails, and logical replication can’t tell rows
apart: as soon as the table is published, every UPDATE and DELETE on it fails. While other tables’ foreign keys rest on it,
Postgres refuses to drop it (SQLSTATE 2BP01); CASCADE drops those foreign keys as well.`,
  fix: `Build the index of the new key first with CREATE UNIQUE INDEX CONCURRENTLY. Then drop the old key and add the new one
USING INDEX, both in the same ALTER TABLE.`,
  statements: ['AlterTableStmt'],
  check(statement, { schema, script, report }) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      if (subtype !== 'AT_DropConstraint') continue;
      const key = schema.find('constraint', `${table}.${command.name}`);
      // What this change added, it may take back.
      if (schema.isNew(table) || key?.origin === 'change') continue;
      if (key?.facts?.type !== 'primary key' && !isNamedAsKey(command.name, table, schema)) continue;
      const columns = key?.facts?.columns;
      const children = schema.foreignKeysTo(table).filter(({ facts }) => {
        const own = facts?.references?.columns ?? [];
        return own.length === 0 || own.join() === columns?.join();
      });
      const fails = children.length > 0 && command.behavior !== 'DROP_CASCADE';
      const replaced = schemaAtEnd(script, schema, statement.index)
        .partsOf(table, 'constraint')
        .some(({ facts }) => facts?.type === 'primary key');
      if (replaced && !fails) continue;
      const what = columns ? `(${columns.map(code).join(', ')})` : 'its key';
      report({
        message: fails
          ? `Postgres refuses to drop this primary key, because the foreign ${children.length > 1 ? 'keys' : 'key'} ${enumerated(children.map(({ name }) => code(shortName(name))))} ${children.length > 1 ? 'rest' : 'rests'} on it. The migration stops here.`
          : `${code(shortName(table))} has no primary key after this. Nothing keeps ${what} unique, and logical replication can’t follow its UPDATEs and DELETEs.`,
        help: fails
          ? 'Drop the foreign keys first, each in a transaction of its own, and add them again NOT VALID when the new key is there.'
          : 'Add the new primary key in the same statement: build its index first with CREATE UNIQUE INDEX CONCURRENTLY, then write DROP CONSTRAINT … and ADD CONSTRAINT … PRIMARY KEY USING INDEX … in one ALTER TABLE.',
        ...(fails && { claim: refused('2BP01') }),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE old (a int PRIMARY KEY); CREATE TABLE t (LIKE old INCLUDING ALL);',
        sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;',
      },
      { setup: 'CREATE TABLE t (id int PRIMARY KEY);', sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;' },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, new_id bigint NOT NULL); CREATE TABLE c (t int REFERENCES t);',
        sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey, ADD PRIMARY KEY (new_id);',
        claim: refused('2BP01'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, new_id bigint NOT NULL); CREATE UNIQUE INDEX i ON t (new_id);',
        sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey, ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX i;',
      },
      {
        setup: 'CREATE TABLE t (id int);',
        up: 'ALTER TABLE t ADD PRIMARY KEY (id);',
        sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;',
        role: 'down',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, n int UNIQUE); CREATE TABLE c (n int REFERENCES t (n));',
        sql: 'BEGIN;\nALTER TABLE t DROP CONSTRAINT t_pkey;\nALTER TABLE t ADD PRIMARY KEY (n);\nCOMMIT;',
      },
    ],
  },
});

/** Of a table whose constraints no script tells: the name that Postgres gives a primary key. */
function isNamedAsKey(name: string | undefined, table: string, schema: Schema): boolean {
  const facts = schema.find('table', table)?.facts;
  if (facts?.complete || name === undefined || schema.known({ kind: 'constraint', name: `${table}.${name}` }))
    return false;
  if (name !== generatedName(lastName(table), '', 'pkey')) return false;
  if (facts === undefined) schema.judged.ask(table);
  return true;
}
