/**
 * Every query of ours that reads catalogs, as people write it. What is sent is `qualified.ts`, which `npm run generate` makes
 * of it: each name and operator with its schema.
 */
import { COUNTERS } from './counters.js';
import { COLUMNS, SHAPE } from './data.js';
import { REDUNDANT_INDEXES } from './indexes.js';
import { PUBLISHED_TABLES } from './replication.js';
import { EXPRESSIONS } from './restore.js';
import { SEED_CATALOG } from './seed.js';
import { SERVER_QUERIES } from './server.js';
import { SNAPSHOT } from './snapshot/index.js';
import { STATISTICS_QUERIES } from './statistics.js';
import { STORED_CODE_QUERIES } from './stored-code.js';
import { TRACE_QUERIES } from './trace.js';

export const QUERIES = {
  /** Of each piece, `$1`: the role of the change; empty where it is the session's own. `$2`: the oids that are wanted; empty for all. */
  ...SNAPSHOT,
  columns: COLUMNS,
  shape: SHAPE,
  counters: COUNTERS,
  /** `$1`: the new indexes. */
  'redundant indexes': REDUNDANT_INDEXES,
  'published tables': PUBLISHED_TABLES,
  'seed catalog': SEED_CATALOG,
  ...TRACE_QUERIES,
  ...SERVER_QUERIES,
  ...STATISTICS_QUERIES,
  ...STORED_CODE_QUERIES,
  'stored expressions': EXPRESSIONS,
};
