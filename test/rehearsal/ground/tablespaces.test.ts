/** Production's tablespaces and event triggers are not there, and nothing else is missing for that. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Server } from '../../../src/servers/server.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const BEFORE = `CREATE TABLESPACE fast LOCATION '/mnt/fast';
SET default_tablespace = fast;
CREATE TABLE t (a int PRIMARY KEY USING INDEX TABLESPACE fast, b int) TABLESPACE fast;
CREATE TABLE p (a int) PARTITION BY LIST (a) TABLESPACE fast;
CREATE INDEX i ON t (b) TABLESPACE fast;
ALTER TABLE t SET TABLESPACE fast;
ALTER TABLE t ADD COLUMN c int, SET TABLESPACE fast;
DROP TABLESPACE fast;`;

describe.each(SERVERS)('on $name', ({ skip, real, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  const tried = async (setup: string, sql: string) => {
    const { up, rules, rehearsal } = await rehearseSql(server, setup, sql);
    const notes = rehearsal.notChecked.filter(({ reason }) => /tablespaces|event triggers/.test(reason));
    return {
      statuses: up.map(({ status }) => status),
      failing: rules.filter((rule) => rule.endsWith('-fails')),
      notes: notes.map(({ check, reason }) => `${check}: ${reason}`),
    };
  };

  it.skipIf(skip)('tablespaces before the change are named', async () => {
    const { statuses, failing, notes } = await tried(
      BEFORE,
      'DROP INDEX i; ALTER TABLE t DROP COLUMN c; ALTER TABLE p ADD COLUMN b int;',
    );
    expect({ statuses, failing }).toEqual({ statuses: ['applied', 'applied', 'applied'], failing: [] });
    expect(notes).toEqual([
      expect.stringMatching(/^tablespace fast: setup\S*:3 and \d more were run without it/),
      expect.stringMatching(/^tablespaces before the change: setup\S*:1 and \d more were left out/),
    ]);
  });

  it.skipIf(skip)('so are those of the change, and nothing else is excused', async () => {
    const sql = `CREATE TABLE u (a int) TABLESPACE fast; ALTER TABLE t SET TABLESPACE fast; CREATE INDEX k ON u (a);`;
    const { statuses, failing, notes } = await tried('CREATE TABLE t (a int);', sql);
    expect({ statuses, failing }).toEqual({ statuses: ['applied', 'notRun', 'applied'], failing: [] });
    expect(notes).toHaveLength(2);
    expect(
      (await tried('CREATE TABLE t (a int);', `${sql} ALTER TABLE nowhere SET TABLESPACE pg_default;`)).failing,
    ).toEqual(['migration-fails']);
  });

  it.skipIf(skip || !real)('event triggers are a superuser’s, and named', async () => {
    const setup = `CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f();
COMMENT ON EVENT TRIGGER e IS 'x';
ALTER EVENT TRIGGER e DISABLE;
CREATE TABLE t (a int);`;
    const { statuses, failing, notes } = await tried(setup, 'ALTER TABLE t ADD COLUMN b int;');
    expect({ statuses, failing }).toEqual({ statuses: ['applied'], failing: [] });
    expect(notes).toEqual([expect.stringMatching(/administrators before the change: setup\S*:2 and \d more/)]);
    const change = await tried(setup, 'DROP EVENT TRIGGER e; ALTER TABLE t ADD COLUMN b int;');
    expect(change.failing).toEqual([]);
  });
});
