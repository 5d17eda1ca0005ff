/** What can be reported without a rule of its own: by the parser, by the directives, and by the rehearsal. */
import type { Check, Finding, Location } from './model.js';

export const BUILT_IN = {
  'syntax-error': {
    severity: 'error',
    summary: 'Postgres’ grammar refuses the statement',
    why: 'A statement that doesn’t parse can’t run. The rest of the file and the other files are checked all the same.',
    fix: 'Mend the statement at the place that the message names. psql’s backslash commands are not SQL: a migration tool can’t send them.',
  },
  'unreadable-file': {
    severity: 'error',
    summary: 'A migration file can’t be read as text',
    why: 'The file is missing, may not be read, or is not UTF-8, so nothing in it could be checked.',
    fix: 'Save the file as UTF-8 text with rights to read it.',
  },
  'empty-migration': {
    severity: 'warning',
    summary: 'A migration holds no statement',
    why: 'An empty script is recorded as applied although it did nothing; usually the SQL went elsewhere or was never saved.',
    fix: 'Write the statements, or delete the file.',
  },
  'invalid-directive': {
    severity: 'warning',
    summary: 'A directive that can’t be understood ignores nothing',
    why: 'A misspelt rule or a missing reason would otherwise look as if the finding had been dealt with.',
    fix: 'Write `-- migration-safety: ignore <rule>[, <rule>] <reason>` above the statement, or `ignore-file <rule> <reason>`.',
  },
  'unused-ignore': {
    severity: 'warning',
    summary: 'An ignore directive matches no finding',
    why: 'A directive that outlives its reason hides the next finding of that rule.',
    fix: 'Delete the directive.',
  },
  'baseline-fails': {
    severity: 'error',
    summary: 'The baseline can’t be built, so nothing after it could be rehearsed',
    why: 'The schema as it stands before the change is built from the earlier migrations or from the baseline files. Where one of them fails, there is nothing to apply the change to.',
    fix: 'Mend the file, or name a schema dump with the setting `baseline`.',
  },
  'migration-fails': {
    severity: 'error',
    summary: 'Postgres refuses a statement of the migration',
    why: 'The migration was run on a server as its tool would run it, and this statement failed.',
    fix: 'Mend the statement: the message holds what Postgres said.',
  },
  'down-fails': {
    severity: 'error',
    summary: 'Postgres refuses a statement of the rollback',
    why: 'After the migration, its rollback was run on the same server, and this statement failed: there is no way back when it is needed.',
    fix: 'Mend the statement: the message holds what Postgres said. Often the order is wrong, or an object is dropped that was never made.',
  },
  'down-loses-object': {
    severity: 'error',
    summary: 'The rollback drops something that was there before the migration',
    why: 'The catalogs were compared before the migration and after its rollback: the object was there before and is gone.',
    fix: 'Create it again in the rollback, or don’t drop it.',
  },
  'down-changes-object': {
    severity: 'error',
    summary: 'The rollback brings something back differently',
    why: 'The catalogs were compared before the migration and after its rollback: the object is there, but not as it was.',
    fix: 'Restore the definition that the message shows.',
  },
  'rerun-fails': {
    severity: 'error',
    summary: 'The migration can’t be applied again after its rollback',
    why: 'After migration and rollback, the migration was applied a second time. It failed, or it led to another schema.',
    fix: 'Make the rollback complete: what it leaves is in the way of the next attempt.',
  },
  'invalid-index': {
    severity: 'error',
    summary: 'The migration leaves an invalid index',
    why: 'Postgres marks an index invalid when building it failed: no query uses it, every write still pays for it.',
    fix: 'Drop it with DROP INDEX CONCURRENTLY and build it again.',
  },
  'blocking-scan': {
    severity: 'error',
    summary: 'A statement blocks reads or writes for a time that grows with the table',
    why: 'The server was seen to hold a lock that stops reads or writes of the table while it read all of it, rewrote it or built an index. On an empty table that is instant; in production it lasts as long as the work does.',
    fix: 'Split the step into one that takes the lock for a moment and one that does the work under a weaker lock: CREATE INDEX CONCURRENTLY; NOT VALID, then VALIDATE CONSTRAINT in a later transaction; a new column filled in batches.',
  },
  'lock-held-during-scan': {
    severity: 'error',
    summary: 'A transaction holds a strong lock while a later statement works through a table',
    why: 'Locks are kept to the end of the transaction. Each later statement that reads or writes many rows makes everybody wait who needs the locked table.',
    fix: 'Put the statement that takes the lock and the one that does the work into two transactions, the work first where that is possible.',
  },
  'lock-on-unnamed-table': {
    severity: 'warning',
    summary: 'A statement locks a table that it doesn’t name',
    why: 'Adding or dropping a foreign key locks the referenced table too, attaching a partition locks the default partition, dropping a table locks what it references. Who reads the SQL doesn’t see that a busy table is touched.',
    fix: 'Set a short lock_timeout and retry, and keep the statement in a transaction of its own.',
  },
  'no-lock-timeout': {
    severity: 'warning',
    summary: 'Without lock_timeout a waiting lock makes everybody wait',
    why: 'A lock request that waits behind a long query lets nobody pass who comes after it. Even a change that takes a millisecond then stops the table for as long as that query runs.',
    fix: "Set a limit before the first lock and retry when it is hit:\nSET lock_timeout = '2s';",
  },
  'lock-order': {
    severity: 'warning',
    summary: 'Two migrations lock the same tables in opposite order',
    why: 'When both run at the same time, each can hold what the other waits for. Postgres then cancels one of them (SQLSTATE 40P01).',
    fix: 'Lock the tables in the same order everywhere, or one table in a transaction.',
  },
  'constraint-not-validated': {
    severity: 'info',
    summary: 'A constraint is left unvalidated',
    why: 'A NOT VALID constraint holds for new rows only; the planner can’t rely on it, and SET NOT NULL still scans the table.',
    fix: 'Validate it in a later migration: ALTER TABLE … VALIDATE CONSTRAINT …;',
  },
  'fails-with-rows': {
    severity: 'error',
    summary: 'A statement succeeds on empty tables and fails once there are rows',
    why: 'The migration was run a second time on tables that hold a few rows, and this statement failed there.',
    fix: 'Make the statement work for the rows that production has: a default, a backfill before it, a cast that fits.',
  },
  'rehearsal-stopped': {
    severity: 'error',
    summary: 'The rehearsal did not come to its end',
    why: 'The server was lost, or the time for the whole run was used up. What was found until then is reported; what comes after was not checked, and an unfinished check is no pass.',
    fix: 'See what the message says: a statement that runs for ever, a limit that is too low, a history that is too long (give a schema dump as `baseline`).',
  },
  'validation-fails': {
    severity: 'error',
    summary: 'A validation query fails',
    why: 'The query was run after the migration. Postgres refused it, or it didn’t return what it is expected to return.',
    fix: 'Mend the migration if the expectation is right, else the query or its expectation.',
  },
} as const satisfies Record<string, Omit<Check, 'id'>>;

export type BuiltInId = keyof typeof BUILT_IN;

/** A finding of a check that has no rule file; its help is the check's unless `extra` says better. */
export function builtInFinding(
  rule: BuiltInId,
  location: Location,
  message: string,
  extra: Partial<Finding> = {},
): Finding {
  const { severity, fix } = BUILT_IN[rule];
  return { rule, severity, evidence: 'static', help: fix, ...location, message, ...extra };
}
