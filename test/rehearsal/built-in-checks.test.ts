/** What is checked of a migration's objects without a validation file, on the oldest, the newest and the embedded server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../src/servers/server.js';
import { recycled } from '../support/recycled.js';
import { rehearseSql } from '../support/rehearse.js';
import { SERVERS } from '../support/servers.js';

const SETUP = `CREATE TABLE t (a int);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';`;
const TRIGGER = 'CREATE TRIGGER touched BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch();';

const CASES: { up: string; status?: string; detail?: RegExp }[] = [
  { up: 'INSERT INTO t VALUES (1);' },
  { up: 'CREATE INDEX i ON t (a);', status: 'proven', detail: /^1 index: `i`$/ },
  { up: TRIGGER, status: 'proven', detail: /^1 trigger: `t\.touched`$/ },
  {
    up: `${TRIGGER} ALTER TABLE t DISABLE TRIGGER touched;`,
    status: 'failed',
    detail: /^disabled: trigger `t\.touched`$/,
  },
  {
    up: 'CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING; ALTER TABLE t DISABLE RULE r;',
    status: 'failed',
    detail: /^disabled: rule `r on public\.t`$/,
  },
  {
    up: 'ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;',
    status: 'proven',
    detail: /; not validated yet: constraint `t\.c`$/,
  },
  {
    up: 'CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p DEFAULT; CREATE INDEX lone ON ONLY p (a);',
    status: 'failed',
    detail: /^not valid: index `lone`$/,
  },
];

describe.each(SERVERS.filter(({ name }) => /15|18|embedded/.test(name)))('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  it.skipIf(skip).each(CASES)('$up', async ({ up, status, detail }) => {
    const { report } = await rehearseSql(server, SETUP, up);
    const proof = report.proofs.find(({ check }) => check === 'objects');
    expect(proof?.status).toBe(status);
    if (detail) expect(proof?.detail).toMatch(detail);
  });
});
