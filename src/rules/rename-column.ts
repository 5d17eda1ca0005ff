import { predicted } from '../lint/facts/predicted.js';
import { underBothNames } from '../lint/help/new-name.js';
import { defineRule } from '../lint/rule.js';
import { fullName, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'rename-column',
  harm: 'breaks',
  summary: 'Running code fails from the moment that a column has another name',
  why: `No code can work before and after a rename, so whichever version of the application runs while the migration does,
one of them fails with SQLSTATE 42703: the old one from then on, the new one until then. Rollbacks have the same gap.`,
  fix: `Add a column of the new name, keep both equal with a trigger, fill it in batches, move the application over, and drop
the old column in a later migration. Or leave the name as it is in the database, and map it in the application.`,
  statements: ['RenameStmt'],
  roles: ['up', 'maintenance'],
  check(statement, context) {
    const rename = nodeOf(statement.node, 'RenameStmt');
    const name = relationName(rename?.relation);
    if (rename?.renameType !== 'OBJECT_COLUMN' || rename.relationType !== 'OBJECT_TABLE' || !name) return;
    const table = fullName(name);
    const { schema } = context;
    if (schema.isNew(table) || schema.find('column', `${table}.${rename.subname}`)?.origin === 'change') return;
    const found = predicted(table, context);
    if (!found) return;
    const renamed = { table, from: rename.subname ?? '', to: rename.newname ?? '' };
    context.report({
      message: `Code that says ${code(rename.subname ?? '')} of ${code(shortName(table))} fails as soon as this has run. Code that says ${code(rename.newname ?? '')} fails until then.`,
      help: underBothNames(renamed, schema),
      claim: lock(found.lock, table),
      mended: (end) => underOldName(renamed, end) !== undefined,
    });
    context.report({
      message: `Code that says ${code(renamed.from)} of ${code(shortName(table))} finds the new column of that name once this has run. The values from before are in ${code(renamed.to)}.`,
      help: `Keep both equal until no running code says ${code(renamed.from)}: with a trigger that copies what is written to one into the other. A generated column can be read under the old name, and not written.`,
      claim: lock(found.lock, table),
      severity: 'warning',
      mended: (end) => underOldName(renamed, end)?.origin !== 'change',
    });
    context.report({
      message: `Code that says ${code(renamed.from)} of ${code(shortName(table))} fails until a later statement of this change has given the name back.`,
      help: underBothNames(renamed, schema),
      claim: lock(found.lock, table),
      severity: 'warning',
      mended: (end) => (underOldName(renamed, end)?.origin ?? 'change') === 'change',
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t RENAME COLUMN a TO b;\nALTER TABLE t ADD COLUMN a int;\nCOMMIT;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t RENAME COLUMN a TO b;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE ONLY t RENAME a TO "B";',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup:
          'CREATE TABLE t (id serial PRIMARY KEY, a json NOT NULL); CREATE UNIQUE INDEX i ON t ((a::text)); CREATE VIEW v AS SELECT id FROM t;',
        sql: 'ALTER TABLE t RENAME COLUMN a TO b;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t RENAME COLUMN a TO b;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN b int;\nALTER TABLE t RENAME b TO c;' },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'ALTER TABLE t ADD COLUMN b int;',
        sql: 'ALTER TABLE t RENAME b TO c;\nALTER TABLE t DROP COLUMN c;',
        role: 'down',
      },
      { setup: 'CREATE TYPE pair AS (a int);', sql: 'ALTER TYPE pair RENAME ATTRIBUTE a TO b;' },
      { sql: 'ALTER TABLE IF EXISTS missing RENAME COLUMN a TO b;' },
    ],
  },
});

/** What has the old name once all of the change has run: a column that it made, or the same one again. */
function underOldName(
  { table, from }: { table: string; from: string },
  end: Schema,
): KnownObject<'column'> | undefined {
  return end.find('column', `${table}.${from}`);
}
