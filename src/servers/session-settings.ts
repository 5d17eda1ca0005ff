/** Settings that make a run repeatable: no parallel workers (they hide scans), no JIT, one time zone. */
export const SESSION = `SET max_parallel_maintenance_workers = 0; SET max_parallel_workers_per_gather = 0; SET jit = off; SET TimeZone = 'UTC'`;
