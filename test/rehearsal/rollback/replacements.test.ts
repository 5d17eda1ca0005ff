/** What is lost where one object takes the place of another: found, and brought back by the SQL that is offered. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { findingsOf, sqlOf } from '../../support/change.js';
import { startPostgres } from '../../support/postgres.js';
import { SERVERS } from '../../support/servers.js';
import { CARRIED, LOSSES, SETUP } from './replacements.js';

const RULES = /^replacement-/;

for (const { name, skip } of SERVERS.filter(({ name }) => name.includes('18'))) {
  const major = Number(/\d+/.exec(name)?.[0]);
  describe(`on ${name}`, () => {
    let server: Server;
    beforeAll(async () => {
      if (!skip) server = await startPostgres(major, { superuser: true });
    });
    afterAll(() => server?.close());

    it.skipIf(skip).each(LOSSES)('$what', async ({ change, lost, setup = SETUP }) => {
      const found = await findingsOf(server, { setup, change, rules: RULES });
      const words = found.map(({ rule, message }) => `${rule.replace('replacement-loses-', '')} ${message}`);
      expect(words).toEqual(lost.map((text) => expect.stringMatching(text)));
      const repaired = [...change, found.map(sqlOf).join('\n')];
      const left = await findingsOf(server, { setup, change: repaired, rules: RULES });
      expect(left.map(({ message }) => message)).toEqual([]);
    });

    it.skipIf(skip).each(CARRIED)('nothing: $what', async ({ change, setup = SETUP }) => {
      const found = await findingsOf(server, { setup, change, rules: RULES });
      expect(found.map(({ message }) => message)).toEqual([]);
    });
  });
}
