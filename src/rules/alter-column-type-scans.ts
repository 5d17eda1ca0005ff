import { changedTypes } from '../lint/facts/type-changes.js';
import { defineRule } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import { enumerated, sqlName, typeCode } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, scan } from '../verdict/fact.js';

export default defineRule({
  id: 'alter-column-type-scans',
  harm: 'blocks',
  summary: 'A type change that keeps the rows still reads them all for an index or a CHECK',
  why: `Changing varchar(10) to text, or only the collation, leaves the rows as they are. But a CHECK that names the column is
held against every row again, and an index is built anew where its order or its expression depends on the type. Both happen
under ACCESS EXCLUSIVE, and nobody reads or writes the table meanwhile.`,
  fix: `Drop the CHECK or the index first, change the type, and then add the CHECK with NOT VALID and validate it in a
transaction of its own, or build the index with CONCURRENTLY. Where the table can’t do without the index meanwhile, change
over to a new column.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const { table, column, to, work, because, lock, claim, text } of changedTypes(statement, context)) {
      if (work !== 'scan' && work !== 'index rebuild') continue;
      const rebuilds = work === 'index rebuild';
      const [target, first = ''] = [sqlName(table), because[0]];
      const change = `ALTER TABLE ${target} ALTER COLUMN ${quoteIdentifier(column)} TYPE ${text.to};`;
      const name = quoteIdentifier(first.slice(first.lastIndexOf('.') + 1));
      context.report({
        message: `Changing ${code(column)} to ${typeCode(to, text.to)} keeps the rows of ${code(shortName(table))}, but ${rebuilds ? `rebuilds ${enumerated(because.map((one) => code(shortName(one))))}` : `checks each of them against ${enumerated(because.map((one) => code(lastName(one))))}`}. It holds ${lock} meanwhile, so all reads and writes wait.`,
        help: rebuilds
          ? `If the table can do without ${because.length > 1 ? 'these indexes' : 'the index'} for a while, drop it, change the type, and build it again, outside a transaction:\nDROP INDEX CONCURRENTLY ${sqlName(first)};\n${change}\nCREATE INDEX CONCURRENTLY ${name} ON ${target} (…);`
          : `Take the CHECK away for the change, and validate it on its own afterwards:\nALTER TABLE ${target} DROP CONSTRAINT ${name};\n${change}\nALTER TABLE ${target} ADD CONSTRAINT ${name} CHECK (…) NOT VALID;\nALTER TABLE ${target} VALIDATE CONSTRAINT ${name};`,
        claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: "CREATE TABLE t (a varchar(10) CHECK (a <> ''));",
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a text); CREATE INDEX i ON t (a);',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE text COLLATE "C";',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a varchar(10)); CREATE INDEX i ON t (lower(a));',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(20);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
      {
        setup: "CREATE TABLE t (a varchar(10), b int); CREATE INDEX i ON t (b) WHERE a = 'x';",
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE varchar(20);',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a varchar(10) PRIMARY KEY); CREATE INDEX i ON t (a varchar_pattern_ops);',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
      },
      { setup: 'CREATE TABLE t (a text);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE text COLLATE "C";' },
      {
        setup: 'CREATE TABLE t (a varchar(10)); ALTER TABLE t ADD CONSTRAINT c CHECK (a <> $$$$) NOT VALID;',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
      },
      {
        setup: 'CREATE TABLE t (a varchar(10), b int CHECK (b > 0)); CREATE INDEX i ON t (b);',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE text;',
      },
      { sql: 'CREATE TABLE t (a varchar(10) CHECK (a <> $$$$));\nALTER TABLE t ALTER COLUMN a TYPE text;' },
    ],
  },
});
