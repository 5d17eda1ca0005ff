import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { IndexFacts } from '../schema/facts.js';
import { lastName, type SchemaObject, shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { hazard } from '../verdict/fact.js';

export default defineRule({
  id: 'redundant-index',
  harm: 'note',
  preset: 'strict',
  summary: 'Another index of the table does what this one does',
  why: `A B-tree on (a, b) serves every search for a alone, so a second one on (a) only costs: space, cache, and time at each
INSERT and UPDATE. The same goes for two indexes on the same columns.`,
  fix: 'Leave the index out. If the longer one isn’t needed, drop that one instead.',
  statements: ['IndexStmt'],
  check(statement, { schema, report }) {
    const [effect] = effectsOf(statement.node);
    const wanted = effect?.object as SchemaObject<'index'> | undefined;
    if (!wanted?.table || !wanted.facts || schema.find('index', wanted.name)) return;
    const { facts } = wanted;
    const other = schema.partsOf(wanted.table, 'index').find((known) => known.facts && serves(known.facts, facts));
    if (!other) return;
    report({
      message: `${code(lastName(other.name))} of ${code(shortName(wanted.table))} begins with the same columns. It serves every query that ${code(lastName(wanted.name))} would.`,
      help: 'Leave this index out.',
      claim: hazard('redundant index', wanted.name),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b);',
        sql: 'CREATE INDEX CONCURRENTLY j ON t (a);',
      },
      { setup: 'CREATE TABLE t (a int PRIMARY KEY);', sql: 'CREATE INDEX CONCURRENTLY j ON t (a);' },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b);',
        sql: 'CREATE INDEX CONCURRENTLY j ON t (b);\nCREATE UNIQUE INDEX CONCURRENTLY k ON t (a);',
      },
      {
        setup: 'CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b) WHERE b > 0;',
        sql: 'CREATE INDEX CONCURRENTLY j ON t (a);\nCREATE INDEX CONCURRENTLY k ON t USING hash (a);\nCREATE INDEX CONCURRENTLY l ON t (a int4_ops);',
      },
    ],
  },
});

/** Whether every search by the new index can go by the known one. */
function serves(known: Partial<IndexFacts>, wanted: Partial<IndexFacts>): boolean {
  if (known.partial || wanted.partial || known.custom || wanted.custom || wanted.unique || wanted.included?.length)
    return false;
  if (known.method !== 'btree' || wanted.method !== 'btree') return false;
  return wanted.columns?.every((column, at) => column !== undefined && column === known.columns?.[at]) ?? false;
}
