import { dropped } from '../lint/facts/dropped.js';
import { defineRule } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { enumerated } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'drop-column-drops-index',
  harm: 'decision',
  summary: 'DROP COLUMN takes indexes and constraints on several columns with it',
  why: `An index or a constraint goes with any of its columns, without CASCADE and without a word. Queries on its other columns
lose their index from one moment to the next; what a UNIQUE or CHECK over several columns ruled out is allowed from then on.
A rollback that only adds the column again doesn’t bring them back.`,
  fix: `Build what the other columns still need first, with CREATE INDEX CONCURRENTLY, and drop the old index by name. Have the
rollback create again what goes with the column.`,
  statements: ['AlterTableStmt'],
  check(statement, { schema, report }) {
    const gone = dropped(statement).filter(({ object }) => object.kind === 'column');
    const columns = gone.map(({ object }) => lastName(object.name));
    for (const { object } of gone) {
      const { table } = object;
      if (!table || schema.isNew(table) || schema.find('column', object.name)?.origin === 'change') continue;
      const column = lastName(object.name);
      const shared = sharedWith(table, column, schema).filter(({ rest }) => rest.some((one) => !columns.includes(one)));
      if (shared.length === 0) continue;
      const words = shared.map(({ words }) => words);
      const rest = [...new Set(shared.flatMap(({ rest }) => rest))].filter((one) => !columns.includes(one));
      report({
        message: `Dropping ${code(column)} also drops ${enumerated(words)} of ${code(shortName(table))}. ${words.length > 1 ? 'They also cover' : 'It also covers'} ${enumerated(rest.map(code))}.`,
        help: `Decide what ${enumerated(rest.map(quoteIdentifier))} still ${rest.length > 1 ? 'need' : 'needs'}, build that first, and drop the old one by name; let the rollback create it again.`,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX t_a_b ON t (a, b);',
        sql: 'ALTER TABLE t DROP COLUMN b;',
      },
      {
        setup: 'CREATE TABLE t (a int, b int, c int, UNIQUE (a, b), CHECK (b < c));',
        sql: 'ALTER TABLE t DROP COLUMN b;',
      },
      {
        setup: 'CREATE TABLE t (a int, b boolean); CREATE INDEX live ON t (a) WHERE NOT b;',
        sql: 'ALTER TABLE t DROP COLUMN b;',
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (b);', sql: 'ALTER TABLE t DROP COLUMN b;' },
      {
        setup: 'CREATE TABLE t (a int, b int, UNIQUE (a, b));',
        sql: 'ALTER TABLE t DROP COLUMN a, DROP COLUMN b, ADD COLUMN c int;',
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b);',
        sql: 'DROP INDEX CONCURRENTLY i;\nALTER TABLE t DROP COLUMN b;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'ALTER TABLE t ADD COLUMN b int;\nCREATE INDEX i ON t (a, b);',
        sql: 'ALTER TABLE t DROP COLUMN b;',
        role: 'down',
      },
    ],
  },
});

/** The indexes and constraints on the column that are about others as well. An index under a constraint is named once. */
function sharedWith(table: string, column: string, schema: Schema): { words: string; rest: string[] }[] {
  const indexes = schema.partsOf(table, 'index').filter(({ facts }) => facts && facts.constraint === undefined);
  const about = (kind: string, object: KnownObject, columns: readonly (string | undefined)[]) => {
    const named = [...new Set(columns.flatMap((one) => one ?? []))];
    const rest = named.filter((one) => one !== column);
    return named.includes(column) && rest.length > 0
      ? [{ words: `the ${kind} ${code(lastName(object.name))}`, rest }]
      : [];
  };
  return [
    ...indexes.flatMap((index) =>
      about('index', index, [...(index.facts?.columns ?? []), ...(index.facts?.mentions ?? [])]),
    ),
    ...schema.partsOf(table, 'constraint').flatMap((one) => about('constraint', one, one.facts?.columns ?? [])),
  ];
}
