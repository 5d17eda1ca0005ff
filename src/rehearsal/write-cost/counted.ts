/**
 * Functions that count what one write of this session alone adds to the log. Positions in the log are the whole server's; EXPLAIN
 * counts what the session wrote, and around a function also what triggers wrote once the statement was done.
 */
import { literal } from '../../sql/quote.js';

/** Two may have met with the same by chance. */
const LEAST_TRIES = 3;
/** Under load a checkpoint may come between any two. */
const MOST_TRIES = 50;

/** Ends a try, and undoes it. */
const UNDO = `RAISE EXCEPTION USING ERRCODE = 'MS000'`;
const UNDONE = `EXCEPTION WHEN SQLSTATE 'MS000' THEN NULL`;

const replicationRole = (role: string) => `PERFORM pg_catalog.set_config('session_replication_role', '${role}', true)`;

/** Of EXPLAIN's answer; null where it has no such figure. */
const figure = (name: string) =>
  `(explained OPERATOR(pg_catalog.->) 0 OPERATOR(pg_catalog.->) 'Plan' OPERATOR(pg_catalog.->>) '${name}')::pg_catalog.int8`;

const EXPLAIN = `EXPLAIN (ANALYZE, WAL, TIMING off, COSTS off, BUFFERS off, SUMMARY off, FORMAT JSON)
  SELECT pg_temp.migration_safety_run($1, $2, $3)`;

/** A write that touches no row counts as refused: there would be nothing to count. */
const RUN = `CREATE OR REPLACE FUNCTION pg_temp.migration_safety_run(write pg_catalog.text, chosen pg_catalog.int8, place pg_catalog.tid)
RETURNS pg_catalog.void LANGUAGE plpgsql AS ${literal(`
DECLARE written pg_catalog.int8;
BEGIN
  EXECUTE write USING chosen, place;
  GET DIAGNOSTICS written = ROW_COUNT;
  IF written OPERATOR(pg_catalog.=) 0 THEN RAISE EXCEPTION 'no row was written'; END IF;
END`)}`;

/**
 * Takes a row out without firing triggers, does `prepare`, then `write`, and undoes that. What comes once in a while (a page's
 * image after a checkpoint, a page that is split or cleared up, a sequence's next values) is in the log of one try and not
 * of the next: what counts is the least that two tries without images of pages wrote; `bytes` is null where there is no
 * such number. `chosen`: the row that is taken out. `given`: the one that `write` takes its values from.
 */
const COUNT = `CREATE OR REPLACE FUNCTION pg_temp.migration_safety_count(relation pg_catalog.oid, take pg_catalog.text, prepare pg_catalog.text,
  write pg_catalog.text, chosen pg_catalog.int8, given pg_catalog.int8,
  OUT bytes pg_catalog.int8, OUT updated pg_catalog.int8, OUT hot pg_catalog.int8)
LANGUAGE plpgsql AS ${literal(`
DECLARE
  place pg_catalog.tid;
  explained pg_catalog.json;
  seen pg_catalog.int8[] := '{}';
  wrote pg_catalog.int8;
  least pg_catalog.int8;
  updated_before pg_catalog.int8;
  hot_before pg_catalog.int8;
BEGIN
  ${replicationRole('replica')};
  EXECUTE take USING chosen;
  ${replicationRole('origin')};
  FOR try IN 1 .. ${MOST_TRIES} LOOP
    explained := NULL;
    BEGIN
      IF prepare IS NOT NULL THEN EXECUTE prepare INTO place USING chosen; END IF;
      updated_before := pg_catalog.pg_stat_get_xact_tuples_updated(relation);
      hot_before := pg_catalog.pg_stat_get_xact_tuples_hot_updated(relation);
      EXECUTE ${literal(EXPLAIN)} INTO explained USING write, given, place;
      ${UNDO};
    ${UNDONE};
    END;
    updated := pg_catalog.pg_stat_get_xact_tuples_updated(relation) OPERATOR(pg_catalog.-) updated_before;
    hot := pg_catalog.pg_stat_get_xact_tuples_hot_updated(relation) OPERATOR(pg_catalog.-) hot_before;
    wrote := ${figure('WAL Bytes')};
    EXIT WHEN wrote IS NULL;
    CONTINUE WHEN ${figure('WAL FPI')} OPERATOR(pg_catalog.<>) 0;
    IF wrote OPERATOR(pg_catalog.=) ANY (seen) THEN bytes := LEAST(bytes, wrote); END IF;
    seen := pg_catalog.array_append(seen, wrote);
    least := LEAST(least, wrote);
    EXIT WHEN bytes OPERATOR(pg_catalog.=) least AND pg_catalog.cardinality(seen) OPERATOR(pg_catalog.>=) ${LEAST_TRIES};
  END LOOP;
END`)}`;

/** Once for a session: it keeps the plans of each function that it ever ran, and looks through them at every change of a table. */
export const COUNTING = [RUN, COUNT].join(';\n');

/** Where the session is the change's own, as on an embedded server, nothing of ours stays in it. */
export const NO_COUNTING = 'DROP FUNCTION IF EXISTS pg_temp.migration_safety_count, pg_temp.migration_safety_run';
