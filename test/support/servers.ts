/** Every server that tests run on: PostgreSQL 15 to 18 from npm, and the embedded one. */

import { localServer } from '../../src/servers/cluster/local.js';
import { embeddedServer } from '../../src/servers/embedded/embedded.js';
import type { Limits } from '../../src/servers/limits.js';
import type { Server } from '../../src/servers/server.js';
import { MAJORS } from '../../src/sql/versions.js';
import { availableMajors, postgresBin, startPostgres } from './postgres.js';

export interface TestServer {
  name: string;
  /** This platform has no binaries of it: its tests count as skipped. */
  skip: boolean;
  real: boolean;
  start(): Promise<Server>;
  /** A server of its own with these limits. */
  limited(limits: Limits): Promise<Server>;
}

const available = availableMajors();

export const SERVERS: TestServer[] = [
  ...MAJORS.map((major) => ({
    name: `PostgreSQL ${major}`,
    skip: !available.includes(major),
    real: true,
    start: () => startPostgres(major),
    limited: (limits: Limits) => localServer({ bin: postgresBin(major), target: major, ...limits }),
  })),
  {
    name: 'the embedded server',
    skip: false,
    real: false,
    start: () => embeddedServer({ statementTimeout: 20 }),
    limited: embeddedServer,
  },
];
