import { addedLabels, usesLabel } from '../lint/facts/enum-values.js';
import { allStatements, inOneTransaction, isAfter } from '../lint/facts/same-transaction.js';
import { laterTransaction } from '../lint/facts/transaction-words.js';
import { defineRule } from '../lint/rule.js';
import { dotted } from '../schema/effects/effect.js';
import { fullName, shortName } from '../schema/objects.js';
import { nodeOf } from '../sql/ast.js';
import { lineOf } from '../sql/positions.js';
import { has } from '../sql/versions.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'enum-value-used-in-same-transaction',
  harm: 'stops',
  summary: 'A new enum value can’t be used in the transaction that adds it',
  why: `ALTER TYPE … ADD VALUE runs inside a transaction, but until that is committed nobody may use the value: not in INSERT or
UPDATE, not in a condition, not as a column’s default. Postgres refuses it with SQLSTATE 55P04. Since PostgreSQL 17 an enum
that was created in the same transaction is free of this; before, it is not.`,
  fix: `Commit after ALTER TYPE … ADD VALUE: put what uses the value into a migration of its own, which comes after it.`,
  statements: [
    'AlterTableStmt',
    'CreateStmt',
    'CreateTableAsStmt',
    'DeleteStmt',
    'IndexStmt',
    'InsertStmt',
    'MergeStmt',
    'SelectStmt',
    'UpdateStmt',
    'ViewStmt',
  ],
  check(statement, { script, run, schema, postgresVersion, report }) {
    if (statement.transaction.kind === 'none') return;
    for (const { label, type, by, conditional } of addedLabels(run)) {
      if (!isAfter(statement, by, run) || !usesLabel(statement, type, label, schema)) continue;
      if (!inOneTransaction(by, statement, run)) continue;
      const created = allStatements(run).find((one) => {
        const name = dotted(nodeOf(one.node, 'CreateEnumStmt')?.typeName);
        return name !== undefined && fullName(name) === type && inOneTransaction(one, by, run);
      });
      if (created && has('newValueOfNewEnum', postgresVersion, 'as newest')) continue;
      if (conditional && schema.find('type', type)?.facts?.labels?.includes(label)) continue;
      report({
        message: `This uses ${code(`'${label}'`)} of ${code(shortName(type))} in the transaction that adds it (${lineOf(by, statement)}). Postgres refuses it, and the migration stops here.`,
        help: `${laterTransaction('this statement', script)} The new value must be committed when it is used.`,
        claim: refused('55P04'),
        related: [{ ...by.location, message: `Adds ${code(`'${label}'`)}, which can be used after COMMIT` }],
      });
      return;
    }
  },
  examples: {
    bad: [
      {
        setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (name text, feels mood);",
        sql: "BEGIN;\nALTER TYPE mood ADD VALUE 'great';\nINSERT INTO person VALUES ('great', 'great');\nCOMMIT;",
        claim: refused('55P04'),
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (feels mood);",
        sql: "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'great';\nALTER TABLE person ALTER COLUMN feels SET DEFAULT 'great';",
        transaction: 'per-script',
        claim: refused('55P04'),
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (feels mood);",
        sql: "ALTER TYPE mood ADD VALUE 'great';\nUPDATE person SET feels = 'great' WHERE feels = 'ok';",
        transaction: 'single-query',
        claim: refused('55P04'),
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (feels mood);",
        sql: "BEGIN;\nALTER TYPE mood ADD VALUE 'great';\nCREATE INDEX i ON person (feels) WHERE feels IN ('ok', 'great');\nCOMMIT;",
        claim: refused('55P04'),
      },
      {
        setup: "CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('ok');",
        sql: "BEGIN;\nALTER TYPE app.mood ADD VALUE 'great';\nCREATE TABLE person (feels app.mood DEFAULT 'great');\nCOMMIT;",
        claim: refused('55P04'),
      },
      {
        sql: "BEGIN;\nCREATE TYPE mood AS ENUM ('ok');\nALTER TYPE mood ADD VALUE 'great';\nSELECT 'great'::mood;\nCOMMIT;",
        claim: refused('55P04'),
        postgres: { until: 16 },
      },
    ],
    good: [
      {
        setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (feels mood);",
        sql: "ALTER TYPE mood ADD VALUE 'great';\nINSERT INTO person VALUES ('great');",
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (feels mood);",
        sql: "BEGIN;\nALTER TYPE mood ADD VALUE 'great';\nCOMMIT;\nBEGIN;\nINSERT INTO person VALUES ('great');\nCOMMIT;",
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE person (name text, feels mood);",
        sql: "BEGIN;\nALTER TYPE mood ADD VALUE 'great';\nINSERT INTO person (feels, name) VALUES ('ok', 'great');\nCOMMIT;",
      },
      {
        sql: "BEGIN;\nCREATE TYPE mood AS ENUM ('ok');\nALTER TYPE mood ADD VALUE 'great';\nSELECT 'great'::mood;\nCOMMIT;",
        postgres: { from: 17 },
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok');",
        sql: "BEGIN;\nALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok';\nSELECT 'ok'::mood;\nCOMMIT;",
      },
      { sql: "BEGIN;\nCREATE TYPE mood AS ENUM ('ok', 'great');\nSELECT 'great'::mood;\nCOMMIT;" },
    ],
  },
});
