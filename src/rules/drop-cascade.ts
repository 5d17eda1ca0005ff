import { creates } from '../lint/facts/down.js';
import { dropped, isOld } from '../lint/facts/dropped.js';
import { fallenWith } from '../lint/facts/fallen.js';
import { droppedByName } from '../lint/help/by-name.js';
import { defineRule } from '../lint/rule.js';
import type { ObjectKind } from '../schema/kinds.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { enumerated } from '../schema/sql-name.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

/** What other objects are made of; an index or a policy has nothing that hangs on it. */
const NEEDED: readonly ObjectKind[] = [
  'table',
  'foreign table',
  'column',
  'constraint',
  'view',
  'materialized view',
  'sequence',
  'type',
  'domain',
  'function',
  'schema',
  'extension',
];

export default defineRule({
  id: 'drop-cascade',
  harm: 'loses',
  summary: 'CASCADE drops objects that the statement doesn’t name',
  why: `With CASCADE everything that depends on the object goes too, however much that is: DROP TYPE drops the columns of that
type with their data, DROP SCHEMA whole tables, DROP TABLE foreign keys and views. What depends on it in production can
differ from what the author saw. Each of these objects is locked with ACCESS EXCLUSIVE on the way.`,
  fix: `Drop each dependent object by its name, then the object itself without CASCADE: Postgres then refuses if anything was
forgotten.`,
  roles: ['up', 'down', 'maintenance'],
  statements: ['DropStmt', 'AlterTableStmt'],
  check(statement, context) {
    const { schema, script } = context;
    for (const { object, conditional, cascade } of dropped(statement)) {
      // Nothing hangs on a foreign key or a CHECK.
      const type = schema.find('constraint', object.name)?.facts?.type;
      if (object.kind === 'constraint' && type && type !== 'primary key' && type !== 'unique') continue;
      if (!cascade || !NEEDED.includes(object.kind) || !isOld(object, conditional, schema)) continue;
      const fall = fallenWith(statement, object, schema);
      const { fallen } = fall;
      const relation = fallen.map((one) => one.relation).find((name) => isLocked(name, schema));
      const name = shortName(object.name);
      const comesBack = creates(script, object, statement.index + 1);
      const all = fallen.toReversed().map((one) => one.words);
      const more = fallen.some(({ object: { kind } }) => MADE_AGAIN.includes(kind))
        ? ', and make again what is still needed'
        : '';
      context.report({
        message: `CASCADE drops everything that depends on the ${object.kind} ${code(name)}${fallen.length > 0 ? `: ${inWords(all)}, and whatever else production has` : ', whatever that is in production'}.`,
        help:
          fallen.length > 0
            ? `Drop what depends on it by name, then ${name} without CASCADE${comesBack ? ', and make all of it again' : more}:\n${droppedByName({ statement, object, comesBack }, fall, schema).join('\n')}`
            : `Leave out CASCADE: Postgres then names what still depends on ${name}, and you drop that by name.`,
        ...(relation && { claim: lock('ACCESS EXCLUSIVE', relation) }),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
        sql: 'DROP TABLE parent CASCADE;',
        claim: lock('ACCESS EXCLUSIVE', 'public.child'),
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (id int, feels mood);",
        sql: 'DROP TYPE mood CASCADE;',
        claim: lock('ACCESS EXCLUSIVE', 'public.person'),
      },
      {
        setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);',
        sql: 'DROP SCHEMA app CASCADE;',
        claim: lock('ACCESS EXCLUSIVE', 'app.t'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT b FROM t;',
        sql: 'ALTER TABLE t DROP COLUMN b CASCADE;',
        claim: lock('ACCESS EXCLUSIVE', 'public.v'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT b FROM t; CREATE VIEW w AS SELECT b FROM v;',
        sql: 'DROP VIEW v CASCADE;',
        claim: lock('ACCESS EXCLUSIVE', 'public.w'),
      },
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
        sql: 'ALTER TABLE parent DROP CONSTRAINT parent_pkey CASCADE;',
        claim: lock('ACCESS EXCLUSIVE', 'public.child'),
      },
      {
        setup: 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        sql: 'DROP FUNCTION f() CASCADE;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
        sql: 'ALTER TABLE child DROP CONSTRAINT child_parent_id_fkey;\nDROP TABLE parent;',
      },
      { sql: 'CREATE TABLE t (a int);\nDROP TABLE t CASCADE;' },
      { up: 'CREATE SCHEMA app;\nCREATE TABLE app.t (a int);', sql: 'DROP SCHEMA app CASCADE;', role: 'down' },
      { sql: 'DROP TABLE IF EXISTS nowhere CASCADE;' },
      {
        setup: 'CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 0));',
        sql: 'ALTER TABLE t DROP CONSTRAINT positive CASCADE;',
      },
      { setup: 'CREATE TABLE t (a int, b int);', sql: 'ALTER TABLE t DROP COLUMN b;' },
    ],
  },
});

const MADE_AGAIN: readonly ObjectKind[] = ['view', 'materialized view', 'trigger', 'policy', 'rule', 'function'];

function isLocked(name: string, schema: Schema): boolean {
  return LOCKED.some((kind) => schema.find(kind, name)) && !schema.isNew(name);
}

const LOCKED = ['table', 'foreign table', 'view', 'materialized view'] as const;

function inWords(known: readonly string[]): string {
  const words = [...new Set(known)];
  return words.length > 5 ? `${words.slice(0, 5).join(', ')} and ${words.length - 5} more` : enumerated(words);
}
