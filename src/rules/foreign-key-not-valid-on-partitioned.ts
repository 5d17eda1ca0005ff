import { addedConstraints, addStatement, validateStatement } from '../lint/facts/added-constraints.js';
import { defineRule } from '../lint/rule.js';
import { isPartitioned } from '../schema/footprint/touch.js';
import { shortName } from '../schema/objects.js';
import { has } from '../sql/versions.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'foreign-key-not-valid-on-partitioned',
  harm: 'stops',
  summary: 'Before PostgreSQL 18 a partitioned table refuses a NOT VALID foreign key',
  why: `Up to PostgreSQL 17, ADD FOREIGN KEY … NOT VALID on a partitioned table fails with SQLSTATE 42809, whether it has
partitions or not. ONLY doesn’t help: a partitioned table refuses it for foreign keys in every version.`,
  fix: `Add the foreign key to each partition NOT VALID, and validate each one in a transaction of its own. Then add it to the
partitioned table, without NOT VALID: it takes over what the partitions have and doesn’t read their rows. That last step
takes ACCESS EXCLUSIVE on the referenced table for a moment, so set a short lock_timeout.`,
  statements: ['AlterTableStmt'],
  check(statement, { schema, postgresVersion, report }) {
    if (has('notValidForeignKeyOfPartitioned', postgresVersion, 'as newest')) return;
    for (const added of addedConstraints(statement)) {
      const { table, facts, name } = added;
      if (facts.type !== 'foreign key' || facts.validated || !isPartitioned(table, schema)) continue;
      const partitions = schema.partitionsOf(table);
      const steps = partitions.flatMap((partition) => {
        const own = { ...added, table: partition.name };
        return [addStatement(own, statement), validateStatement(own)];
      });
      const last = addStatement(added, statement).replace(/\s+not\s+valid(?=[^)]*;$)/i, '');
      report({
        message: `PostgreSQL ${postgresVersion} refuses NOT VALID for ${code(name)}, because ${code(shortName(table))} is partitioned. The migration stops here.`,
        help: `Go partition by partition, each statement in a transaction of its own:\n${[...steps, last].join('\n')}`,
        claim: refused('42809'),
      });
    }
  },
  examples: {
    bad: [
      {
        setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1);`,
        sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;',
        claim: refused('42809'),
        postgres: { until: 17 },
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int) PARTITION BY LIST (p);',
        sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;',
        postgres: { from: 18 },
      },
      {
        setup: `CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int, k int) PARTITION BY LIST (k);
CREATE TABLE c1 PARTITION OF c FOR VALUES IN (1);`,
        sql: `ALTER TABLE c1 ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;
ALTER TABLE c1 VALIDATE CONSTRAINT f;
ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p;`,
        postgres: { until: 17 },
      },
      {
        setup: `CREATE TABLE p (id int PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE c (p int);`,
        sql: 'ALTER TABLE c ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES p NOT VALID;',
        postgres: { until: 17 },
      },
    ],
  },
});
