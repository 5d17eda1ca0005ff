import { effectsFrom } from '../lint/facts/down.js';
import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import { shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'table-without-primary-key',
  harm: 'note',
  preset: 'strict',
  summary: 'A new table has no primary key',
  why: `Without a primary key logical replication can’t send updates and deletes, tools can’t say which row they mean, and rows can
be doubled without anybody noticing.`,
  fix: 'Give the table a primary key, best a column of its own: `id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY`.',
  roles: ['up'],
  statements: ['CreateStmt'],
  check(statement, context) {
    const create = nodeOf(statement.node, 'CreateStmt');
    const [table, ...parts] = effectsOf(statement.node).map(({ object }) => object);
    // Partitions, children and typed tables get their keys elsewhere; LIKE may bring one.
    if (!create || !table || create.inhRelations || create.ofTypename || create.relation?.relpersistence === 't')
      return;
    if ((create.tableElts ?? []).some((element) => 'TableLikeClause' in element)) return;
    const isKey = (object: (typeof parts)[number]) =>
      object.kind === 'constraint' &&
      object.table === table.name &&
      (object.facts as { type?: string } | undefined)?.type === 'primary key';
    if (parts.some(isKey) || context.schema.find('table', table.name)) return;
    if (effectsFrom(context.script, statement.index + 1).some(({ object }) => isKey(object))) return;
    context.report({
      message: `${code(shortName(table.name))} has no primary key. Logical replication can’t send its updates and deletes, and rows can be doubled unseen.`,
      help: `Add one:\nALTER TABLE ${sqlName(table.name)} ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;`,
    });
  },
  examples: {
    bad: [{ sql: 'CREATE TABLE t (a int, b text);' }],
    good: [
      { sql: 'CREATE TABLE t (id int PRIMARY KEY);' },
      { sql: 'CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));' },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD PRIMARY KEY (a);' },
      { sql: 'CREATE TEMP TABLE scratch (a int);' },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a);',
        sql: 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE TABLE IF NOT EXISTS t (a int);' },
    ],
  },
});
