import { defineRule } from '../lint/rule.js';
import { fullName, shortName } from '../schema/objects.js';
import { enumerated, sqlName } from '../schema/sql-name.js';
import { hasOption, nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, rewrite } from '../verdict/fact.js';

export default defineRule({
  id: 'vacuum-full',
  harm: 'blocks',
  summary: 'VACUUM FULL and CLUSTER write the whole table anew and lock out everybody',
  why: `Both copy every row and build every index anew, under ACCESS EXCLUSIVE: nobody reads or writes the table until they are
done, which takes the longer the bigger the table is, and twice its space on disk.`,
  fix: `Plain VACUUM makes the space of dead rows free for new ones, beside all traffic. To give it back to the disk, rewrite the
table online with pg_repack or pg_squeeze.`,
  statements: ['VacuumStmt', 'ClusterStmt'],
  check(statement, context) {
    const vacuum = nodeOf(statement.node, 'VacuumStmt');
    const cluster = nodeOf(statement.node, 'ClusterStmt');
    if (vacuum && !(vacuum.is_vacuumcmd && hasOption(vacuum.options, 'full'))) return;
    const named = vacuum
      ? (vacuum.rels ?? []).flatMap((item) => relationName(nodeOf(item, 'VacuumRelation')?.relation) ?? [])
      : [relationName(cluster?.relation)].flatMap((name) => name ?? []);
    const tables = named.map(fullName);
    if (tables.length > 0 && tables.every((table) => context.schema.isNew(table))) return;
    const [table] = tables;
    context.report({
      message: `${vacuum ? 'VACUUM FULL' : 'CLUSTER'} copies all rows of ${tables.length > 0 ? enumerated(tables.map((one) => code(shortName(one)))) : 'every table'} into new files. It holds ACCESS EXCLUSIVE meanwhile, so all reads and writes wait.`,
      help: `Free the space for new rows, beside all traffic:\nVACUUM (ANALYZE)${table ? ` ${sqlName(table)}` : ''};`,
      // VACUUM runs outside transactions, where its locks can't be watched; maintenance isn't rehearsed.
      ...(table &&
        context.script.role !== 'maintenance' && {
          claim: cluster ? [lock('ACCESS EXCLUSIVE', table), rewrite(table)] : rewrite(table),
        }),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'VACUUM FULL t;',
        claim: rewrite('public.t'),
      },
      {
        setup: 'CREATE TABLE t (a int); INSERT INTO t VALUES (1);',
        sql: 'VACUUM (FULL, ANALYZE) t;',
        role: 'maintenance',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE INDEX i ON t (a); INSERT INTO t VALUES (1);',
        sql: 'CLUSTER t USING i;',
        claim: [lock('ACCESS EXCLUSIVE', 'public.t'), rewrite('public.t')],
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'VACUUM (ANALYZE) t;' },
      { setup: 'CREATE TABLE t (a int);', sql: 'VACUUM (FULL false) t;' },
      { sql: 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nCLUSTER t USING i;' },
    ],
  },
});
