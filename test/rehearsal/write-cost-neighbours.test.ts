/** What writes cost is the same beside others that write to the same server's log, on every real server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import { measureWrites } from '../../src/rehearsal/write-cost/measure.js';
import { serviceServer } from '../../src/servers/postgres/service.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { NEWEST, OLDEST } from '../../src/sql/versions.js';
import { migrationOf } from '../support/examples.js';
import { besideNeighbours } from '../support/neighbours.js';
import { availableMajors, startService, type TestService } from '../support/postgres.js';
import { rehearseSql } from '../support/rehearse.js';

const available = availableMajors();
const grammar = await loadGrammar();

const SETUP = `CREATE TABLE p (id int PRIMARY KEY);
INSERT INTO p SELECT generate_series(1, 10);
CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text, p_id int REFERENCES p);
INSERT INTO t SELECT g, g * 7 % 1000, 'text ' || g % 10, g % 10 + 1 FROM generate_series(1, 1000) g;
CREATE TABLE audit (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit (what) VALUES (NEW.b); RETURN NULL; END $$;`;
const CHANGE = `CREATE INDEX t_a ON t (a);
CREATE INDEX t_b ON t USING gin (to_tsvector('simple', b));
CREATE TRIGGER noted AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION note();`;

const { migration, baseline } = migrationOf({ setup: SETUP, sql: CHANGE }, grammar);

// The oldest and the newest: those between count as they do.
describe.each([OLDEST, NEWEST].map((major) => ({ major, skip: !available.includes(major) })))(
  'on PostgreSQL $major',
  ({ major, skip }) => {
    let service: TestService;
    let server: Server;

    beforeAll(async () => {
      if (skip) return;
      // As a server is that others use.
      const settings = { full_page_writes: 'on', wal_level: 'replica', autovacuum: 'on' };
      service = await startService(major, undefined, { settings });
      server = await serviceServer({ databaseUrl: service.url, connectTimeout: 10, statementTimeout: 60 });
    });
    afterAll(async () => {
      await server?.close();
      await service?.stop();
    });

    async function rehearsed(maxWriteCost: number | null = null) {
      const { migrations, observations } = await rehearse(server, {
        changed: [migration],
        baseline,
        seed: [],
        queries: [],
        maxWriteCost,
      });
      return {
        costs: migrations[0]?.writeCosts,
        status: migrations[0]?.proofs.find(({ check }) => check === 'writes')?.status,
        findings: observations.filter(({ finding }) => finding.rule === 'write-cost').length,
        wal: migrations[0]?.statements.map(({ walBytes }) => walBytes),
      };
    }

    it.skipIf(skip)('is the same bytes each time, and so is what max-write-cost says', async () => {
      const { costs, wal } = await rehearsed();
      expect(costs).toMatchObject([{ table: 't', rows: 4, updates: [{ column: 'a', hotBefore: 100, hotAfter: 0 }] }]);
      const { insert, updates = [] } = costs?.[0] ?? {};
      const times = [insert, ...updates].map((cost) => (cost ? cost.after / cost.before : 0));
      const dearest = Math.max(...times);
      expect(dearest).toBeGreaterThan(2);
      // Of what a statement does in a transaction, the server can't tell what the session alone wrote.
      expect(new Set(wal)).toEqual(new Set([null]));
      await besideNeighbours(service, async () => {
        for (let time = 0; time < 3; time++) expect((await rehearsed()).costs).toEqual(costs);
        expect(await rehearsed(dearest + 0.001)).toMatchObject({ costs, status: 'proven', findings: 0 });
        expect(await rehearsed(dearest - 0.001)).toMatchObject({ costs, status: 'failed', findings: 1 });
      });
    });

    it.skipIf(skip)('tells of a statement outside transactions what its session wrote, since 18', async () => {
      const wal = async () => {
        const { up } = await rehearseSql(server, SETUP, 'CREATE INDEX CONCURRENTLY t_a ON t (a);');
        return up[0]?.walBytes ?? null;
      };
      const alone = await wal();
      if (major < 18) expect(alone).toBeNull();
      else expect(alone).toBeGreaterThan(10_000);
      await besideNeighbours(service, async () => {
        const beside = await wal();
        if (major < 18) expect(beside).toBeNull();
        // They write that much in a few milliseconds; a checkpoint makes it log pages of catalogs.
        else expect(Math.abs(Number(beside) - Number(alone))).toBeLessThan(300_000);
      });
    });

    it.skipIf(skip)('counts what a trigger writes into another table and its indexes', async () => {
      const scratch = await server.createScratch();
      try {
        const session = await scratch.connect();
        await session.query(`${SETUP} ${CHANGE}`);
        const measured = async () => {
          const cost = await scratch.asReplica(() =>
            measureWrites(session, { schema: 'public', name: 't', columns: ['a', 'p_id'] }),
          );
          return [cost?.insertBytes, cost?.updates.get('a')?.bytes, cost?.updates.get('p_id')?.bytes] as [
            number,
            number,
            number,
          ];
        };
        const plain = await measured();
        await session.query('CREATE INDEX ON audit (what)');
        const indexed = await measured();
        // An entry of a b-tree: its record's header, the page's address, the entry itself.
        for (const [at, bytes] of indexed.entries()) {
          expect(bytes - (plain[at] as number)).toBeGreaterThanOrEqual(60);
          expect(bytes - (plain[at] as number)).toBeLessThan(100);
        }
      } finally {
        await scratch.drop();
      }
    });
  },
);
