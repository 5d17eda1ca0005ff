/** What the change makes is new until others come to it: the lint, the tracer and the sessions that wait say the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Schema } from '../../../src/schema/schema.js';
import type { ChangeSession, Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { scriptSource } from '../../support/examples.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();

const OLD = `CREATE TABLE old (a int PRIMARY KEY); CREATE TABLE parent (a int NOT NULL) PARTITION BY LIST (a);
  CREATE TABLE base (a int); CREATE SCHEMA app; CREATE TABLE app.fresh (a int); CREATE VIEW seen AS SELECT a FROM old;
  CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
  CREATE TRIGGER noted BEFORE INSERT ON old FOR EACH ROW EXECUTE FUNCTION noted();`;
const NEW = 'CREATE TABLE fresh (a int PRIMARY KEY);';

interface Case {
  change: string;
  /** What has to be locked for the others to wait. */
  relation?: string;
  mode?: 'SHARE' | 'ACCESS EXCLUSIVE';
  /** What the application does that knows nothing of the change. */
  others: string;
}

const SEEN: Case[] = [
  { change: 'ALTER TABLE parent ATTACH PARTITION fresh FOR VALUES IN (1);', others: 'INSERT INTO parent VALUES (1)' },
  { change: 'ALTER TABLE fresh INHERIT base;', others: 'DELETE FROM base' },
  {
    change: 'BEGIN; ALTER TABLE old RENAME TO older; ALTER TABLE fresh RENAME TO old; COMMIT;',
    relation: 'old',
    others: 'INSERT INTO old VALUES (1)',
  },
  {
    change: 'ALTER TABLE app.fresh RENAME TO stale; ALTER TABLE fresh SET SCHEMA app;',
    relation: 'app.fresh',
    others: 'INSERT INTO app.fresh VALUES (1)',
  },
  {
    change: `CREATE SCHEMA next; ALTER TABLE fresh SET SCHEMA next; ALTER SCHEMA app RENAME TO app_old;
      ALTER SCHEMA next RENAME TO app;`,
    relation: 'app.fresh',
    others: 'INSERT INTO app.fresh VALUES (1)',
  },
  { change: 'CREATE OR REPLACE VIEW seen AS SELECT a FROM fresh;', others: 'INSERT INTO seen VALUES (1)' },
  { change: 'DROP VIEW seen; CREATE VIEW seen AS SELECT a FROM fresh;', others: 'INSERT INTO seen VALUES (1)' },
  {
    change: 'CREATE RULE copied AS ON INSERT TO old DO ALSO INSERT INTO fresh VALUES (new.a);',
    others: 'INSERT INTO old VALUES (1)',
  },
  {
    change: `CREATE OR REPLACE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN INSERT INTO fresh VALUES (new.a); RETURN new; END $$;`,
    others: 'INSERT INTO old VALUES (1)',
  },
  {
    change: `CREATE FUNCTION copied() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN INSERT INTO fresh VALUES (new.a); RETURN new; END $$;
      CREATE TRIGGER copied AFTER INSERT ON old FOR EACH ROW EXECUTE FUNCTION copied();`,
    others: 'INSERT INTO old VALUES (1)',
  },
  {
    change: 'ALTER TABLE old ADD FOREIGN KEY (a) REFERENCES fresh NOT VALID;',
    mode: 'ACCESS EXCLUSIVE',
    others: 'INSERT INTO old VALUES (1)',
  },
  {
    change: `CREATE POLICY p ON old USING (a IN (SELECT a FROM fresh));
      ALTER TABLE old ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`,
    mode: 'ACCESS EXCLUSIVE',
    others: 'UPDATE old SET a = a',
  },
];

const UNSEEN: Case[] = [
  { change: 'ALTER TABLE fresh RENAME TO newer;', relation: 'newer', others: 'INSERT INTO old VALUES (1)' },
  { change: 'CREATE VIEW next AS SELECT a FROM fresh;', others: 'INSERT INTO seen VALUES (1)' },
  { change: 'CREATE TABLE kid (a int REFERENCES fresh);', others: 'INSERT INTO old VALUES (1)' },
  {
    change: 'CREATE TABLE other (a int) PARTITION BY LIST (a); ALTER TABLE other ATTACH PARTITION fresh DEFAULT;',
    others: 'INSERT INTO parent SELECT 1 WHERE false',
  },
  {
    change: 'CREATE TABLE other (a int); CREATE RULE r AS ON INSERT TO other DO ALSO INSERT INTO fresh VALUES (1);',
    others: 'INSERT INTO old VALUES (1)',
  },
  // A foreign key looks into it, which SHARE allows.
  { change: 'ALTER TABLE old ADD FOREIGN KEY (a) REFERENCES fresh NOT VALID;', others: 'DELETE FROM old' },
];

function lintSays({ change, relation = 'fresh', mode = 'SHARE' }: Case): boolean {
  const schema = new Schema();
  const read = (sql: string) => grammar.parseScript(scriptSource('up', sql)).statements;
  schema.replay(read(OLD), 'baseline');
  schema.replay(read(NEW), 'change');
  schema.commit();
  schema.replay(read(change), 'change');
  schema.commit();
  return schema.isNew(relation.includes('.') ? relation : `public.${relation}`, mode);
}

/** The oldest and the newest: what is between is alike. */
const TRIED = [SERVERS.find(({ real }) => real), SERVERS.findLast(({ real }) => real)].flatMap((one) => one ?? []);

describe.each(TRIED)('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  /** Whether the tracer takes the relation that the last statement locks for new. */
  async function tracerSays({ change, relation = 'fresh', mode = 'SHARE' }: Case): Promise<boolean | undefined> {
    const locking = `BEGIN; LOCK TABLE ${relation} IN ${mode} MODE; COMMIT;`;
    const { up } = await rehearseSql(server, OLD, `${NEW}\n${change}\n${locking}`);
    expect(up.map(({ error }) => error ?? '')).toEqual(up.map(() => ''));
    return up.at(-2)?.locks?.find((lock) => lock.relation === relation)?.isNew;
  }

  /** Whether the application waits behind the lock. */
  async function otherWaits({ change, relation = 'fresh', mode = 'SHARE', others }: Case): Promise<boolean> {
    const scratch = await server.createScratch();
    try {
      const [one, other]: ChangeSession[] = [await scratch.connect(), await scratch.connect()];
      await one?.query(`${OLD} ${NEW}`);
      await one?.query(change);
      await one?.query(`BEGIN; LOCK TABLE ${relation} IN ${mode} MODE;`);
      await other?.query("SET lock_timeout = '300ms'");
      const refusal = await other?.query(others).then(
        () => undefined,
        (error: { sqlstate?: string }) => error.sqlstate ?? String(error),
      );
      await one?.query('ROLLBACK');
      await Promise.all([one?.close(), other?.close()]);
      return refusal === '55P03';
    } finally {
      await scratch.drop();
    }
  }

  it.skipIf(skip).each(SEEN)('others come to it: $change', async (one) => {
    expect({ waits: await otherWaits(one), tracer: await tracerSays(one), lint: lintSays(one) }).toEqual({
      waits: true,
      tracer: false,
      lint: false,
    });
  });

  it.skipIf(skip).each(UNSEEN)('nobody comes to it: $change', async (one) => {
    expect({ waits: await otherWaits(one), tracer: await tracerSays(one), lint: lintSays(one) }).toEqual({
      waits: false,
      tracer: true,
      lint: true,
    });
  });

  it.skipIf(skip)('it is new for as long as its transaction is open', async () => {
    const sql = `${NEW} INSERT INTO fresh VALUES (1); ALTER TABLE parent ATTACH PARTITION fresh FOR VALUES IN (1);
      CREATE INDEX i ON fresh (a);`;
    const { up, rules } = await rehearseSql(server, OLD, sql, { transaction: 'per-script' });
    expect(up.flatMap(({ locks }) => (locks ?? []).filter(({ relation }) => relation === 'fresh'))).toEqual(
      expect.arrayContaining([expect.objectContaining({ isNew: true })]),
    );
    expect(rules).not.toContain('blocking-scan');
  });

  it.skipIf(skip)('the rehearsal reports what stops others there', async () => {
    const sql = `${NEW} INSERT INTO fresh VALUES (1); ALTER TABLE parent ATTACH PARTITION fresh FOR VALUES IN (1);
      CREATE INDEX i ON fresh (a);`;
    const { rules } = await rehearseSql(server, OLD, sql);
    expect(rules).toContain('blocking-scan');
    const alone = await rehearseSql(server, OLD, `${NEW} INSERT INTO fresh VALUES (1); CREATE INDEX i ON fresh (a);`);
    expect(alone.rules).not.toContain('blocking-scan');
  });
});
