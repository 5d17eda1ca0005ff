import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { lock, rewrite } from '../verdict/fact.js';

export default defineRule({
  id: 'storage-rewrite',
  harm: 'blocks',
  summary: 'SET LOGGED, UNLOGGED, TABLESPACE and ACCESS METHOD write the whole table anew',
  why: `These commands copy every row, and its indexes, into new files, and hold ACCESS EXCLUSIVE on the table meanwhile: nobody
reads or writes it until they are done. After SET UNLOGGED the table is empty after a crash, and replicas don’t have it.`,
  fix: `Make a new table with the storage that you want, copy the rows in batches, and swap the names; or use a tool that
rewrites tables online (pg_repack, pg_squeeze).`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      const known = context.schema.find('table', table);
      const facts = known?.facts;
      const form = FORMS[subtype]?.(
        command.name ?? '',
        known && !known.partial ? facts : { unlogged: subtype === 'AT_SetLogged', ...facts },
      );
      // A partitioned table has no files: the setting is for partitions to come.
      if (!form || context.schema.isNew(table) || facts?.partitionBy) continue;
      // Another tablespace or access method is what a scratch server doesn't have.
      const observable = subtype === 'AT_SetLogged' || subtype === 'AT_SetUnLogged';
      context.report({
        message: `${form} copies all rows of ${code(shortName(table))} into new files. It holds ACCESS EXCLUSIVE meanwhile, so all reads and writes wait.`,
        help: `Copy the rows into a new table in batches and swap the names, or rewrite it online with pg_repack or pg_squeeze.`,
        ...(observable && { claim: [lock('ACCESS EXCLUSIVE', table), rewrite(table)] as const }),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE UNLOGGED TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'ALTER TABLE t SET LOGGED;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), rewrite('public.t')],
      },
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'ALTER TABLE t SET UNLOGGED;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), rewrite('public.t')],
      },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t SET ACCESS METHOD columnar;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t SET TABLESPACE fast;' },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t SET LOGGED;' },
      { setup: 'CREATE UNLOGGED TABLE t (a int);', sql: 'ALTER TABLE t SET UNLOGGED;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t SET ACCESS METHOD heap;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t SET TABLESPACE pg_default;' },
      { sql: 'CREATE UNLOGGED TABLE t (a int);\nALTER TABLE t SET LOGGED;' },
    ],
  },
});

type StorageFacts = { unlogged?: boolean; accessMethod?: string; tablespace?: string } | undefined;

/** What the command changes; undefined where the table is so already, or where its state is unknown. */
const FORMS: Record<string, (name: string, facts: StorageFacts) => string | undefined> = {
  AT_SetLogged: (_, facts) => (facts?.unlogged ? 'SET LOGGED' : undefined),
  AT_SetUnLogged: (_, facts) => (facts?.unlogged ? undefined : 'SET UNLOGGED'),
  AT_SetAccessMethod: (name, facts) =>
    name === '' || name === (facts?.accessMethod ?? 'heap') ? undefined : 'SET ACCESS METHOD',
  AT_SetTableSpace: (name, facts) => (name === (facts?.tablespace ?? 'pg_default') ? undefined : 'SET TABLESPACE'),
};
