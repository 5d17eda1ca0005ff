import { effectsFrom } from '../lint/facts/down.js';
import { droppedOld } from '../lint/facts/dropped.js';
import { isKnownToBeThere } from '../lint/facts/still-called.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import type { ViewFacts } from '../schema/facts.js';
import { objectKey, type SchemaObject, shortName } from '../schema/objects.js';
import { RELATIONS } from '../schema/parts.js';
import type { Schema } from '../schema/schema.js';
import { enumerated } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-view',
  harm: 'breaks',
  summary: 'Running code that reads a dropped view, or a column it loses, fails with its next query',
  why: `A view is part of what the application talks to. From the moment that it is gone, every query that reads it fails with SQLSTATE
42P01, in each release that still runs. So does each query that reads a column (42703) which the view has lost when it is created again. A materialized view also takes its rows and indexes with it: to bring it back means to
run its query again.`,
  fix: `Ship the code that no longer reads the view first, and drop it in a later migration. To change a view, replace it: with CREATE OR
REPLACE VIEW, or by dropping and creating it in one transaction.`,
  roles: ['up', 'maintenance'],
  statements: ['DropStmt'],
  check(statement, context) {
    const { schema, report } = context;
    const drop = nodeOf(statement.node, 'DropStmt');
    if (drop?.removeType !== 'OBJECT_VIEW' && drop?.removeType !== 'OBJECT_MATVIEW') return;
    for (const object of droppedOld(statement, schema)) {
      if (!isKnownToBeThere(object, drop.missing_ok, schema)) continue;
      const { kind, name } = object;
      report({
        message: `Once this has run, code that reads the ${kind} ${code(shortName(name))} fails with its next query.`,
        help: `Drop it in a later migration, when no release that reads ${shortName(name)} runs any more. Where none does today, silence this with that reason.`,
        claim: lock('ACCESS EXCLUSIVE', name),
        mended: (end) => RELATIONS.some((relation) => end.find(relation, name) !== undefined),
      });
      const lost = lostColumns(statement, object, context);
      if (lost.length === 0) continue;
      const columns = enumerated(lost.map(code));
      report({
        message: `Once this has run, code that reads ${columns} of the ${kind} ${code(shortName(name))} fails with its next query. What the script creates again doesn’t show ${lost.length > 1 ? 'them' : 'it'}.`,
        help: `Show ${columns} until no release that reads ${lost.length > 1 ? 'them' : 'it'} runs any more. Where none does today, silence this with that reason.`,
        claim: lock('ACCESS EXCLUSIVE', name),
        mended: (end) => lost.every((column) => outputsOf(kind, name, end)?.includes(column) ?? true),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'DROP VIEW v;',
        claim: lock('ACCESS EXCLUSIVE', 'public.v'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT a FROM t;',
        sql: 'DROP VIEW IF EXISTS v;\nCREATE OR REPLACE VIEW w AS SELECT a FROM t;',
        claim: lock('ACCESS EXCLUSIVE', 'public.v'),
      },
      {
        setup: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;',
        sql: 'DROP MATERIALIZED VIEW v;',
        claim: lock('ACCESS EXCLUSIVE', 'public.v'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int, c int); CREATE VIEW v AS SELECT a, b, c AS x FROM t;',
        sql: 'DROP VIEW v;\nCREATE VIEW v AS SELECT a, c FROM t;',
        claim: lock('ACCESS EXCLUSIVE', 'public.v'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'DROP VIEW IF EXISTS v;\nCREATE VIEW v AS SELECT a, b FROM t;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'BEGIN;\nCREATE VIEW w AS SELECT a FROM t;\nDROP VIEW v;\nALTER VIEW w RENAME TO v;\nCOMMIT;',
      },
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a;',
        sql: 'DROP VIEW v;\nCREATE TABLE v (a int);',
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t;',
        sql: 'BEGIN;\nDROP VIEW v;\nCREATE VIEW v (b, c, a) AS SELECT b, 1, a FROM t;\nCOMMIT;',
      },
      { sql: 'CREATE VIEW v AS SELECT 1 AS a;\nDROP VIEW v;' },
      { sql: 'CREATE TEMP VIEW v AS SELECT 1 AS a;\nDROP VIEW v;' },
      { sql: 'DROP VIEW IF EXISTS nowhere;\nDROP MATERIALIZED VIEW IF EXISTS nowhere;' },
      { up: 'CREATE VIEW v AS SELECT 1 AS a;', sql: 'DROP VIEW v;', role: 'down' },
    ],
  },
});

/** What a view showed that the one which the script creates under its name doesn’t; none where either leaves a name to Postgres. */
function lostColumns(statement: Statement, object: SchemaObject, { schema, script }: RuleContext): string[] {
  const before = outputsOf(object.kind, object.name, schema) ?? [];
  const again = effectsFrom(script, statement.index + 1).find(
    ({ change, object: made, was }) => change === 'create' && !was && objectKey(made) === objectKey(object),
  );
  const after = (again?.object.facts as Partial<ViewFacts> | undefined)?.outputs;
  return after ? before.filter((column) => !after.includes(column)) : [];
}

function outputsOf(kind: SchemaObject['kind'], name: string, schema: Schema): string[] | undefined {
  return (schema.find(kind, name)?.facts as Partial<ViewFacts> | undefined)?.outputs;
}
