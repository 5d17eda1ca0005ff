import { predicted } from '../lint/facts/predicted.js';
import { type ChangedType, changedTypes } from '../lint/facts/type-changes.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import { referencesColumn } from '../schema/footprint/foreign-keys.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'alter-column-type-on-foreign-key',
  harm: 'blocks',
  summary: 'A new type for a foreign key’s column locks the other table as well',
  why: `Postgres makes the foreign key anew for the new type. While the table with the column is rewritten, the table on the
other side is locked with ACCESS EXCLUSIVE as well, and the key is then checked for every row: nobody reads or writes either
of the two.`,
  fix: `Add a column of the new type on both sides, keep them equal with triggers, fill them in batches, give the new columns a
foreign key with NOT VALID, and validate it on its own; then move the application over.`,
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const change of changedTypes(statement, context)) {
      if (change.work !== 'rewrite') continue;
      for (const other of otherSides(change, context)) {
        const found = predicted(other, context);
        if (!found) continue;
        context.report({
          message: `A foreign key connects ${code(change.column)} of ${code(shortName(change.table))} with ${code(shortName(other))}. Postgres holds ${found.lock} on ${code(shortName(other))}, too, while it rewrites ${code(shortName(change.table))}, so reads and writes of both wait.`,
          help: `Don’t change the type in place. Give ${shortName(change.table)} and ${shortName(other)} a second column of type ${change.text.to}, fill them in batches, and switch over once a new foreign key between them is validated.`,
          claim: lock(found.lock, other),
        });
      }
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent);',
        sql: 'ALTER TABLE parent ALTER COLUMN id TYPE bigint;',
        claim: lock('ACCESS EXCLUSIVE', 'public.child'),
      },
      {
        setup: 'CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (parent_id int REFERENCES parent (id));',
        sql: 'ALTER TABLE child ALTER COLUMN parent_id TYPE bigint;',
        claim: lock('ACCESS EXCLUSIVE', 'public.parent'),
      },
    ],
    good: [
      {
        setup:
          'CREATE TABLE parent (id int PRIMARY KEY, n int); CREATE TABLE child (parent_id int REFERENCES parent, n int);',
        sql: 'ALTER TABLE parent ALTER COLUMN n TYPE bigint;\nALTER TABLE child ALTER COLUMN n TYPE bigint;',
      },
      {
        setup:
          'CREATE TABLE parent (id varchar(9) PRIMARY KEY); CREATE TABLE child (parent_id varchar(9) REFERENCES parent);',
        sql: 'ALTER TABLE parent ALTER COLUMN id TYPE varchar(20);',
      },
      {
        setup: 'CREATE TABLE tree (id int PRIMARY KEY, up int REFERENCES tree);',
        sql: 'ALTER TABLE tree ALTER COLUMN up TYPE bigint;',
      },
    ],
  },
});

/** The old tables on the other sides of foreign keys with the column. */
function otherSides({ table, column }: ChangedType, { schema, postgresVersion: version }: RuleContext): string[] {
  const own = schema
    .partsOf(table, 'constraint')
    .flatMap(({ facts }) => (facts?.columns?.includes(column) && facts.references ? [facts.references.table] : []));
  const others = schema
    .foreignKeysTo(table)
    .flatMap((key) => (key.table && referencesColumn(key, column, { schema, version }) ? [key.table] : []));
  return [...new Set([...own, ...others])].filter((other) => other !== table && !schema.isNew(other));
}
