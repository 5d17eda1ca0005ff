import { alterCommands } from '../lint/facts/alter-table.js';
import { schemaAtEnd } from '../lint/facts/script-end.js';
import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { published } from '../schema/exposure.js';
import { schemaOf, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { hazard } from '../verdict/fact.js';
import { SHARED_CHECKS } from '../verdict/shared-checks.js';

export default defineRule({
  id: 'published-table-refuses-writes',
  ...SHARED_CHECKS['published-table-refuses-writes'],
  roles: ['up', 'maintenance'],
  statements: ['AlterTableStmt', 'AlterPublicationStmt', 'CreatePublicationStmt'],
  check(statement, { schema, script, report }) {
    const tables = [...withoutIdentity(statement, schema), ...published(statement.node)];
    if (tables.length === 0) return;
    const end = schemaAtEnd(script, schema, statement.index);
    for (const table of new Set(tables)) {
      const publication = end.every('publication').find((one) => sends(one, table));
      if (publication === undefined || !isWithoutIdentity(table, end)) continue;
      report({
        message: `Postgres refuses UPDATE and DELETE of ${code(shortName(table))} once this has run (SQLSTATE 55000). The publication ${code(publication.name)} sends them, and nothing says which row is meant.`,
        help: `Give the table a primary key in the same migration, or name a unique index on NOT NULL columns:\nALTER TABLE ${sqlName(table)} REPLICA IDENTITY USING INDEX …;`,
        claim: hazard('published-table-refuses-writes', table),
        // Code that updates a new table is yet to come.
        ...(schema.find('table', table)?.origin === 'change' && { severity: 'warning' as const }),
        mended: (last) => !isWithoutIdentity(table, last),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE PUBLICATION p FOR TABLE t;',
        sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE t;',
        sql: 'ALTER TABLE t REPLICA IDENTITY NOTHING;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (id int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE u;',
        sql: 'ALTER PUBLICATION p ADD TABLE t;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert, update, delete');",
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE PUBLICATION p FOR TABLE t;',
        sql: 'ALTER TABLE t ADD COLUMN n bigint NOT NULL GENERATED ALWAYS AS IDENTITY;\nALTER TABLE t DROP CONSTRAINT t_pkey, ADD PRIMARY KEY (n);',
      },
      {
        setup: 'CREATE TABLE t (id int PRIMARY KEY, a int); CREATE PUBLICATION p FOR TABLE t;',
        sql: 'ALTER TABLE t REPLICA IDENTITY FULL;\nALTER TABLE t DROP CONSTRAINT t_pkey;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: "CREATE PUBLICATION p FOR TABLE t WITH (publish = 'insert');" },
      { setup: 'CREATE TABLE t (id int PRIMARY KEY, a int);', sql: 'CREATE PUBLICATION p FOR TABLE t;' },
      { setup: 'CREATE TABLE t (id int PRIMARY KEY, a int);', sql: 'ALTER TABLE t DROP CONSTRAINT t_pkey;' },
    ],
  },
});

/** The tables that the statement takes an identity from. */
function withoutIdentity(statement: Statement, schema: Schema): string[] {
  return alterCommands(statement).flatMap(({ table, subtype, command }) => {
    if (subtype === 'AT_ReplicaIdentity')
      return nodeOf(command.def, 'ReplicaIdentityStmt')?.identity_type === 'n' ? [table] : [];
    const key = subtype === 'AT_DropConstraint' ? schema.find('constraint', `${table}.${command.name}`) : undefined;
    return key?.facts?.type === 'primary key' ? [table] : [];
  });
}

/** Whether a publication sends UPDATE and DELETE of the table, as far as the scripts say. */
function sends({ facts }: KnownObject<'publication'>, table: string): boolean {
  const definition: Record<string, unknown> = facts?.definition ?? {};
  const holds = [`table ${table}`, `schema ${schemaOf(table)}`, 'FOR ALL TABLES'].some((key) => definition[key]);
  const publish = Object.entries(definition).find(([key]) => key.endsWith('publish'))?.[1];
  return holds && (publish === undefined || /update|delete/i.test(JSON.stringify(publish)));
}

/** Whether all of the table is known, and no key or identity of it. What has its rows in partitions is told by them. */
function isWithoutIdentity(name: string, schema: Schema): boolean {
  const table = schema.find('table', name);
  if (!table?.facts?.complete || table.partial || table.facts.partitionBy) return false;
  const identity = String((table.facts.definition as Record<string, unknown> | undefined)?.['REPLICA IDENTITY'] ?? '');
  if (identity !== '' && !identity.startsWith('n')) return false;
  const hasKey = schema.partsOf(name, 'constraint').some(({ facts }) => facts?.type === 'primary key');
  return identity.startsWith('n') || !hasKey;
}
