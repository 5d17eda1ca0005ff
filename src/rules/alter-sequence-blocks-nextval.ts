import type { Node } from '@pgsql/types';
import { alterCommands } from '../lint/facts/alter-table.js';
import { predicted } from '../lint/facts/predicted.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { generatedName } from '../schema/generated-names.js';
import { fullName, lastName, schemaOf, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { timeoutMs } from '../schema/session.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'alter-sequence-blocks-nextval',
  harm: 'note',
  preset: 'strict',
  summary: 'ALTER SEQUENCE makes every nextval() wait until its transaction ends',
  why: `A call of nextval() takes ROW EXCLUSIVE on its sequence, and its transaction keeps it. ALTER SEQUENCE takes SHARE ROW EXCLUSIVE, and
RENAME, OWNER TO and SET SCHEMA take ACCESS EXCLUSIVE. So the statement waits for every transaction that has drawn a number and
is still open; meanwhile, and until its own transaction ends, each INSERT that draws a number queues behind it, also where its
session has numbers in its cache. ALTER TABLE … ALTER COLUMN … RESTART and SET of an identity column take ACCESS EXCLUSIVE on
the table as well: there even reads wait.`,
  fix: `To move a sequence on, call setval(): it doesn’t wait for those who draw numbers, nor they for it. For everything else set a
\`lock_timeout\`, and make ALTER SEQUENCE a transaction of its own or the last statement of one.`,
  statements: ['AlterObjectSchemaStmt', 'AlterSeqStmt', 'AlterTableStmt', 'RenameStmt'],
  check(statement, context) {
    const { schema } = context;
    const identity = identityChange(statement, schema);
    const altered = identity?.table ?? alteredSequence(statement.node, schema);
    const found = altered === undefined ? undefined : predicted(altered, context);
    if (!altered || !found || isShort(statement, context)) return;
    if (!identity && !isOld(altered, statement.node, schema)) return;
    const who = identity
      ? ['used it', 'all reads and writes']
      : ['drawn a number', 'every nextval(), and with it every INSERT that draws a number,'];
    const end = statement.transaction.kind === 'none' ? 'until it is done' : 'until this transaction ends';
    context.report({
      message: `${found.lock} on ${code(shortName(altered))} waits for every open transaction that has ${who[0]}. It makes ${who[1]} wait behind it ${end}.`,
      help: identity ? ofSequence(identity) : (moved(statement.node, altered) ?? bounded(statement)),
      claim: found.claim,
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE SEQUENCE s;',
        sql: 'ALTER SEQUENCE s RESTART WITH 1000;',
        claim: lock('SHARE ROW EXCLUSIVE', 'public.s'),
      },
      {
        setup: 'CREATE SEQUENCE s;',
        sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER SEQUENCE s CACHE 20;\nSELECT 1;\nCOMMIT;",
        claim: lock('SHARE ROW EXCLUSIVE', 'public.s'),
      },
      {
        setup: 'CREATE SCHEMA app; CREATE SEQUENCE app."orderNo"; CREATE TABLE app.t (a bigint);',
        sql: 'ALTER SEQUENCE app."orderNo" OWNED BY app.t.a;',
        claim: lock('SHARE ROW EXCLUSIVE', 'app.orderNo'),
      },
      {
        setup: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
        sql: 'ALTER SEQUENCE IF EXISTS t_id_seq RESTART;',
        claim: lock('SHARE ROW EXCLUSIVE', 'public.t_id_seq'),
      },
      {
        setup: 'CREATE SEQUENCE s;',
        sql: 'ALTER SEQUENCE s INCREMENT BY 10;',
        transaction: 'per-script',
        claim: lock('SHARE ROW EXCLUSIVE', 'public.s'),
      },
      {
        setup: 'CREATE SEQUENCE s;',
        sql: 'ALTER SEQUENCE s RENAME TO numbers;',
        claim: lock('ACCESS EXCLUSIVE', 'public.s'),
      },
      {
        setup: 'CREATE SEQUENCE s;',
        sql: 'ALTER SEQUENCE s OWNER TO CURRENT_USER;',
        claim: lock('ACCESS EXCLUSIVE', 'public.s'),
      },
      {
        setup: 'CREATE SEQUENCE s; CREATE SCHEMA app;',
        sql: 'ALTER SEQUENCE s SET SCHEMA app;',
        claim: lock('ACCESS EXCLUSIVE', 'public.s'),
      },
      {
        setup: 'CREATE SEQUENCE s;',
        sql: 'ALTER TABLE s OWNER TO CURRENT_USER;',
        claim: lock('ACCESS EXCLUSIVE', 'public.s'),
      },
      {
        setup: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
        sql: 'ALTER TABLE t ALTER COLUMN id RESTART WITH 1000;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
        sql: 'ALTER TABLE t ALTER COLUMN id SET INCREMENT BY 2 SET CACHE 20;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      { setup: 'CREATE SEQUENCE s;', sql: "SELECT setval('s', 1000, false);" },
      { setup: 'CREATE SEQUENCE s;', sql: "SET lock_timeout = '2s';\nALTER SEQUENCE s CACHE 20;" },
      {
        setup: 'CREATE SEQUENCE s;',
        sql: "BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER SEQUENCE s CACHE 20;\nCOMMIT;",
      },
      {
        setup: 'CREATE SEQUENCE s;',
        sql: "SET LOCAL lock_timeout = '2s';\nALTER SEQUENCE s CACHE 20;",
        transaction: 'per-script',
      },
      { sql: 'CREATE SEQUENCE s;\nCREATE TABLE t (a bigint);\nALTER SEQUENCE s OWNED BY t.a;' },
      { sql: 'CREATE TABLE t (id serial);\nALTER SEQUENCE t_id_seq RESTART WITH 10;' },
      { sql: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);\nALTER SEQUENCE public.t_id_seq RESTART;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'ALTER TABLE t ADD COLUMN id bigserial;\nALTER SEQUENCE t_id_seq CACHE 5;',
      },
      { sql: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);\nALTER TABLE t ALTER COLUMN id RESTART WITH 5;' },
      { sql: 'CREATE TEMP SEQUENCE s;\nALTER SEQUENCE s CACHE 5;' },
      { sql: 'ALTER SEQUENCE IF EXISTS s OWNER TO CURRENT_USER;\nALTER SEQUENCE IF EXISTS s RESTART;' },
      {
        setup: 'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
        sql: 'ALTER TABLE t ALTER COLUMN id SET GENERATED BY DEFAULT;',
      },
      {
        setup: 'CREATE SEQUENCE s; CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);',
        sql: "COMMENT ON SEQUENCE s IS 'ALTER SEQUENCE s RESTART';\n-- ALTER SEQUENCE s RESTART;\nSELECT nextval('s');\nALTER TABLE t OWNER TO CURRENT_USER;",
      },
    ],
  },
});

/** The sequence in full; undefined where the statement alters none. */
function alteredSequence(node: Node | null, schema: Schema): string | undefined {
  const alter = nodeOf(node, 'AlterTableStmt');
  const rename = nodeOf(node, 'RenameStmt');
  const move = nodeOf(node, 'AlterObjectSchemaStmt');
  const sequence = nodeOf(node, 'AlterSeqStmt')?.sequence;
  const name = relationName(sequence ?? (alter ?? rename ?? move)?.relation);
  if (!name) return undefined;
  const type = alter?.objtype ?? rename?.renameType ?? move?.objectType;
  // ALTER TABLE may name a sequence, too.
  const is =
    sequence || type === 'OBJECT_SEQUENCE' || (type === 'OBJECT_TABLE' && schema.find('sequence', fullName(name)));
  return is ? fullName(name) : undefined;
}

interface IdentityChange {
  table: string;
  column: string;
  options: Node[];
}

/** ALTER COLUMN … RESTART, or SET of what its sequence does; SET GENERATED doesn't change the sequence. */
function identityChange(statement: Statement, schema: Schema): IdentityChange | undefined {
  for (const { table, subtype, command } of alterCommands(statement)) {
    const options = nodeOf(command.def, 'List')?.items ?? [];
    const isOfSequence = options.length > 0 && options.every((it) => nodeOf(it, 'DefElem')?.defname !== 'generated');
    if (subtype === 'AT_SetIdentity' && isOfSequence && command.name && !schema.isNew(table)) {
      return { table, column: command.name, options };
    }
  }
  return undefined;
}

/** The wait is bounded, and nothing comes after it in the transaction. */
function isShort({ index, transaction }: Statement, { session, script }: RuleContext): boolean {
  if ((timeoutMs(session, 'lock_timeout') ?? 0) === 0) return false;
  if (transaction.kind === 'none') return true;
  const next = script.statements.slice(index + 1).find(({ kind }) => kind !== 'VariableSetStmt');
  return next === undefined || nodeOf(next.node, 'TransactionStmt')?.kind === 'TRANS_STMT_COMMIT';
}

/** No session draws numbers yet from what the change has made. */
function isOld(sequence: string, node: Node | null, schema: Schema): boolean {
  if (schema.isNew(sequence)) return false;
  const known = schema.find('sequence', sequence) ?? schema.every('column').find((one) => sequenceOf(one) === sequence);
  if (known) return known.origin === 'baseline';
  const guarded = nodeOf(node, 'AlterSeqStmt')?.missing_ok ?? false;
  return !guarded || schema.mayHold(sequence);
}

/** A serial or identity column brings its sequence along. */
function sequenceOf({ name, table = '', facts }: KnownObject<'column'>): string | undefined {
  if (!facts?.identity && !facts?.type?.serial) return undefined;
  return `${schemaOf(table)}.${generatedName(lastName(table), name.slice(table.length + 1), 'seq')}`;
}

/** RESTART alone, and where; undefined for everything else. */
function restart(options: Node[] | undefined): { at?: string } | undefined {
  const [option, ...others] = options ?? [];
  const { defname, arg } = nodeOf(option, 'DefElem') ?? {};
  if (defname !== 'restart' || others.length > 0) return undefined;
  const at = nodeOf(arg, 'Float')?.fval ?? (arg && String(nodeOf(arg, 'Integer')?.ival ?? 0));
  return at === undefined ? {} : { at };
}

const SETVAL =
  'Call setval(), which those who draw numbers don’t wait for. A rollback of the transaction doesn’t take it back:';

/** RESTART can be had without a lock that others wait for. */
function moved(node: Node | null, sequence: string): string | undefined {
  const to = restart(nodeOf(node, 'AlterSeqStmt')?.options);
  const name = literal(sqlName(sequence));
  if (to?.at) return `${SETVAL}\nSELECT setval(${name}, ${to.at}, false);`;
  const start = `SELECT setval(seqrelid, seqstart, false) FROM pg_sequence WHERE seqrelid = ${name}::regclass;`;
  return to && `${SETVAL}\n${start}`;
}

function ofSequence({ table, column, options }: IdentityChange): string {
  const name = `pg_get_serial_sequence(${literal(sqlName(table))}, ${literal(column)})`;
  const to = restart(options);
  if (to?.at) return `${SETVAL}\nSELECT setval(${name}, ${to.at}, false);`;
  return `ALTER SEQUENCE does the same with a lock on the sequence alone, and reads of ${shortName(table)} go on. The sequence’s name:\nSELECT ${name};`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function bounded({ sql, transaction }: Statement): string {
  if (transaction.kind === 'none') {
    return `Bound the wait, and run the migration again when the limit is hit:\nSET lock_timeout = '2s';\n${sql};`;
  }
  return `Bound the wait, and let nothing follow in this transaction:\nSET LOCAL lock_timeout = '2s';\n${sql};`;
}
