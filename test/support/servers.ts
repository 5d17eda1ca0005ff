/** Every server that tests run on: PostgreSQL 15 to 18 from npm, and the embedded one. */
import { embeddedServer } from '../../src/rehearsal/servers/embedded.js';
import type { Server } from '../../src/rehearsal/servers/server.js';
import { availableMajors, MAJORS, startPostgres } from './postgres.js';

export interface TestServer {
  name: string;
  /** This platform has no binaries of it: its tests count as skipped. */
  skip: boolean;
  real: boolean;
  start(): Promise<Server>;
}

const available = availableMajors();

export const SERVERS: TestServer[] = [
  ...MAJORS.map((major) => ({
    name: `PostgreSQL ${major}`,
    skip: !available.includes(major),
    real: true,
    start: () => startPostgres(major),
  })),
  { name: 'the embedded server', skip: false, real: false, start: () => embeddedServer({ statementTimeout: 20 }) },
];
