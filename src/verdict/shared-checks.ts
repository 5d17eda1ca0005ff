/** What a rule predicts and the rehearsal observes, under one name. */
import type { Check } from '../findings/check.js';

export const SHARED_CHECKS = {
  'down-leaves-object': {
    harm: 'rollback',
    summary: 'The rollback leaves behind something that the migration created',
    why: `A rollback that forgets an object doesn’t go back: the index still costs every write, the next attempt to migrate
fails because the name is taken, or IF NOT EXISTS hides that it is. The schema then differs between environments.`,
    fix: 'Drop in the rollback, in reverse order, everything that the migration creates.',
  },
  'down-loses-object': {
    harm: 'loses',
    summary: 'The rollback doesn’t bring back something that was there before the migration',
    why: `What the migration drops, the release before it may still need: a rollback that forgets it doesn’t go back. Much goes without
being named: the indexes and constraints of a dropped column, the triggers and policies of a dropped table, the views that
CASCADE takes along. Adding the column or the table again doesn’t bring them back.`,
    fix: `Create in the rollback everything that the migration drops, with what belonged to it, and drop nothing there that was
older. Where it is meant to be gone for good, leave the rollback out and say so in the migration:
\`-- migration-safety: irreversible <reason>\`. Tools that want a file for it take one that holds nothing but \`-- irreversible: <reason>\`.`,
  },
  'lock-held-during-scan': {
    harm: 'blocks',
    summary: 'A transaction holds a strong lock while a later statement works through a table',
    why: 'Locks are kept to the end of the transaction. Each later statement that reads or writes many rows makes everybody wait who needs the locked table.',
    fix: 'Put the statement that takes the lock and the one that does the work into two transactions, the work first where that is possible.',
  },
  'published-table-refuses-writes': {
    harm: 'breaks',
    summary: 'A published table refuses UPDATE and DELETE',
    why: `Logical replication has to name the row that was changed. A table that a publication holds, and that has neither a primary key nor
another replica identity, refuses every UPDATE and DELETE that the publication sends with SQLSTATE 55000: in the application’s own
sessions on the publisher, whatever \`wal_level\` is, whether anybody subscribes or not. A publication of some columns or rows asks
for an identity that lies within them (42P10).`,
    fix: `Add the primary key before the table joins the publication, and change the key in one ALTER TABLE (DROP CONSTRAINT, ADD
CONSTRAINT … PRIMARY KEY USING INDEX). Where there is none, name a unique index on NOT NULL columns with REPLICA IDENTITY USING
INDEX, or use REPLICA IDENTITY FULL.`,
  },
  'policy-without-row-security': {
    harm: 'decision',
    summary: 'A policy on a table whose row level security is off does nothing',
    why: `CREATE POLICY says who sees which rows, and ENABLE ROW LEVEL SECURITY makes it count. Without that no policy of the table is asked:
each role with a GRANT reads and writes the rows of everybody, and no query fails.`,
    fix: `Add ALTER TABLE … ENABLE ROW LEVEL SECURITY to the migration that makes the first policy. Where the application logs in as the
table’s owner, FORCE ROW LEVEL SECURITY as well.`,
  },
  'no-lock-timeout': {
    harm: 'decision',
    summary: 'Without lock_timeout a waiting lock makes everybody wait',
    why: 'A lock request that waits behind a long query lets nobody pass who comes after it. Even a change that takes a millisecond then stops the table for as long as that query runs.',
    fix: "Set a limit before the first lock, and run the migration again when it is hit:\n`SET lock_timeout = '2s';`",
  },
} as const satisfies Record<string, Omit<Check, 'id'>>;
