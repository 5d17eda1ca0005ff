import { changedTypes } from '../lint/facts/type-changes.js';
import { defineRule } from '../lint/rule.js';
import { shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';
import { lock } from '../verdict/fact.js';

export default defineRule({
  id: 'alter-column-type-depends-on-timezone',
  harm: 'decision',
  summary: 'What timestamp to timestamptz does to the table depends on the session’s time zone',
  why: `Without USING, Postgres takes the old values for times of the session’s TimeZone, or turns them into such. Whichever
zone the migration’s connection happens to have decides what the values mean afterwards. Where it is UTC, the stored bytes
stay as they are; with any other zone the table and its indexes are written anew under ACCESS EXCLUSIVE.`,
  fix: 'Set the time zone that the values are in before the statement. UTC touches no row.',
  statements: ['AlterTableStmt'],
  check(statement, context) {
    for (const { table, column, work, lock, claim } of changedTypes(statement, context)) {
      if (work !== 'rewrite unless UTC') continue;
      const [set, reset] = statement.transaction.kind === 'none' ? ['SET', '\nRESET timezone;'] : ['SET LOCAL', ''];
      context.report({
        message: `The session’s TimeZone decides what the values of ${code(column)} become. Unless it is UTC, this also rewrites ${code(shortName(table))} under ${lock}, and all reads and writes wait.`,
        help: `Say which zone the values are in; only who wrote them knows. If it is UTC:\n${set} timezone = 'UTC';\n${statement.sql};${reset}`,
        claim,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a timestamp);',
        sql: 'ALTER TABLE t ALTER COLUMN a TYPE timestamptz;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
      {
        setup: 'CREATE TABLE t (a timestamptz(3));',
        sql: 'BEGIN;\nALTER TABLE t ALTER COLUMN a TYPE timestamp without time zone;\nCOMMIT;',
        claim: lock('ACCESS EXCLUSIVE', 'public.t'),
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a timestamp);',
        sql: "SET TIME ZONE 'UTC';\nALTER TABLE t ALTER COLUMN a TYPE timestamptz;",
      },
      {
        setup: 'CREATE TABLE t (a timestamp);',
        sql: "ALTER TABLE t ALTER COLUMN a TYPE timestamptz USING a AT TIME ZONE 'Europe/Berlin';",
      },
      { setup: 'CREATE TABLE t (a timestamp);', sql: 'ALTER TABLE t ALTER COLUMN a TYPE timestamp(6);' },
      { sql: 'CREATE TABLE t (a timestamp);\nALTER TABLE t ALTER COLUMN a TYPE timestamptz;' },
    ],
  },
});
