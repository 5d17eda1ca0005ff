import { creates, effectsFrom } from '../lint/facts/down.js';
import { dropped } from '../lint/facts/dropped.js';
import { grantedAgain } from '../lint/help/granted.js';
import { defineRule } from '../lint/rule.js';
import type { Effect } from '../schema/effects/index.js';
import { objectKey, type SchemaObject, schemaOf, shortName } from '../schema/objects.js';
import { enumerated, sqlName } from '../schema/sql-name.js';
import { literal } from '../sql/quote.js';
import { code } from '../sql/words.js';

/** ON ALL TABLES IN SCHEMA. */
function isAmong({ kind, name }: SchemaObject, all: Effect['object']): boolean {
  return all.table === undefined && all.kind === kind && schemaOf(name) === all.name;
}

const KINDS = ['view', 'materialized view', 'function', 'sequence', 'type', 'domain', 'table'];

export default defineRule({
  id: 'lossy-recreate',
  harm: 'decision',
  summary: 'Dropping and creating an object again loses its privileges and its comment',
  why: `GRANTs and comments belong to the object, not to its name. What is created again under the same name has neither: the next
query of a role that had been granted the old one fails, although nothing in the migration looks like it.`,
  fix: `Replace it where you can: CREATE OR REPLACE keeps both. Where it must be dropped, repeat its GRANTs and its COMMENT after
it is created.`,
  statements: ['DropStmt'],
  check(statement, context) {
    const { schema, script } = context;
    for (const { object } of dropped(statement)) {
      const known = schema.find(object.kind, object.name);
      if (!known || !KINDS.includes(object.kind) || !creates(script, object, statement.index + 1)) continue;
      const after = effectsFrom(script, statement.index + 1).filter(
        ({ change, object: other, every }) =>
          change === 'alter' && (objectKey(other) === objectKey(object) || (every && isAmong(object, other))),
      );
      const has = (fact: string) => after.some(({ object: other }) => fact in (other.facts ?? {}));
      // What was granted and revoked again is none.
      const isNone = grantedAgain(known, object.name, schema)?.length === 0;
      const hasPrivileges = known.facts?.privileges !== undefined && !isNone;
      const lost = [
        ...(hasPrivileges && !has('privileges') ? ['the privileges that were granted or revoked on it'] : []),
        ...(known.facts?.comment && !has('comment') ? ['its comment'] : []),
      ];
      if (lost.length === 0) continue;
      const name = sqlName(object.name);
      const kind = object.kind.toUpperCase();
      const isRelation = ['table', 'view', 'materialized view'].includes(object.kind);
      const granted = isRelation ? grantedAgain(known, object.name, schema) : undefined;
      const unknown = [`GRANT … ON ${isRelation ? 'TABLE' : kind} ${name} TO …;`];
      const sql = [
        ...(hasPrivileges && !has('privileges') ? (granted ?? unknown) : []),
        ...(known.facts?.comment && !has('comment') && object.kind !== 'function'
          ? [`COMMENT ON ${kind} ${name} IS ${literal(known.facts.comment)};`]
          : []),
      ];
      context.report({
        message: `With this DROP, the ${object.kind} ${code(shortName(object.name))} loses ${enumerated(lost)}. The script creates it again without.`,
        help: `Repeat after it is created what it had before${sql.length > 0 ? `:\n${sql.join('\n')}` : '.'}`,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a; GRANT SELECT ON v TO PUBLIC;',
        sql: 'DROP VIEW v;\nCREATE VIEW v AS SELECT 1 AS b;',
      },
      {
        setup: "CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; COMMENT ON MATERIALIZED VIEW v IS 'one';",
        sql: 'DROP MATERIALIZED VIEW IF EXISTS v;\nCREATE MATERIALIZED VIEW v AS SELECT 1 AS b;',
      },
    ],
    good: [
      {
        setup:
          'CREATE VIEW v AS SELECT 1 AS a; GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC; CREATE VIEW w AS SELECT 1 AS a; GRANT SELECT ON w TO PUBLIC; REVOKE SELECT ON w FROM PUBLIC;',
        sql: 'DROP VIEW v, w;\nCREATE VIEW v AS SELECT 1 AS a, 2 AS b;\nCREATE VIEW w AS SELECT 1 AS a, 2 AS b;\nGRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;',
      },
      {
        setup: 'CREATE VIEW v AS SELECT 1 AS a; GRANT SELECT ON v TO PUBLIC;',
        sql: 'DROP VIEW v;\nCREATE VIEW v AS SELECT 1 AS a, 2 AS b;\nGRANT SELECT ON v TO PUBLIC;',
      },
      { setup: 'CREATE VIEW v AS SELECT 1 AS a;', sql: 'DROP VIEW v;\nCREATE VIEW v AS SELECT 1 AS a, 2 AS b;' },
      { setup: 'CREATE VIEW v AS SELECT 1 AS a; GRANT SELECT ON v TO PUBLIC;', sql: 'DROP VIEW v;' },
    ],
  },
});
