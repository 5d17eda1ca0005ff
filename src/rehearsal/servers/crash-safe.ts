/** What a data folder that was copied while its server ran doesn't bring back: starting from it is recovery from a crash. */

/** Finds what recovery empties, or what only its own server can go on with. No row: a copy has all that there is. */
export const NOT_AFTER_A_CRASH = `
  select 1 from pg_catalog.pg_class where relpersistence = 'u'
  union all select 1 from pg_catalog.pg_replication_slots
  union all select 1 from pg_catalog.pg_prepared_xacts`;
