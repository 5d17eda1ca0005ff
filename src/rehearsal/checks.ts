/** What only a server shows. */
import { catalogue } from '../findings/check.js';
import { SHARED_CHECKS } from '../verdict/shared-checks.js';

export const { checks: REHEARSAL_CHECKS, finding: rehearsalFinding } = catalogue({
  ...SHARED_CHECKS,
  'baseline-fails': {
    harm: 'stops',
    summary: 'Postgres refuses a statement that stands before the change',
    why: 'The schema as it stands before the change is built from the earlier migrations or from the baseline files. What a failing statement would have made is missing there: what needs it can’t be rehearsed. Where nothing of the change does, it is a note.',
    fix: 'Merged migrations are left as they are. Name a dump of the schema with the setting `baseline` (`pg_dump --schema-only`), or an SQL file that makes what is missing with `bootstrap`. `rules: { baseline-fails: off }` passes over it where nothing of the change needs it.',
  },
  'migration-fails': {
    harm: 'stops',
    binding: true,
    summary: 'Postgres refuses a statement of the migration',
    why: 'The migration was run on a server as its tool would run it, and this statement failed. Where a rule explains it, the finding has that rule’s name, as an error. `ignore`, `off` and severities silence advice, never this.',
    fix: 'Mend the statement: the message holds what Postgres said.',
  },
  'down-fails': {
    harm: 'rollback',
    binding: true,
    summary: 'Postgres refuses a statement of the rollback',
    why: 'After the migration, its rollback was run on the same server, and this statement failed: there is no way back when it is needed. Like every refusal it is an error, whatever the settings and directives say.',
    fix: 'Mend the statement: the message holds what Postgres said. Often the order is wrong, or an object is dropped that was never made.',
  },
  'down-changes-object': {
    harm: 'rollback',
    summary: 'The rollback brings something back differently',
    why: 'The catalogs were compared before the migration and after its rollback: the object is there, but not as it was.',
    fix: 'Restore the definition that the message shows.',
  },
  'rollback-loses-data': {
    harm: 'decision',
    summary: 'The rollback restores the schema but not its data',
    why: 'The migration and its rollback were run on tables with rows. The schema is back afterwards; values that were there before are not.',
    fix: 'Keep the old data until the change has proven itself: rename or leave the column, copy its values aside, and drop them in a later migration. Where the loss is meant, say so: `-- migration-safety: irreversible <reason>`',
  },
  'down-fails-with-new-data': {
    harm: 'decision',
    summary: 'The rollback fails once the application has written new data',
    why: 'The new schema allows rows that the old one doesn’t. Such a row was written after the migration, and the rollback failed on it: after a while in production there is no way back.',
    fix: 'Let the rollback deal with such rows first (convert them, or move them aside), or leave the wider form in place when rolling back.',
  },
  'rerun-fails': {
    harm: 'rollback',
    summary: 'The migration can’t be applied again after its rollback',
    why: 'After migration and rollback, the migration was applied a second time. It failed, or it led to another schema.',
    fix: 'Make the rollback complete: what it leaves is in the way of the next attempt.',
  },
  'rerun-fails-halfway': {
    harm: 'note',
    summary: 'After a failure halfway the migration can’t be run again',
    why: 'The migration doesn’t run in one transaction: when a statement fails, those before it stay. The rehearsal stopped it there and ran it again from its beginning, as a migration tool does, and it failed on what was there already. Somebody then has to repair the schema by hand.',
    fix: 'Put each statement that can’t run in a transaction into a migration of its own, or write the statements so that they can be repeated: DROP INDEX CONCURRENTLY IF EXISTS before CREATE INDEX CONCURRENTLY, IF NOT EXISTS elsewhere.',
  },
  'rerun-hides-failure': {
    harm: 'decision',
    summary: 'After a failure halfway a second run reports success and leaves something wrong',
    why: 'The rehearsal stopped the migration at a statement and ran it again, as a migration tool does. The second run succeeded, but the schema is not what an undisturbed run leads to: IF NOT EXISTS, for example, takes an index that was left invalid for the one that it should build.',
    fix: 'Drop the remains first: `DROP INDEX CONCURRENTLY IF EXISTS <index>;` then `CREATE INDEX CONCURRENTLY <index>` without IF NOT EXISTS.',
  },
  'rollback-hides-failure': {
    harm: 'decision',
    summary: 'After a failure halfway the rollback reports success and leaves something behind',
    why: 'The rehearsal stopped the migration at a statement and ran its rollback. The rollback succeeded, but the schema is not what it was before the migration: an index that was left invalid, for example, is there for DROP INDEX and not for a query that looks for valid ones.',
    fix: 'Drop whatever the migration may have left, in whatever state: DROP … IF EXISTS, without asking the catalogs first.',
  },
  'invalid-index': {
    harm: 'stops',
    summary: 'The migration leaves an invalid index',
    why: 'Postgres marks an index invalid when building it failed: no query uses it, every write still pays for it.',
    fix: 'Drop it with DROP INDEX CONCURRENTLY and build it again.',
  },
  'blocking-scan': {
    harm: 'blocks',
    summary: 'A statement blocks reads or writes for a time that grows with the table',
    why: 'The server was seen to hold a lock that stops reads or writes of the table while it read all of it, rewrote it or built an index. On an empty table that is instant; in production it lasts as long as the work does.',
    fix: 'Split the step into one that takes the lock for a moment and one that does the work under a weaker lock: CREATE INDEX CONCURRENTLY; NOT VALID, then VALIDATE CONSTRAINT in a later transaction; a new column filled in batches.',
  },
  'lock-on-unnamed-table': {
    harm: 'decision',
    summary: 'A statement locks a table that it doesn’t name',
    why: 'Adding or dropping a foreign key locks the referenced table too, attaching a partition locks the default partition, dropping a table locks what it references. Who reads the SQL doesn’t see that a busy table is touched.',
    fix: 'Set a short lock_timeout and retry, and keep the statement in a transaction of its own.',
  },
  'lock-order': {
    harm: 'decision',
    summary: 'Two migrations lock the same tables in opposite order',
    why: 'When both run at the same time, each can hold what the other waits for. Postgres then cancels one of them (SQLSTATE 40P01).',
    fix: 'Lock the tables in the same order everywhere, or one table in a transaction.',
  },
  'constraint-not-validated': {
    harm: 'note',
    summary: 'A constraint is left unvalidated',
    why: 'A NOT VALID constraint holds for new rows only; the planner can’t rely on it, and SET NOT NULL still scans the table.',
    fix: 'Validate it in a later migration: ALTER TABLE … VALIDATE CONSTRAINT …;',
  },
  'fails-with-rows': {
    harm: 'stops',
    summary: 'A statement succeeds on empty tables and fails once there are rows',
    why: 'The migration was run a second time on tables that hold a few rows, and this statement failed there.',
    fix: 'Make the statement work for the rows that production has: a default, a backfill before it, a cast that fits.',
  },
  'unwritten-loss': {
    harm: 'loses',
    summary: 'A statement takes away what its SQL doesn’t say',
    why: 'What a block builds at run time, a function or procedure that is called, DROP OWNED, CASCADE or a trigger can drop, rename or empty what no line of the migration names, and no rule has read. The rehearsal compared the catalogs around each statement, and the rows of a second run: a table, column, view, constraint, policy or trigger that was there before the change was gone after it, row level security was off, or old rows were deleted.',
    fix: 'Write plainly what is to go, statement by statement, and take the steps that the rules for it name. Where it is not meant to go, mend the condition by which the code finds it.',
  },
  'unwritten-access-change': {
    harm: 'loses',
    summary: 'Who may do what changes without a statement that says so',
    why: 'The catalogs were compared before the migration and after it: privileges, owners, policies, row level security, options of views and attributes of functions. What differs is named by no statement. A block or a function that is called grants or revokes it, or REVOKE … CASCADE takes it from roles that had it at second hand.',
    fix: 'Write the GRANT, REVOKE or ALTER plainly, with the role and the object, or mend the code so that it leaves them alone. After REVOKE … CASCADE, grant again what others still need.',
  },
  'privilege-revoked': {
    harm: 'decision',
    summary: 'A role loses a privilege that it had',
    why: 'The catalogs were compared before the migration and after it. The role had the privilege, and has it neither by itself, nor through PUBLIC or a role that it is a member of any more. Queries that need it fail at once with SQLSTATE 42501, also in sessions that are open.',
    fix: 'Make sure that no release that is running needs it: deploy first the code that does without.',
  },
  'replica-identity-index-gone': {
    harm: 'decision',
    summary: 'REPLICA IDENTITY names an index that is gone',
    why: 'The table says that its rows are told apart by an index, and the migration dropped that index or swapped it for another one. Postgres then treats the table as one without identity: where a publication holds it, and publications are often made outside of migrations, every UPDATE and DELETE fails with SQLSTATE 55000.',
    fix: 'Build the new index first, name it with ALTER TABLE … REPLICA IDENTITY USING INDEX, and drop the old one after that.',
  },
  'sequence-narrower-than-column': {
    harm: 'decision',
    summary: 'A sequence ends before the column that it counts for',
    why: 'ALTER COLUMN … TYPE bigint widens the column and leaves the sequence of a serial, or of a default of your own, an integer: at 2,147,483,647 nextval fails (SQLSTATE 2200H), and every INSERT with it, which is the outage that the wider column is to prevent. The sequence of an identity column changes its type with the column.',
    fix: 'ALTER SEQUENCE … AS bigint in the same migration. It changes one row of the catalog.',
  },
  'sequence-behind-rows': {
    harm: 'breaks',
    summary: 'A sequence will give numbers that rows have already',
    why: 'Rows that bring their own number into a serial or identity column don’t move its sequence, and neither does a copy of a table into one with a sequence of its own. The sequence was read after the migration beside the highest number in the table: an INSERT that leaves the number to it fails with SQLSTATE 23505, or, without a unique key, two rows have one number.',
    fix: 'Leave the number to the sequence where nothing depends on it. Else set the sequence in the same migration: SELECT setval(pg_get_serial_sequence(…), max(id)) FROM ….',
  },
  'integer-key-fills-up': {
    harm: 'decision',
    summary: 'An integer key has used up most of its numbers',
    why: 'The statistics of production, which the setting statistics names, hold the highest number of the column or at least how many rows there are: a serial or identity column has come to half of what its type holds, or further. At the end nextval fails and every INSERT with it, and widening the column then writes the whole table anew. Numbers of rows that are gone are not given again.',
    fix: 'Plan the change to bigint while there is time: a second column that a trigger fills, a backfill in batches, then the swap of the two.',
  },
  'rehearsal-stopped': {
    harm: 'stops',
    summary: 'The rehearsal did not come to its end',
    why: 'The server was lost, or the time for the whole run was used up. What was found until then is reported; what comes after was not checked, and an unfinished check is no pass.',
    fix: 'See what the message says: a statement that runs for ever, a limit that is too low, a history that is too long (give a schema dump as `baseline`).',
  },
  'write-cost': {
    harm: 'stops',
    summary: 'Writes become dearer than the settings allow',
    why: 'The rehearsal measured how many bytes of WAL an insert and an update write, before the migration and after it. Every index and trigger makes each write dearer, for as long as it stands.',
    fix: 'Drop an index that the new one makes redundant, leave out one that no query uses, or raise max-write-cost where the price is right.',
  },
  'index-made-redundant': {
    harm: 'note',
    summary: 'Of two indexes, one does all that the other does',
    why: 'The catalogs were read after the migration: the keys of one index are the first keys of another, with the same operator classes, collations and directions, on the same rows. The spare one only costs: space, cache, and time at each INSERT and UPDATE. Indexes that hold uniqueness, a constraint or a replica identity are never named.',
    fix: 'Drop the one that is spare, in a later migration.',
  },
  'query-breaks': {
    harm: 'breaks',
    summary: 'A query of the application doesn’t work on the new schema',
    why: 'The query was prepared on the old schema and on the new one, and the new one refuses it. While a deployment runs, the old code still sends it.',
    fix: 'Deploy in two steps: first code that no longer needs what goes away, then the migration. For a rename, keep both names for a while: a new column that a trigger keeps equal, or a view under the old name.',
  },
  'query-breaks-where-prepared': {
    harm: 'decision',
    summary: 'Connections that prepared a query before the migration refuse it after it',
    why: 'A prepared statement keeps the columns of its result. When the migration changes them (SELECT * and a new column are enough), Postgres answers “cached plan must not change result type” until the connection is made anew.',
    fix: 'Name the columns instead of SELECT *, or have the application reconnect, or run DISCARD PLANS and prepare again, after the migration.',
  },
  'validation-fails': {
    harm: 'stops',
    summary: 'A validation query fails',
    why: 'The query was run after the migration. Postgres refused it, or it didn’t return what it is expected to return.',
    fix: 'Mend the migration if the expectation is right, else the query or its expectation.',
  },
  'replacement-loses-protection': {
    harm: 'loses',
    summary: 'An object that replaces another one lacks privileges, constraints or other protection',
    why: 'A table that is swapped in, and a view, function, type or policy that is dropped and made anew, begins without what the old one had: privileges, owner, row security and its policies, triggers, constraints, foreign keys that lead to it, views that CASCADE took along. The catalogs were compared before the change and after it.',
    fix: 'Carry over in the same transaction what the message names. CREATE OR REPLACE keeps it, where that is possible.',
  },
  'replacement-loses-attribute': {
    harm: 'decision',
    summary: 'An object that replaces another one lacks comments, indexes, defaults or settings',
    why: 'A table that is swapped in, and a view, function or type that is dropped and made anew, begins without what the old one had: indexes, defaults, owned sequences, comments, storage options, statistics, replica identity, publications. The catalogs were compared before the change and after it.',
    fix: 'Carry over what the message names; CREATE TABLE … (LIKE … INCLUDING ALL) brings much of it.',
  },
  'swap-loses-rows': {
    harm: 'loses',
    summary: 'Rows that are written while a table is swapped are lost',
    why: 'The rows of a table are copied into a new one that takes its name afterwards. What others write to the old table after the copy has begun is not in the new one, unless writers are locked out from before the copy until the swap commits, or a trigger carries their writes over.',
    fix: 'Lock the table in SHARE mode or a stronger one before the copy, and copy and swap in that transaction; or let a trigger on the old table write to the new one from before the copy.',
  },
});

export type RehearsalCheck = keyof typeof REHEARSAL_CHECKS;
