import { creates, effectsFrom, sameSignature } from '../lint/facts/down.js';
import { dropped } from '../lint/facts/dropped.js';
import { defineRule } from '../lint/rule.js';
import { objectKey, shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { differs } from '../verdict/fact.js';

export default defineRule({
  id: 'down-drops-preexisting-object',
  harm: 'loses',
  summary: 'The rollback drops something that the migration didn’t create',
  why: `What stood before the migration has to stand after its rollback. A DROP of something older takes it away for good, and a
table or column takes its data along. It happens when CREATE … IF NOT EXISTS or CREATE OR REPLACE finds the object there
already, or when the DROP names the wrong one.`,
  fix: `Drop in the rollback only what the migration creates. Where it replaces something, put the old definition back.`,
  roles: ['down'],
  statements: ['DropStmt', 'AlterTableStmt'],
  check(statement, context) {
    const { schema, migration, script } = context;
    for (const { object } of dropped(statement)) {
      const known = schema.known(object);
      if (known?.origin !== 'baseline' || schema.isTemporary(object.name)) continue;
      if (creates(script, object, statement.index + 1)) continue;
      const again = effectsFrom(migration.up).some(
        ({ change, object: made }) =>
          change === 'create' && objectKey(made) === objectKey(object) && sameSignature(made, known),
      );
      const name = `${object.kind} ${code(shortName(object.name))}`;
      context.report({
        claim: differs(object),
        message: again
          ? `The rollback drops the ${name}, which was there before the migration. The migration only finds or replaces it.`
          : `The rollback drops the ${name}, which the migration didn’t create. It was there before.`,
        help: again
          ? `Delete this DROP${['view', 'function'].includes(object.kind) ? `, and put the old definition back with CREATE OR REPLACE ${object.kind.toUpperCase()}` : ''}, and create it in the migration without IF NOT EXISTS, so that a name that is taken shows.`
          : 'Delete this DROP, or create the object again in the rollback.',
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'CREATE TABLE IF NOT EXISTS t (a int);',
        sql: 'DROP TABLE IF EXISTS t;',
        role: 'down',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        up: 'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY IF EXISTS i;',
        role: 'down',
      },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        up: 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int;',
        sql: 'ALTER TABLE t DROP COLUMN IF EXISTS b;',
        role: 'down',
      },
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a;',
        up: 'CREATE OR REPLACE VIEW v AS SELECT 2 AS a;',
        sql: 'DROP VIEW v;',
        role: 'down',
      },
      {
        setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        up: 'CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;',
        sql: 'DROP FUNCTION f(integer);',
        role: 'down',
      },
    ],
    good: [
      { up: 'CREATE TABLE IF NOT EXISTS t (a int);', sql: 'DROP TABLE IF EXISTS t;', role: 'down' },
      {
        setup: 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;',
        up: 'CREATE OR REPLACE FUNCTION f(a text) RETURNS int LANGUAGE sql AS $$ SELECT 2 $$;',
        sql: 'DROP FUNCTION f(text);',
        role: 'down',
      },
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a;',
        up: 'CREATE OR REPLACE VIEW v AS SELECT 2 AS a;',
        sql: 'DROP VIEW v;\nCREATE VIEW v AS SELECT 1 AS a;',
        role: 'down',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'ALTER TABLE t RENAME TO t_old;\nCREATE TABLE t (a bigint);',
        sql: 'DROP TABLE t;\nALTER TABLE t_old RENAME TO t;',
        role: 'down',
      },
    ],
  },
});
