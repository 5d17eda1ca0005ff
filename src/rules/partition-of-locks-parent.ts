import { defineRule } from '../lint/rule.js';
import { fullName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'partition-of-locks-parent',
  harm: 'decision',
  summary: 'CREATE TABLE … PARTITION OF locks out every reader and writer of the parent',
  why: `The new table is empty, but the parent isn’t: CREATE TABLE … PARTITION OF takes ACCESS EXCLUSIVE on it, and on its default
partition. While that waits for running queries, every later query on any of the partitions waits too.`,
  fix: `Create the table on its own, like the parent, and attach it: ATTACH PARTITION takes SHARE UPDATE EXCLUSIVE on the parent,
which lets reads and writes pass. An empty table is scanned in no time.`,
  statements: ['CreateStmt'],
  check(statement, context) {
    const create = nodeOf(statement.node, 'CreateStmt');
    const name = relationName(create?.relation);
    const parent = relationName(nodeOf(create?.inhRelations?.[0], 'RangeVar'));
    if (!create?.partbound || !name || !parent) return;
    const full = fullName(parent);
    if (context.schema.isNew(full) || !context.footprint().some(({ relation }) => relation === full)) return;
    const [child, above] = [sqlName(fullName(name)), sqlName(full)];
    const bound = /\b(FOR\s+VALUES[\s\S]*?\)|DEFAULT)\s*(?=$|PARTITION|USING|WITH|TABLESPACE)/i.exec(
      statement.sql,
    )?.[1];
    context.report({
      message: `CREATE TABLE … PARTITION OF takes ACCESS EXCLUSIVE on the parent ${code(shortName(full))}. While it waits for running queries, every read and write of all its partitions waits behind it.`,
      help: `Create the table on its own, then attach it:\nCREATE TABLE ${child} (LIKE ${above} INCLUDING ALL);\nALTER TABLE ${above} ATTACH PARTITION ${child} ${bound ?? '…'};`,
      claim: lock('ACCESS EXCLUSIVE', full),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p0 PARTITION OF p FOR VALUES IN (0);',
        sql: 'CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        claim: lock('ACCESS EXCLUSIVE', 'public.p'),
      },
      {
        setup:
          'CREATE SCHEMA app; CREATE TABLE app.p (a int) PARTITION BY RANGE (a); CREATE TABLE app.p0 PARTITION OF app.p FOR VALUES FROM (0) TO (1);',
        sql: 'CREATE TABLE IF NOT EXISTS app.p1 PARTITION OF app.p FOR VALUES FROM (1) TO (2) PARTITION BY LIST (a);',
        claim: lock('ACCESS EXCLUSIVE', 'app.p'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a);',
        sql: 'CREATE TABLE p1 (LIKE p INCLUDING ALL);\nALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);',
      },
      { sql: 'CREATE TABLE p (a int) PARTITION BY LIST (a);\nCREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);' },
      {
        setup: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);',
        sql: 'CREATE TABLE IF NOT EXISTS p1 PARTITION OF p FOR VALUES IN (1);',
      },
    ],
  },
});
