import type { Recipe } from '../findings/recipe.js';
import { alterCommands } from '../lint/facts/alter-table.js';
import { endOf, nameOfDown } from '../lint/facts/down.js';
import { inCatalog } from '../lint/facts/in-catalog.js';
import { rolledBack } from '../lint/facts/rolled-back.js';
import { asItWas, withIndexBack } from '../lint/help/as-it-was.js';
import { apart, slug } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import type { Script } from '../model.js';
import { lastName, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { irreversibleReason } from '../sql/directives.js';
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
    const takesOver = alterCommands(statement).some(({ constraint }) => constraint?.indexname);
    const isSaid = irreversibleReason(down) !== undefined;
    for (const object of rolledBack(context.migration, context.schema)?.lost.get(statement) ?? []) {
      // The index goes with the constraint that took it over, and the rollback before builds it or does without.
      if (takesOver && isSaid && object.kind === 'index') continue;
      const words = wordsFor(object);
      const bare = down.statements.every(({ kind }) => kind === 'TransactionStmt');
      const concurrently = down.transaction === 'autocommit' && (bare || !opensTransaction(down));
      const sql = asItWas(object, context.schema, concurrently);
      const place = concurrently && bare && object.kind === 'index' ? 'in place of its BEGIN and COMMIT' : '';
      const first =
        object.kind === 'index' && statement.kind !== 'DropStmt'
          ? dropFirst(object as KnownObject<'index'>, context.schema)
          : undefined;
      context.report({
        message: `The rollback doesn’t bring back ${words}, which goes with this statement. Nothing in ${nameOfDown(up, down)} creates it again.`,
        help:
          first ??
          `Create ${words} in the rollback as it was. Where it is meant to be gone for good, there is no way back: leave the rollback out, and write into the migration \`-- migration-safety: irreversible <reason>\`.${sql ? ` In the rollback${place && `, ${place}`}:\n${sql}` : ''}`,
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
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (b);',
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

/** The index of a dropped column is built again by a rollback that does nothing else. */
function dropFirst(index: KnownObject<'index'>, schema: Schema): Recipe | undefined {
  const name = sqlName(index.name);
  const dropped = apart(slug('drop', lastName(index.name)), `DROP INDEX CONCURRENTLY ${name};`);
  const step = withIndexBack(dropped, index, schema);
  if (step === dropped) return undefined;
  return {
    says: 'Drop the index by itself first: its rollback builds it again without blocking.',
    before: true,
    steps: [step],
  };
}

function opensTransaction({ statements }: Script): boolean {
  return statements.some(({ kind }) => kind === 'TransactionStmt');
}
