/** Every kind of object: what a rollback leaves is seen, what it restores is not, and nothing stays behind on the server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { startPostgres } from '../../support/postgres.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';
import { OWNER, SETUP, SUPERUSER } from './kinds.js';

const ENDS = SERVERS.filter(({ name }) => /15|18|embedded/.test(name));

for (const { name, skip, real, start } of ENDS) {
  const major = Number(/\d+/.exec(name)?.[0]);
  const superuser = () => startPostgres(major, { superuser: true });
  const ways = real
    ? [
        { as: 'a role', begin: start, kinds: OWNER },
        { as: 'a superuser', begin: superuser, kinds: SUPERUSER },
      ]
    : [{ as: 'a superuser', begin: start, kinds: [...OWNER, ...SUPERUSER] }];

  describe.each(ways)(`on ${name}, as $as`, ({ as, begin, kinds }) => {
    let server: Server;
    beforeAll(async () => {
      if (!skip) server = as === 'a role' || !real ? recycled(await begin()) : await begin();
    });
    afterAll(() => server?.close());

    it.skipIf(skip).each(kinds)('$what', async ({ up, down, left, repaired }) => {
      const { report, rehearsal } = await rehearseSql(server, SETUP, up, { down, transaction: 'per-script' });
      expect(
        rehearsal.observations
          .map(({ finding }) => finding.message)
          .filter((words) => /^The (migration|rollback) fails/.test(words)),
      ).toEqual([]);
      expect(report.rollback.differences).toEqual([]);
      expect(report.rerun.differences).toEqual([]);
      expect(report.rollback.verdict).toMatch(/^reversible/);
      expect(report.rerun.verdict).toBe('repeatable');
      const bad = await rehearseSql(server, SETUP, up, { down: 'SELECT 1;', transaction: 'per-script' });
      const found = bad.report.rollback.differences.map(({ change, kind, name }) => `${change} ${kind} ${name}`);
      expect(found.map((words) => words.replace(/for role \S+/, 'for role …'))).toEqual(left);
      const lines = bad.report.rollback.missingSql?.split('\n') ?? [];
      const remain = lines.filter((line) => line.startsWith('-- still different'));
      expect(found.length - remain.length).toBe(repaired);
    });

    it.skipIf(skip)('leaves no role on the server', async () => {
      const scratch = await server.createScratch();
      const session = await scratch.connect();
      const { rows } = await session.query(`SELECT rolname FROM pg_roles WHERE rolname IN ('reader', 'writer')`);
      expect(rows).toEqual([]);
      await session.close();
      await scratch.drop();
    });
  });
}
