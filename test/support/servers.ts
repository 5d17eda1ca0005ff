/** Every server that tests run on: PostgreSQL 15 to 18 from npm, and the embedded one. */

import { localServer } from '../../src/servers/cluster/local.js';
import { embeddedServer } from '../../src/servers/embedded/embedded.js';
import type { Limits } from '../../src/servers/limits.js';
import type { Server } from '../../src/servers/server.js';
import { MAJORS, NEWEST } from '../../src/sql/versions.js';
import { availableMajors, postgresBin, startPostgres } from './postgres.js';

export interface TestServer {
  name: string;
  major: number;
  /** This platform has no binaries of it: its tests count as skipped. */
  skip: boolean;
  real: boolean;
  /** The worker's, which goes with the worker: closing it does nothing. */
  start(): Promise<Server>;
  /** A server of its own with these limits. */
  limited(limits: Limits): Promise<Server>;
}

const available = availableMajors();

const started = new Map<string, Promise<Server>>();

/** Starts it for the first test file that asks. Its process ends with the worker's, however that ends. */
async function ofTheWorker(name: string, start: () => Promise<Server>): Promise<Server> {
  const starting = started.get(name) ?? start();
  started.set(name, starting);
  const close = async () => {};
  return new Proxy(await starting, {
    get(server, key) {
      if (key === 'close') return close;
      const value = Reflect.get(server, key);
      return typeof value === 'function' ? value.bind(server) : value;
    },
  });
}

export const SERVERS: TestServer[] = [
  ...MAJORS.map((major) => ({
    name: `PostgreSQL ${major}`,
    major,
    skip: !available.includes(major),
    real: true,
    start: () => ofTheWorker(`PostgreSQL ${major}`, () => startPostgres(major)),
    limited: (limits: Limits) => localServer({ bin: postgresBin(major), target: major, ...limits }),
  })),
  {
    name: 'the embedded server',
    major: NEWEST,
    skip: false,
    real: false,
    start: () => ofTheWorker('embedded', () => embeddedServer({ statementTimeout: 20 })),
    limited: embeddedServer,
  },
];
