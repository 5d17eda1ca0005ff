import { addedColumns } from '../lint/facts/added-columns.js';
import { PARTITION_BY_PARTITION } from '../lint/facts/added-constraints.js';
import { predicted } from '../lint/facts/predicted.js';
import { addColumn, keyOfColumn, ruleOutNull } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { isPartitioned } from '../schema/footprint/touch.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'add-column-unique',
  harm: 'blocks',
  summary: 'UNIQUE or PRIMARY KEY inside ADD COLUMN builds its index while the table is locked',
  why: `The index of a new column’s UNIQUE or PRIMARY KEY is built from all rows, in the statement that holds ACCESS EXCLUSIVE:
nobody reads or writes the table until it is done. A default that is the same for two rows makes it fail.`,
  fix: `Add the column alone and fill it in batches. Then build the index with CREATE UNIQUE INDEX CONCURRENTLY, outside a
transaction, and make it the constraint’s with ADD CONSTRAINT … USING INDEX.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const column of addedColumns(statement, context.schema)) {
      const { table, name } = column;
      const key = column.constraints.find(({ contype }) => contype === 'CONSTR_UNIQUE' || contype === 'CONSTR_PRIMARY');
      const found = key && predicted(table, context);
      if (!found) continue;
      const words = key.contype === 'CONSTR_UNIQUE' ? 'UNIQUE' : 'PRIMARY KEY';
      const alone = {
        ...addColumn(column),
        after: 'Fill the column of the old rows, in batches.',
      };
      const required = key.contype === 'CONSTR_PRIMARY' ? ruleOutNull(table, [name]) : [];
      context.report({
        message: `${words} on the new column ${code(name)} reads every row of ${code(shortName(table))} to build its index. It holds ${found.lock} meanwhile, so all reads and writes wait.`,
        help: isPartitioned(table, context.schema)
          ? `Add the column alone. ${PARTITION_BY_PARTITION}`
          : {
              says: 'Add the column alone, and build its index beside all traffic.',
              steps: [alone, ...required, ...keyOfColumn(table, name, key)],
            },
        claim: found.claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN code text UNIQUE;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN id int CONSTRAINT t_key PRIMARY KEY;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN code text;\nCREATE UNIQUE INDEX CONCURRENTLY k ON t (code);\nALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX k;',
      },
      { sql: 'CREATE TABLE t (a int);\nALTER TABLE t ADD COLUMN code text UNIQUE;' },
    ],
  },
});
