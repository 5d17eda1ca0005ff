/**
 * The catalogs as text, one row for each object: kind, the parts of its name, those of the table that it belongs to, its oid,
 * its attributes. Meant to run with an empty search_path, so that every name in an attribute is qualified. The oid tells only
 * which object is which in one database; attributes have no oids, no positions, no counters, no storage.
 */
import { PROGRAM_QUERIES } from './programs.js';
import { RARE_QUERIES } from './rare.js';
import { RELATION_QUERIES } from './relations.js';
import { SHARED_QUERIES } from './shared.js';

export const SNAPSHOT_QUERIES: readonly string[] = [
  ...RELATION_QUERIES,
  ...PROGRAM_QUERIES,
  ...SHARED_QUERIES,
  ...RARE_QUERIES,
];

/** All of it. The empty first branch gives the columns their type: a name would cut what is longer than 63 bytes. */
export const SNAPSHOT = [
  'SELECT NULL::text, NULL::text, NULL::text, NULL::text, NULL::text WHERE false',
  ...SNAPSHOT_QUERIES,
]
  .map((query) => `(${query})`)
  .join('\nUNION ALL\n');
