/** Every proof, in the order of the checklist. */

import access from './access.js';
import application from './application.js';
import applied from './applied.js';
import bloat from './bloat.js';
import counters from './counters.js';
import data from './data.js';
import objects from './objects.js';
import plans from './plans.js';
import probes from './probes.js';
import type { ProofDefinition } from './proof.js';
import queries from './queries.js';
import queryRuns from './query-runs.js';
import replication from './replication.js';
import rerun from './rerun.js';
import restore from './restore.js';
import rollback from './rollback.js';
import storedCode from './stored-code.js';
import validation from './validation.js';
import writes from './writes.js';

export const PROOFS: readonly ProofDefinition[] = [
  applied,
  objects,
  access,
  replication,
  counters,
  rollback,
  data,
  rerun,
  validation,
  plans,
  queries,
  queryRuns,
  storedCode,
  restore,
  probes,
  application,
  writes,
  bloat,
];
