import { endOf, nameOfDown } from '../lint/facts/down.js';
import { inCatalog } from '../lint/facts/in-catalog.js';
import { rolledBack } from '../lint/facts/rolled-back.js';
import { asItWas } from '../lint/help/as-it-was.js';
import { defineRule } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import type { KnownObject } from '../schema/schema.js';
import { code } from '../sql/words.js';
import { differs } from '../verdict/fact.js';
import { SHARED_CHECKS } from '../verdict/shared-checks.js';

export default defineRule({
  id: 'down-loses-object',
  ...SHARED_CHECKS['down-loses-object'],
  roles: ['up'],
  check(statement, context) {
    const { up, down } = context.migration;
    if (down === undefined || down.statements.length === 0) return;
    for (const object of rolledBack(context.migration, context.schema)?.lost.get(statement) ?? []) {
      const words = wordsFor(object);
      const sql = asItWas(object, context.schema, down.transaction === 'autocommit');
      context.report({
        message: `The rollback doesn’t bring back ${words}, which goes with this statement. Nothing in ${nameOfDown(up, down)} creates it again.`,
        help: `Create ${words} in the rollback as it was. Where it is meant to be gone for good, there is no way back: leave the rollback out, and write into the migration \`-- migration-safety: irreversible <reason>\`.${sql ? ` In the rollback:\n${sql}` : ''}`,
        claim: differs(inCatalog(object)),
        related: [{ ...endOf(down), message: 'The rollback ends here' }],
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int UNIQUE);',
        sql: 'ALTER TABLE t DROP COLUMN b;',
        down: 'ALTER TABLE t ADD COLUMN b int;',
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT b FROM t;',
        sql: 'DROP TABLE t CASCADE;',
        down: 'CREATE TABLE t (a int, b int);',
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a);',
        sql: 'DROP INDEX CONCURRENTLY i;',
        down: 'SELECT 1;',
      },
      {
        setup: 'CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0));',
        sql: 'ALTER TABLE t DROP CONSTRAINT positive;',
        down: 'SELECT 1;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int, b int UNIQUE);',
        sql: 'ALTER TABLE t DROP COLUMN b;',
        down: 'ALTER TABLE t ADD COLUMN b int UNIQUE;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);',
        sql: 'ALTER TABLE t RENAME TO u;',
        down: 'ALTER TABLE u RENAME TO t;',
      },
      {
        setup:
          'CREATE TABLE kept (a int, b int); CREATE TABLE t (LIKE kept); CREATE INDEX kept_b_idx ON kept (b); CREATE INDEX t_b_idx ON t (b);',
        sql: 'DROP TABLE t;',
        down: 'CREATE TABLE t (LIKE kept INCLUDING ALL);',
      },
      { setup: 'CREATE TABLE t (a int, b int);', sql: 'ALTER TABLE t DROP COLUMN b;' },
    ],
  },
});

function wordsFor({ kind, name, table }: KnownObject): string {
  return table === undefined
    ? `the ${kind} ${code(shortName(name))}`
    : `the ${kind} ${code(lastName(name))} of ${code(shortName(table))}`;
}
