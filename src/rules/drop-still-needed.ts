import { dropped } from '../lint/facts/dropped.js';
import { together } from '../lint/help/together.js';
import { createViewWithout } from '../lint/help/views-anew.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { type Dependent, dependentsOf } from '../schema/dependents.js';
import { lastName, type SchemaObject, shortName } from '../schema/objects.js';
import { enumerated } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-still-needed',
  harm: 'stops',
  summary: 'Postgres refuses to drop what other objects still need',
  why: `A table that a foreign key references or a view reads, a column that a view shows, a type that a column has, a schema
that isn’t empty: without CASCADE, DROP fails on them with SQLSTATE 2BP01, and the script stops there. In a rollback the
usual reason is the order: what was created last has to go first.`,
  fix: 'Drop what depends on the object first, by name. In a rollback drop everything in the reverse order of its creation.',
  statements: ['DropStmt', 'AlterTableStmt'],
  check(statement, context) {
    // Under a condition it is unknown whether it runs.
    const gone = statement.conditional ? [] : dropped(statement);
    const names = gone.map(({ object }) => object.name);
    for (const { object, cascade } of gone) {
      const known = context.schema.find(object.kind, object.name);
      if (cascade || known === undefined) continue;
      // A primary key has a rule of its own.
      if (context.schema.find('constraint', object.name)?.facts?.type === 'primary key') continue;
      const needs = dependentsOf(object, context.schema).filter(({ owner }) => !names.includes(owner));
      if (needs.length === 0) continue;
      const words = [...new Set(needs.map((one) => one.words))];
      context.report({
        message: `Postgres refuses to drop the ${object.kind} ${code(shortName(object.name))}, because ${enumerated(words)} still ${words.length > 1 ? 'need' : 'needs'} it. The script stops here.`,
        help:
          withoutColumn(object, needs, statement, context) ??
          `Put before this statement what drops its dependents, where they have to go:\n${[...new Set(needs.map(({ drop }) => drop))].join('\n')}`,
        claim: refused('2BP01'),
      });
      // The first refusal ends an ALTER TABLE or a DROP as a whole.
      if (nodeOf(statement.node, 'AlterTableStmt') || gone.length > 1) return;
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
        sql: 'DROP TABLE parent;',
        claim: refused('2BP01'),
      },
      {
        up: 'CREATE TABLE parent (id int PRIMARY KEY);\nCREATE TABLE child (parent_id int REFERENCES parent);',
        sql: 'DROP TABLE IF EXISTS parent;\nDROP TABLE IF EXISTS child;',
        role: 'down',
        claim: refused('2BP01'),
      },
      {
        setup:
          'CREATE TABLE t (a int, b int); CREATE TABLE u (a int); CREATE VIEW v AS SELECT x.b FROM t x JOIN u ON u.a = x.a;',
        sql: 'ALTER TABLE t DROP COLUMN b;',
        claim: refused('2BP01'),
      },
      {
        setup:
          'CREATE TABLE t (a int, b int, c int); CREATE VIEW v (x, y, z) WITH (security_barrier) AS SELECT t.a, t.b, a + c FROM t WHERE c > 0;',
        sql: 'ALTER TABLE t DROP COLUMN b;',
        claim: refused('2BP01'),
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (id int, feels mood[]);",
        sql: 'DROP TYPE mood;',
        claim: refused('2BP01'),
      },
      {
        setup:
          'CREATE TABLE parent (id int CONSTRAINT own UNIQUE); CREATE TABLE child (parent_id int REFERENCES parent (id));',
        sql: 'ALTER TABLE parent DROP CONSTRAINT own;',
        claim: refused('2BP01'),
      },
      {
        setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);',
        sql: 'DROP SCHEMA app;',
        claim: refused('2BP01'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
        sql: 'DROP TABLE parent, child;',
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT b FROM t;',
        sql: 'CREATE OR REPLACE VIEW v AS SELECT 1 AS b;\nALTER TABLE t DROP COLUMN b;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'ALTER TABLE t RENAME TO t_old;\nCREATE TABLE t (a int);\nDROP TABLE t;',
      },
      { setup: 'CREATE TABLE tree (id int PRIMARY KEY, up int REFERENCES tree);', sql: 'DROP TABLE tree;' },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (id int, feels mood);",
        sql: 'ALTER TABLE person ALTER COLUMN feels TYPE text;\nDROP TYPE mood;',
      },
    ],
  },
});

/** The views without the column, around its DROP; undefined where something else needs it, or a view can't do without. */
function withoutColumn(
  { kind, name }: SchemaObject,
  needs: readonly Dependent[],
  { sql }: Statement,
  { schema, script }: RuleContext,
): string | undefined {
  if (kind !== 'column') return undefined;
  const views = needs.map(({ owner }) => schema.find('view', owner));
  const anew = views.map((view) => view && createViewWithout(view, lastName(name), schema));
  if (anew.includes(undefined)) return undefined;
  const all = together([...needs.map(({ drop }) => drop), `${sql};`, ...(anew as string[])], script);
  return `Where the view can do without the column, drop both and create it again, in one transaction; repeat its GRANTs there:\n${all}`;
}
