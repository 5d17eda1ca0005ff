import { addedConstraints } from '../lint/facts/added-constraints.js';
import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { constraintFacts } from '../schema/effects/columns.js';
import { constraintsIn } from '../schema/footprint/foreign-keys.js';
import { fullName, shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { enumerated } from '../schema/sql-name.js';
import { nodeOf, quoteIdentifier, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'partitioned-unique-without-key',
  harm: 'stops',
  summary: 'A unique key of a partitioned table must hold its partition key',
  why: `Each partition has an index of its own, so Postgres can keep a value unique only within one partition. It refuses a
primary key, UNIQUE constraint or unique index of a partitioned table that leaves out a column of PARTITION BY.`,
  fix: `Add the columns of PARTITION BY to the key. Where a value must be unique by itself across all partitions, keep it in a
table that isn’t partitioned and let that table’s unique index decide.`,
  statements: ['AlterTableStmt', 'CreateStmt', 'IndexStmt'],
  check(statement, { schema, report }) {
    for (const { table, partitionBy, columns, what } of uniqueKeys(statement, schema)) {
      const missing = partitionBy.filter((key) => key !== undefined && !columns.includes(key)) as string[];
      // PARTITION BY with an expression takes no unique constraint at all, with another message.
      if (missing.length === 0 || partitionBy.includes(undefined)) continue;
      const key = [...columns, ...missing].map(quoteIdentifier).join(', ');
      report({
        message: `Postgres refuses ${what} (${columns.map(code).join(', ')}) on ${code(shortName(table))}, because it leaves out the partition key ${enumerated(missing.map(code))}. The migration stops here.`,
        help: `Put the partition key into it: ${what} (${key}).`,
        claim: refused('0A000'),
      });
    }
  },
  examples: {
    bad: [
      {
        sql: 'CREATE TABLE event (id bigint PRIMARY KEY, day date NOT NULL) PARTITION BY RANGE (day);',
        claim: refused('0A000'),
      },
      {
        sql: 'CREATE TABLE event (id bigint, day date, UNIQUE (id)) PARTITION BY RANGE (day);',
        claim: refused('0A000'),
      },
      {
        setup: 'CREATE TABLE event (id bigint, day date) PARTITION BY RANGE (day);',
        sql: 'ALTER TABLE event ADD CONSTRAINT once UNIQUE (id);',
        claim: refused('0A000'),
      },
      {
        setup: 'CREATE TABLE event (id bigint, day date) PARTITION BY RANGE (day);',
        sql: 'CREATE UNIQUE INDEX once ON event (id);',
        claim: refused('0A000'),
      },
    ],
    good: [
      { sql: 'CREATE TABLE event (id bigint, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);' },
      {
        setup:
          'CREATE TABLE event (id bigint, day date) PARTITION BY RANGE (day); CREATE TABLE event_1 PARTITION OF event DEFAULT;',
        sql: 'CREATE UNIQUE INDEX once ON event_1 (id);\nALTER TABLE event ADD UNIQUE (day, id);\nCREATE INDEX i ON event (id);',
      },
    ],
  },
});

interface Key {
  table: string;
  partitionBy: (string | undefined)[];
  columns: string[];
  /** How it begins. */
  what: string;
}

function uniqueKeys(statement: Statement, schema: Schema): Key[] {
  const index = nodeOf(statement.node, 'IndexStmt');
  const create = nodeOf(statement.node, 'CreateStmt');
  const name = relationName(index?.relation ?? create?.relation);
  if (create?.partspec && name) {
    const partitionBy = (create.partspec.partParams ?? []).map((key) => nodeOf(key, 'PartitionElem')?.name);
    return (create.tableElts ?? []).flatMap((element) => {
      const column = nodeOf(element, 'ColumnDef')?.colname;
      return constraintsIn([element]).flatMap((one) =>
        keyOf(constraintFacts(one, column), fullName(name), partitionBy),
      );
    });
  }
  if (index?.unique && name) {
    const table = fullName(name);
    const partitionBy = schema.find('table', table)?.facts?.partitionBy;
    const columns = (index.indexParams ?? []).flatMap((param) => nodeOf(param, 'IndexElem')?.name ?? []);
    return partitionBy ? [{ table, partitionBy, columns, what: 'UNIQUE' }] : [];
  }
  return addedConstraints(statement).flatMap(({ table, facts, constraint }) => {
    const partitionBy = schema.find('table', table)?.facts?.partitionBy;
    return partitionBy && !constraint.indexname ? keyOf(facts, table, partitionBy) : [];
  });
}

function keyOf(facts: ReturnType<typeof constraintFacts>, table: string, partitionBy: Key['partitionBy']): Key[] {
  if (facts?.type !== 'unique' && facts?.type !== 'primary key') return [];
  return [{ table, partitionBy, columns: facts.columns, what: facts.type === 'unique' ? 'UNIQUE' : 'PRIMARY KEY' }];
}
