// What the probes of the application's writes cost: a change to ten tables with triggers and foreign keys, on a service server.
// Prints milliseconds of this machine, the median of seven runs.
import { MissingExtensions } from '../build/rehearsal/ground/missing-extension.js';
import { readCatalog } from '../build/rehearsal/ground/seed/catalog.js';
import { seedTables } from '../build/rehearsal/ground/seed/seed.js';
import { openStage } from '../build/rehearsal/ground/stage.js';
import { Prober } from '../build/rehearsal/probes/prober.js';
import { findPostgres } from '../build/servers/cluster/binaries.js';
import { startCluster } from '../build/servers/cluster/start.js';
import { serviceServer } from '../build/servers/postgres/service.js';

const TABLES = 10;
const names = Array.from({ length: TABLES }, (_, i) => `t${i}`);
const setup = names
  .map((name, i) => {
    const parent = i > 0 ? `, parent int NOT NULL REFERENCES t${i - 1}` : '';
    return `CREATE TABLE ${name} (id serial PRIMARY KEY, name text NOT NULL, n int CHECK (n > 0), at timestamptz NOT NULL DEFAULT now()${parent});
CREATE FUNCTION f${i}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at := now(); RETURN NEW; END $$;
CREATE TRIGGER f BEFORE INSERT OR UPDATE ON ${name} FOR EACH ROW EXECUTE FUNCTION f${i}();`;
  })
  .join('\n');
const change = names.map((name) => `ALTER TABLE ${name} ADD COLUMN extra int`).join('; ');

const found = (await findPostgres()).at(0);
if (found === undefined) throw new Error('no PostgreSQL binaries on this machine');
const port = 20000 + (process.pid % 20000);
const cluster = await startCluster({ bin: found.bin, port, password: 'bench' });
const databaseUrl = `postgres://postgres:bench@127.0.0.1:${port}/postgres`;
const server = await serviceServer({ databaseUrl, connectTimeout: 10, statementTimeout: 60 });
const times = [];
try {
  for (let run = 0; run < 7; run++) {
    const stage = await openStage(await server.createScratch(), server, new MissingExtensions(server, undefined, []));
    const { session } = stage;
    await session.query(setup);
    const seeding = await seedTables(session, { rows: 3, hints: {} });
    const deployed = await readCatalog(session);
    const prober = new Prober(session, {
      related: { tables: names, views: [] },
      deployed,
      hints: {},
      seeding,
      pastRowSecurity: (work) => work(),
    });
    const start = performance.now();
    await prober.begin();
    const before = performance.now() - start;
    await session.query(change);
    const again = performance.now();
    const { comparisons } = await prober.compare();
    times.push(before + performance.now() - again);
    const works = comparisons.filter(({ result }) => result === 'works').length;
    // INSERT in three ways, UPDATE in two, DELETE.
    if (works !== 6 * TABLES) throw new Error(`${works} of ${6 * TABLES} operations work`);
    await stage.leave();
  }
} finally {
  await server.close();
  await cluster.stop();
}
const median = times.sort((a, b) => a - b)[3] ?? 0;
console.log(
  `probes of ${TABLES} tables, before and after: ${median.toFixed(0)} ms, ${(median / TABLES).toFixed(1)} ms a table`,
);
