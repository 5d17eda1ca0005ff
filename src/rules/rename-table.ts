import type { Node } from '@pgsql/types';
import type { Recipe } from '../findings/recipe.js';
import { comesBack } from '../lint/facts/comes-back.js';
import { predicted } from '../lint/facts/predicted.js';
import { grantedAgain, letsEverybodyWrite } from '../lint/help/granted.js';
import { slug } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { fullName, lastName, shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, quoteIdentifier, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'rename-table',
  harm: 'breaks',
  summary: 'Running code fails from the moment that a table has another name',
  why: `No code can work before and after the rename of a table or view, or its move to another schema. Whichever version of the
application runs while the migration does, one of them fails with SQLSTATE 42P01: the old one from then on, the new one until
then. What takes the old name in its place, and doesn’t show the same rows, hides them: the application sees an empty table.`,
  fix: `Leave a view with the old name behind, in the same transaction: a plain SELECT over one table can be written to as
well. Drop it in a later migration, when nothing says the old name any more.`,
  statements: ['RenameStmt', 'AlterObjectSchemaStmt'],
  roles: ['up', 'maintenance'],
  check(statement, context) {
    const names = renamed(statement.node);
    if (!names || context.schema.isNew(names.from)) return;
    const { from, to } = names;
    const found = predicted(from, context);
    // Partitions are reached through their parent.
    const isPartition = context.schema.find('table', from)?.facts?.partitionOf !== undefined;
    const back = isPartition ? 'with its rows' : comesBack(names, statement.index, context);
    if (!found || back === 'with its rows') return;
    const message = back
      ? `Code that says ${code(shortName(from))} finds the new table of that name, without the old rows: they are in ${code(shortName(to))}.`
      : `Code that says ${code(shortName(from))} fails as soon as this has run. Code that says ${code(shortName(to))} fails until then.`;
    context.report({
      message,
      help: back
        ? `Fill it in the transaction of the rename, so that nobody sees it empty:\nINSERT INTO ${sqlName(from)} SELECT * FROM ${sqlName(to)};`
        : viewUnderOldName(names, statement.sql, context.schema),
      claim: lock(found.lock, from),
      mended: (end) => !back && isServedIn(end, from),
    });
    context.report({
      message: `Code that says ${code(shortName(from))} fails until a later statement of this change has given the name back.`,
      help: viewUnderOldName(names, statement.sql, context.schema),
      claim: lock(found.lock, from),
      severity: 'warning',
      mended: (end) => Boolean(back) || !isServedIn(end, from),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t RENAME TO t_old;\nCREATE TABLE t (a int) PARTITION BY RANGE (a);\nCOMMIT;\nALTER TABLE t ATTACH PARTITION t_old FOR VALUES FROM (MINVALUE) TO (100);',
        transaction: 'autocommit',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE other (a int);',
        sql: 'BEGIN;\nALTER TABLE t RENAME TO t_old;\nCREATE TABLE t (a int) PARTITION BY RANGE (a);\nALTER TABLE t ATTACH PARTITION other FOR VALUES FROM (MINVALUE) TO (100);\nCOMMIT;',
        transaction: 'autocommit',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t RENAME TO u;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE SCHEMA app;',
        sql: 'ALTER TABLE t SET SCHEMA app;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup:
          'CREATE TABLE t (id int, a int); GRANT SELECT, INSERT ON t TO PUBLIC; GRANT UPDATE (a) ON t TO CURRENT_USER WITH GRANT OPTION;',
        sql: 'ALTER TABLE t RENAME TO u;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a;',
        sql: 'ALTER VIEW v RENAME TO w;',
        claim: lock('ACCESS EXCLUSIVE', 'public.v'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t RENAME TO t_old;\nCREATE TABLE t (a int);\nCOMMIT;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE TABLE t_new (a bigint);\nBEGIN;\nALTER TABLE t RENAME TO t_old;\nALTER TABLE t_new RENAME TO t;\nCOMMIT;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t RENAME TO t_old;\nCREATE VIEW t AS SELECT 1 AS a;\nCOMMIT;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t RENAME TO t_old;\nCREATE TABLE t (a int) PARTITION BY RANGE (a);\nALTER TABLE t ATTACH PARTITION t_old FOR VALUES FROM (MINVALUE) TO (100);\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t RENAME TO t_old;\nCREATE TABLE t (a int);\nALTER TABLE t_old INHERIT t;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t RENAME TO u;\nCREATE VIEW t AS SELECT * FROM u;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE TABLE t_new (a bigint);\nBEGIN;\nLOCK TABLE t IN SHARE ROW EXCLUSIVE MODE;\nINSERT INTO t_new SELECT a FROM t;\nALTER TABLE t RENAME TO t_old;\nALTER TABLE t_new RENAME TO t;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t RENAME TO t_old;\nCREATE TABLE t (a bigint);\nINSERT INTO t SELECT a FROM t_old;\nCOMMIT;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'BEGIN;\nALTER TABLE t RENAME TO t_old;\nCREATE TABLE t AS SELECT a FROM t_old;\nCOMMIT;',
      },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t RENAME TO u;' },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE q PARTITION OF p FOR VALUES IN (1);',
        sql: 'ALTER TABLE q RENAME TO p_1;',
      },
      { sql: 'ALTER TABLE IF EXISTS missing RENAME TO found;' },
      { setup: 'CREATE SEQUENCE s;', sql: 'ALTER SEQUENCE s RENAME TO r;' },
    ],
  },
});

const RELATIONS: Readonly<Record<string, string>> = {
  OBJECT_TABLE: 'TABLE',
  OBJECT_VIEW: 'VIEW',
  OBJECT_MATVIEW: 'MATERIALIZED VIEW',
  OBJECT_FOREIGN_TABLE: 'FOREIGN TABLE',
};

interface Renaming {
  from: string;
  to: string;
  kind: string;
  /** SET SCHEMA. */
  moves: boolean;
}

/** A plain view over one relation is read and written like it. */
function viewUnderOldName({ from, to, kind, moves }: Renaming, sql: string, schema: Schema): Recipe {
  const [was, now] = [sqlName(from), sqlName(to)];
  // The rows that policies hide from a reader stay hidden.
  const guarded = schema.find('table', from)?.facts?.rowSecurity === true;
  const granted = grantsOn(from, schema);
  const view = [
    `CREATE VIEW ${was}${guarded ? ' WITH (security_invoker = true)' : ''} AS SELECT * FROM ${now};`,
    ...(granted ?? []),
  ];
  // Of a rollback nobody asks it.
  const asked = view.flatMap((line) => (letsEverybodyWrite(line) ? [ASKED, line] : line));
  const back = moves
    ? `ALTER ${kind} ${now} SET SCHEMA ${quoteIdentifier(from.slice(0, from.lastIndexOf('.')))};`
    : `ALTER ${kind} ${now} RENAME TO ${quoteIdentifier(lastName(from))};`;
  const rights =
    granted === undefined
      ? ' Roles other than the owner need their GRANTs on the view as well.'
      : granted.length > 0
        ? ` The view gets the GRANTs that the scripts gave on ${code(shortName(from))}.`
        : '';
  return {
    says: `Leave the old name behind as a view until nothing uses it any more${kind === 'MATERIALIZED VIEW' ? '' : '; it can be written to like what it shows'}.${rights}`,
    steps: [
      {
        name: slug('rename', lastName(from), 'to', lastName(to)),
        sql: [`${sql};`, ...asked].join('\n'),
        locks: true,
        down: `DROP VIEW ${was};\n${back}`,
        after: `Move the application over to \`${shortName(to)}\` before the next one.`,
      },
      {
        name: slug('drop', 'view', lastName(from)),
        sql: `-- migration-safety: ignore-file drop-view nothing uses the old name any more\nDROP VIEW ${was};`,
        locks: true,
        down: view.join('\n'),
      },
    ],
  };
}

/** Undefined where no script shows them. */
function grantsOn(name: string, schema: Schema): string[] | undefined {
  const known = RELATION_KINDS.map((kind) => schema.find(kind, name)).find((one) => one !== undefined);
  return known && !known.partial ? grantedAgain(known, name, schema) : undefined;
}

const RELATION_KINDS = ['table', 'view', 'materialized view', 'foreign table'] as const;
const ASKED = '-- migration-safety: ignore grant-writes-to-everybody it had this under the old name';

function renamed(node: Node | null): Renaming | undefined {
  const rename = nodeOf(node, 'RenameStmt');
  const move = nodeOf(node, 'AlterObjectSchemaStmt');
  const name = relationName(rename?.relation ?? move?.relation);
  const kind = RELATIONS[rename?.renameType ?? move?.objectType ?? ''];
  if (!name || kind === undefined) return undefined;
  const to = rename ? { ...name, name: rename.newname ?? '' } : { name: name.name, schema: move?.newschema ?? '' };
  return { from: fullName(name), to: fullName(to), kind, moves: move !== undefined };
}

/** A view stands in for it, or a table has the name again. */
function isServedIn(end: Schema, name: string): boolean {
  return end.find('view', name) !== undefined || end.find('table', name) !== undefined;
}
