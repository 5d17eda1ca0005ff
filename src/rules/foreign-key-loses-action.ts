import { alterCommands } from '../lint/facts/alter-table.js';
import { schemaAtEnd } from '../lint/facts/script-end.js';
import { defineRule } from '../lint/rule.js';
import { lastName, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { enumerated } from '../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'foreign-key-loses-action',
  harm: 'decision',
  summary: 'A foreign key is made again without its ON DELETE, ON UPDATE or DEFERRABLE',
  why: `What a foreign key does when the row that it leads to goes, is part of the constraint and not of its name. Made again
without ON DELETE CASCADE or SET NULL, it refuses the DELETEs that the deployed release sends (SQLSTATE 23503), as soon as rows
refer to the row. Made again without DEFERRABLE, it is checked at once: a transaction that writes the child before its parent fails.`,
  fix: `Repeat what the old one said. Where it is to go, deploy first the release that deletes or changes the rows by itself.`,
  roles: ['up'],
  statements: ['AlterTableStmt'],
  check(statement, { schema, script, report }) {
    for (const { table, subtype, command } of alterCommands(statement)) {
      if (subtype !== 'AT_DropConstraint' && subtype !== 'AT_AlterConstraint') continue;
      const name = command.name ?? nodeOf(command.def, 'ATAlterConstraint')?.conname;
      const known = schema.find('constraint', `${table}.${name}`);
      const { facts } = known ?? {};
      const columns = facts?.columns ?? [];
      if (!known || !facts?.references || known.origin === 'change' || schema.isNew(table)) continue;
      const lost = lostActions(table, facts, schemaAtEnd(script, schema, statement.index));
      if (lost.length === 0) continue;
      const parent = code(shortName(facts.references.table));
      report({
        message: `The foreign key of ${code(shortName(table))} on ${code(columns.join(', '))} is without ${enumerated(lost)} after this. ${consequence(lost, parent, code(shortName(table)))}`,
        help: `Repeat it where the foreign key is added: write ${lost.join(' ')} after REFERENCES ${quoteIdentifier(lastName(facts.references.table))} (…).`,
        mended: (end) => lostActions(table, facts, end).length === 0,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p ON DELETE CASCADE);',
        sql: 'ALTER TABLE c DROP CONSTRAINT c_p_fkey;\nALTER TABLE c ADD CONSTRAINT c_p_fkey FOREIGN KEY (p) REFERENCES p NOT VALID;',
      },
      {
        setup:
          'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p ON UPDATE CASCADE ON DELETE SET NULL);',
        sql: 'ALTER TABLE c ADD CONSTRAINT c_parent FOREIGN KEY (p) REFERENCES p (id) ON UPDATE CASCADE NOT VALID;\nALTER TABLE c DROP CONSTRAINT c_p_fkey;',
      },
      {
        setup:
          'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED);',
        sql: 'ALTER TABLE c ALTER CONSTRAINT c_p_fkey NOT DEFERRABLE;',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p ON DELETE CASCADE);',
        sql: 'ALTER TABLE c ADD CONSTRAINT c_parent FOREIGN KEY (p) REFERENCES p ON DELETE CASCADE NOT VALID;\nALTER TABLE c DROP CONSTRAINT c_p_fkey;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p ON DELETE CASCADE);',
        sql: 'ALTER TABLE c DROP CONSTRAINT c_p_fkey;\nALTER TABLE c ADD CONSTRAINT c_p_fkey FOREIGN KEY (p) REFERENCES p ON DELETE SET NULL NOT VALID;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p ON DELETE CASCADE);',
        sql: 'ALTER TABLE c DROP CONSTRAINT c_p_fkey;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p);',
        sql: 'ALTER TABLE c DROP CONSTRAINT c_p_fkey;\nALTER TABLE c ADD CONSTRAINT c_p_fkey FOREIGN KEY (p) REFERENCES p ON DELETE RESTRICT NOT VALID;',
      },
    ],
  },
});

type ForeignKeyFacts = NonNullable<KnownObject<'constraint'>['facts']>;

/** What the foreign keys on the same columns to the same table have at the end; nothing is lost where none is left. */
function lostActions(table: string, old: ForeignKeyFacts, end: Schema): string[] {
  const target = (facts: ForeignKeyFacts | undefined) => JSON.stringify([facts?.references?.table, facts?.columns]);
  const now = end
    .partsOf(table, 'constraint')
    .flatMap(({ facts }) => (facts?.references && target(facts) === target(old) ? [facts] : []));
  if (now.length === 0) return [];
  const was = actionsOf(old);
  const is = now.map(actionsOf);
  const lost = (['ON UPDATE', 'ON DELETE'] as const).flatMap((event) =>
    was[event] && is.every((one) => one[event] === undefined) ? [`${event} ${was[event]}`] : [],
  );
  if (old.initiallyDeferred && now.some((one) => !one.initiallyDeferred))
    return [...lost, now.some((one) => !one.deferrable) ? 'DEFERRABLE INITIALLY DEFERRED' : 'INITIALLY DEFERRED'];
  return old.deferrable && now.some((one) => !one.deferrable) ? [...lost, 'DEFERRABLE'] : lost;
}

/** As pg_constraint's confupdtype and confdeltype write those that do something. */
const ACTS: Record<string, string> = { c: 'CASCADE', n: 'SET NULL', d: 'SET DEFAULT' };

function actionsOf({ references }: ForeignKeyFacts) {
  const [update = '', remove = ''] = references?.terms?.split(' ') ?? [];
  return { 'ON UPDATE': ACTS[update], 'ON DELETE': ACTS[remove] };
}

function consequence(lost: readonly string[], parent: string, child: string): string {
  const events = lost.flatMap((one) =>
    one.startsWith('ON DELETE') ? ['DELETE'] : one.startsWith('ON UPDATE') ? ['UPDATE of the key'] : [],
  );
  return events.length > 0
    ? `Each ${events.join(' or ')} of a row of ${parent} that rows of ${child} refer to fails with SQLSTATE 23503.`
    : `It is checked at each statement, so a transaction that writes to ${child} before ${parent} fails with SQLSTATE 23503.`;
}
