import { statementsFrom } from '../lint/facts/down.js';
import { dropped, isOld } from '../lint/facts/dropped.js';
import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { effectsOf } from '../schema/effects/index.js';
import { fullName, lastName, shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { irreversibleReason } from '../sql/directives.js';
import { code } from '../sql/words.js';
import { lost } from '../verdict/fact.js';

export default defineRule({
  id: 'irreversible-up',
  harm: 'decision',
  summary: 'The migration destroys data that its rollback can’t bring back',
  why: `The rollback looks complete: it creates the table or the column again. What was in it is gone all the same. Whoever has to
roll back in an emergency finds that out afterwards.`,
  fix: `Keep the old data until the change has proven itself, and drop it in a later migration. Where the loss is meant, say so in
the migration: \`-- migration-safety: irreversible <reason>\`.`,
  roles: ['up'],
  statements: ['DropStmt', 'AlterTableStmt', 'TruncateStmt', 'DeleteStmt', 'UpdateStmt'],
  check(statement, context) {
    const { migration, schema } = context;
    const { up, down, verify } = migration;
    if (down === undefined || down.statements.length === 0) return;
    if ([up, down, verify].some((script) => script && irreversibleReason(script) !== undefined)) return;
    for (const { table, what, column } of destroyed(statement, schema)) {
      if (restores(statementsFrom(down), table)) continue;
      context.report({
        claim: lost(shortName(column ? `${table}.${column}` : table)),
        message: `This destroys ${what}. The rollback can bring back the schema, but not what was stored.`,
        help: `Keep a copy that the rollback can use, or drop the data in a later migration. Where the loss is meant, write into the migration:\n-- migration-safety: irreversible <reason>`,
      });
    }
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'DROP TABLE t;', down: 'CREATE TABLE t (a int);' },
      {
        setup: 'CREATE TABLE t (a int, b int);',
        sql: 'ALTER TABLE t DROP COLUMN b;',
        down: 'ALTER TABLE t ADD COLUMN b int;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'DELETE FROM t WHERE a < 0;', down: 'SELECT 1;' },
      { setup: 'CREATE TABLE t (a text);', sql: 'UPDATE t SET a = lower(a);', down: 'SELECT 1;' },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: '-- migration-safety: irreversible nothing reads this table since 4.2\nDROP TABLE t;',
        down: 'CREATE TABLE t (a int);',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE TABLE t_gone AS SELECT * FROM t WHERE a < 0;\nDELETE FROM t WHERE a < 0;',
        down: 'INSERT INTO t SELECT * FROM t_gone;\nDROP TABLE t_gone;',
      },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN b int;\nUPDATE t SET b = a;',
        down: 'ALTER TABLE t DROP COLUMN b;',
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'UPDATE t SET a = 0 WHERE a IS NULL;', down: 'SELECT 1;' },
      { sql: 'CREATE TABLE t (a int);\nDROP TABLE t;', down: 'SELECT 1;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'DROP TABLE t;' },
    ],
  },
});

interface Destroyed {
  table: string;
  /** Where it isn't whole rows. */
  column?: string;
  what: string;
}

/** What is lost, and the table where a rollback would have to put it back. */
function destroyed(statement: Statement, schema: Schema): Destroyed[] {
  const { node } = statement;
  const rows = (relation: Parameters<typeof relationName>[0]) => {
    const name = relationName(relation);
    return name && !schema.isNew(fullName(name)) ? [fullName(name)] : [];
  };
  const truncated = (nodeOf(node, 'TruncateStmt')?.relations ?? []).flatMap((item) => rows(nodeOf(item, 'RangeVar')));
  const deleted = rows(nodeOf(node, 'DeleteStmt')?.relation);
  const gone = [...truncated, ...deleted].map((table) => ({ table, what: `rows of ${code(shortName(table))}` }));
  const dropping = dropped(statement).filter(
    ({ object, conditional }) => ['table', 'column'].includes(object.kind) && isOld(object, conditional, schema),
  );
  const own = dropping.map(({ object }) => ({
    table: object.table ?? object.name,
    ...(object.table && { column: lastName(object.name) }),
    what: object.table
      ? `the values of ${code(`${shortName(object.table)}.${lastName(object.name)}`)}`
      : `the rows of ${code(shortName(object.name))}`,
  }));
  return [...gone, ...own, ...overwritten(statement, schema)];
}

/** The old columns that an UPDATE sets, where they may have held something. */
function overwritten({ node }: Statement, schema: Schema): Destroyed[] {
  const update = nodeOf(node, 'UpdateStmt');
  const name = relationName(update?.relation);
  if (!update || !name || schema.isNew(fullName(name))) return [];
  const table = fullName(name);
  const test = nodeOf(update.whereClause, 'NullTest');
  const empty =
    test?.nulltesttype === 'IS_NULL' && nodeOf(nodeOf(test.arg, 'ColumnRef')?.fields?.at(-1), 'String')?.sval;
  const columns = (update.targetList ?? [])
    .flatMap((target) => nodeOf(target, 'ResTarget')?.name ?? [])
    .filter((column) => column !== empty && schema.find('column', `${table}.${column}`)?.origin === 'baseline');
  return columns.length > 0
    ? [
        {
          table,
          ...(columns.length === 1 && { column: columns[0] as string }),
          what: `what ${columns.map((c) => code(`${shortName(table)}.${c}`)).join(', ')} held`,
        },
      ]
    : [];
}

/** The rollback writes into the table, or brings it back under its own name: its author has considered the data. */
function restores(down: Statement[], table: string): boolean {
  return down.some(({ node }) => {
    const written =
      nodeOf(node, 'InsertStmt') ?? nodeOf(node, 'UpdateStmt') ?? nodeOf(node, 'CopyStmt') ?? nodeOf(node, 'MergeStmt');
    const name = relationName(written?.relation);
    if (name && fullName(name) === table) return true;
    return effectsOf(node).some(
      ({ change, object, was }) =>
        change === 'create' && (was || nodeOf(node, 'CreateTableAsStmt')) && object.name === table,
    );
  });
}
