import { addedColumns, plainColumn } from '../lint/facts/added-columns.js';
import { predicted } from '../lint/facts/predicted.js';
import { computedByTrigger } from '../lint/help/computed-column.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { has } from '../sql/versions.js';
import { code } from '../sql/words.js';
import { lock, rewrite, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'add-column-generated-stored',
  harm: 'blocks',
  summary: 'A new STORED generated column rewrites the whole table',
  why: `The value of a STORED column stands in each row, so adding one writes the table and all its indexes anew under ACCESS
EXCLUSIVE: nobody reads or writes it meanwhile. A VIRTUAL column (PostgreSQL 18) is computed when it is read, and adding one
changes the catalogs only.`,
  fix: `On PostgreSQL 18, make the column VIRTUAL where it needs no index. Otherwise add a plain column, keep it up to date with
a trigger, and fill the old rows in batches; or compute the value in a view or in the query.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const column of addedColumns(statement, context.schema)) {
      const generated = column.constraints.find(({ contype }) => contype === 'CONSTR_GENERATED');
      const stored = generated !== undefined && generated.generated_kind !== 'v';
      const found = stored ? predicted(column.table, context) : undefined;
      if (!found) continue;
      const { postgresVersion: version } = context;
      const recipe = computedByTrigger(column, context.schema);
      const virtual = !has('virtualColumns', version, 'as newest')
        ? ''
        : `${version === null ? 'On PostgreSQL 18, w' : 'W'}rite VIRTUAL instead of STORED if the column needs no index. `;
      context.report({
        message: `Adding the STORED column ${code(column.name)} rewrites ${code(shortName(column.table))}. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: recipe
          ? {
              ...recipe,
              says: `${virtual}${virtual ? 'Otherwise let a trigger compute it,' : 'Let a trigger compute it,'} for which nothing is rewritten. It is an ordinary column then, not a generated one, and the trigger has to stay the last by name: BEFORE triggers fire in that order.`,
            }
          : `${virtual}${virtual ? 'Otherwise add' : 'Add'} a plain column, let a BEFORE INSERT OR UPDATE trigger fill it, and update the old rows in batches:\n${plainColumn(column)}`,
        claim: found.claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a + 1) STORED;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a text);',
        sql: "ALTER TABLE t ADD COLUMN b tsvector GENERATED ALWAYS AS (to_tsvector('english', a)) STORED;",
        postgres: { until: 17 },
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int, "B" int);',
        sql: 'ALTER TABLE t ADD COLUMN c bigint NOT NULL GENERATED ALWAYS AS (coalesce(t.a, 0) + coalesce("B", 0)) STORED;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t'), rewrite('public.t')],
      },
    ],
    good: [
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a + 1) STORED;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int GENERATED ALWAYS AS (a + 1) VIRTUAL;',
        postgres: { from: 18 },
      },
      { sql: 'CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED);' },
    ],
  },
});
