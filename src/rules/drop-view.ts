import { droppedOld } from '../lint/facts/dropped.js';
import { isKnownToBeThere } from '../lint/facts/still-called.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { RELATIONS } from '../schema/parts.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'drop-view',
  harm: 'breaks',
  summary: 'Running code that reads a dropped view fails with its next query',
  why: `A view is part of what the application talks to. From the moment that it is gone, every query that reads it fails with SQLSTATE
42P01, in each release that still runs. A materialized view also takes its rows and indexes with it: to bring it back means to
run its query again.`,
  fix: `Ship the code that no longer reads the view first, and drop it in a later migration. To change a view, replace it: with CREATE OR
REPLACE VIEW, or by dropping and creating it in one transaction.`,
  roles: ['up', 'maintenance'],
  statements: ['DropStmt'],
  check(statement, { schema, report }) {
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
      { sql: 'CREATE VIEW v AS SELECT 1 AS a;\nDROP VIEW v;' },
      { sql: 'CREATE TEMP VIEW v AS SELECT 1 AS a;\nDROP VIEW v;' },
      { sql: 'DROP VIEW IF EXISTS nowhere;\nDROP MATERIALIZED VIEW IF EXISTS nowhere;' },
      { up: 'CREATE VIEW v AS SELECT 1 AS a;', sql: 'DROP VIEW v;', role: 'down' },
    ],
  },
});
