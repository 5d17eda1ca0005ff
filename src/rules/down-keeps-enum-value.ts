import { creates, drops, endOf, readable, statementsFrom } from '../lint/facts/down.js';
import { defineRule } from '../lint/rule.js';
import { dotted } from '../schema/effects/effect.js';
import { fullName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf } from '../sql/ast.js';
import { irreversibleReason } from '../sql/directives.js';
import { code } from '../sql/words.js';
import { differs } from '../verdict/fact.js';

export default defineRule({
  id: 'down-keeps-enum-value',
  harm: 'decision',
  summary: 'The rollback leaves the enum with the value that the migration added',
  why: `Postgres has no command that takes a value out of an enum. After the rollback the value is still there, and ADD VALUE fails
when the migration is applied again, because the label exists.`,
  fix: `Add the value with IF NOT EXISTS and say in the migration that it stays: \`-- migration-safety: irreversible <reason>\`. Or
make the type anew in the rollback: rename it, create it with the old values, change the columns to it, drop the renamed one.`,
  roles: ['up'],
  statements: ['AlterEnumStmt'],
  check(statement, context) {
    const { up, down } = context.migration;
    const change = nodeOf(statement.node, 'AlterEnumStmt');
    const name = dotted(change?.typeName);
    if (!change?.newVal || !name || down === undefined || !readable(down)) return;
    if ([up, down].some((script) => irreversibleReason(script) !== undefined)) return;
    const type = { kind: 'type', name: fullName(name) } as const;
    if (context.schema.find('type', type.name)?.origin === 'change' || drops(down, type) || creates(down, type)) return;
    const { newVal, oldVal } = change;
    const back = statementsFrom(down).some(({ node }) => nodeOf(node, 'AlterEnumStmt')?.oldVal === newVal);
    if (oldVal && back) return;
    const label = (value: string) => `'${value.replaceAll("'", "''")}'`;
    context.report({
      claim: differs(type),
      message: oldVal
        ? `The rollback leaves the value ${code(label(newVal))} of ${code(shortName(type.name))} under its new name.`
        : `The rollback leaves the value ${code(label(newVal))} in ${code(shortName(type.name))}. Postgres can’t take a value out of an enum.`,
      help: oldVal
        ? `Add to the rollback:\nALTER TYPE ${sqlName(type.name)} RENAME VALUE ${label(newVal)} TO ${label(oldVal)};`
        : `Where the value may stay, make the migration repeatable and say so:\n-- migration-safety: irreversible an unused enum value does no harm\nALTER TYPE ${sqlName(type.name)} ADD VALUE IF NOT EXISTS ${label(newVal)};`,
      related: [{ ...endOf(down), message: 'The rollback ends here' }],
    });
  },
  examples: {
    bad: [
      {
        setup: "CREATE TYPE mood AS ENUM ('ok');",
        sql: "ALTER TYPE mood ADD VALUE 'great';",
        down: 'SELECT 1;',
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok');",
        sql: "ALTER TYPE mood ADD VALUE 'great';",
        down: '-- later',
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok');",
        sql: "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';",
        down: 'SELECT 1;',
      },
    ],
    good: [
      {
        setup: "CREATE TYPE mood AS ENUM ('ok');",
        sql: "-- migration-safety: irreversible an unused value does no harm\nALTER TYPE mood ADD VALUE IF NOT EXISTS 'great';",
        down: 'SELECT 1;',
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok');",
        sql: "ALTER TYPE mood ADD VALUE 'great';",
        down: "ALTER TYPE mood RENAME TO mood_old;\nCREATE TYPE mood AS ENUM ('ok');\nDROP TYPE mood_old;",
      },
      {
        setup: "CREATE TYPE mood AS ENUM ('ok');",
        sql: "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';",
        down: "ALTER TYPE mood RENAME VALUE 'fine' TO 'ok';",
      },
      { setup: "CREATE TYPE mood AS ENUM ('ok');", sql: "ALTER TYPE mood ADD VALUE 'great';" },
    ],
  },
});
