import { addedConstraints, PARTITION_BY_PARTITION } from '../lint/facts/added-constraints.js';
import { defineRule } from '../lint/rule.js';
import type { IndexFacts } from '../schema/facts.js';
import { isPartitioned } from '../schema/footprint/touch.js';
import { fullName, schemaOf, shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { quoteIdentifier } from '../sql/ast.js';
import { has } from '../sql/versions.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'using-index-refused',
  harm: 'stops',
  summary: 'A constraint can’t take over this index',
  why: `ADD CONSTRAINT … USING INDEX takes a plain unique index of the same table. Postgres refuses one that isn’t unique, one
with WHERE, one on an expression, one that sorts with DESC or NULLS FIRST, one of another table, and every index of a
partitioned table; since PostgreSQL 16 also one with NULLS NOT DISTINCT for a primary key. The migration stops there.`,
  fix: 'Build a unique index on the plain columns with CREATE UNIQUE INDEX CONCURRENTLY, without anything else, and name that one.',
  statements: ['AlterTableStmt'],
  check(statement, { schema, postgresVersion, report }) {
    for (const { table, constraint } of addedConstraints(statement)) {
      if (!constraint.indexname) continue;
      const index = schema.find('index', fullName({ schema: schemaOf(table), name: constraint.indexname }));
      const forKey =
        constraint.contype === 'CONSTR_PRIMARY' && has('primaryKeyNeedsDistinctNulls', postgresVersion, 'as oldest');
      const problem = refusal(table, index, schema) ?? (forKey ? refusedForKey(index?.facts) : undefined);
      if (problem === undefined) continue;
      const columns = index?.table === table ? (index.facts?.columns ?? []) : [undefined];
      const list = columns.map((column) => quoteIdentifier(column ?? '')).join(', ');
      const name = quoteIdentifier(`${constraint.conname ?? constraint.indexname}_idx`);
      report({
        message: `USING INDEX ${code(constraint.indexname)} fails: ${problem.reason}. The migration stops here.`,
        help: isPartitioned(table, schema)
          ? PARTITION_BY_PARTITION
          : columns.includes(undefined)
            ? `Build a unique index on plain columns of ${shortName(table)} with CREATE UNIQUE INDEX CONCURRENTLY, and name that one.`
            : `Build an index that the constraint can take over:\nCREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${sqlName(table)} (${list});`,
        claim: refused(problem.sqlstate),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a) WHERE a > 0;',
        sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
        claim: refused('42809'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t ((a + 1));',
        sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
        claim: refused('42809'),
      },
      {
        sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
        claim: refused('42809'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE UNIQUE INDEX i ON u (a);',
        sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
        claim: refused('55000'),
      },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE UNIQUE INDEX i ON p (a);',
        sql: 'ALTER TABLE p ADD CONSTRAINT once UNIQUE USING INDEX i;',
        claim: refused('0A000'),
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX i ON t (a, b DESC);',
        sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
        claim: refused('42809'),
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a NULLS FIRST);',
        sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
        claim: refused('42809'),
      },
      {
        setup: 'CREATE TABLE t (a int NOT NULL); CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT;',
        sql: 'ALTER TABLE t ADD PRIMARY KEY USING INDEX i;',
        claim: refused('42P16'),
        postgres: { from: 16 },
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'CREATE UNIQUE INDEX CONCURRENTLY i ON t (a) INCLUDE (b);\nALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
      },
      {
        setup:
          'CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE t (a int); CREATE INDEX i ON t (a); CREATE UNIQUE INDEX i ON app.t (a);',
        sql: 'ALTER TABLE app.t ADD CONSTRAINT once UNIQUE USING INDEX i;',
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX i ON t (a ASC, b NULLS LAST) NULLS NOT DISTINCT;',
        sql: 'ALTER TABLE t ADD CONSTRAINT once UNIQUE USING INDEX i;',
      },
      {
        setup: 'CREATE TABLE t (a int NOT NULL); CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT;',
        sql: 'ALTER TABLE t ADD PRIMARY KEY USING INDEX i;',
        postgres: { until: 15 },
      },
    ],
  },
});

function refusal(
  table: string,
  index: { table?: string; facts?: Partial<IndexFacts> } | undefined,
  schema: Schema,
): { reason: string; sqlstate: string } | undefined {
  if (isPartitioned(table, schema)) return { reason: `${code(shortName(table))} is partitioned`, sqlstate: '0A000' };
  if (index?.table === undefined) return undefined;
  if (index.table !== table) return { reason: `it is an index of ${code(shortName(index.table))}`, sqlstate: '55000' };
  const { unique, partial, columns, descending } = index.facts ?? {};
  if (unique === false) return { reason: 'the index is not unique', sqlstate: '42809' };
  if (columns?.includes(undefined)) return { reason: 'the index holds an expression', sqlstate: '42809' };
  if (partial) return { reason: 'the index has a WHERE', sqlstate: '42809' };
  return descending ? { reason: 'the index sorts with DESC or NULLS FIRST', sqlstate: '42809' } : undefined;
}

function refusedForKey(facts: Partial<IndexFacts> | undefined): { reason: string; sqlstate: string } | undefined {
  if (!facts?.nullsNotDistinct) return undefined;
  return { reason: 'a primary key takes no index with NULLS NOT DISTINCT', sqlstate: '42P16' };
}
