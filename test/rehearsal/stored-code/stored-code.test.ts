/** Functions and triggers that a change breaks, as servers show it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import type { Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { recycled } from '../../support/recycled.js';
import { rehearseSql } from '../../support/rehearse.js';
import { SERVERS } from '../../support/servers.js';
import { BREAKS, HARMLESS, WITH_CHECKER } from './cases.js';
import { BREAKS_AS_CALLED, SILENT } from './cases-as-called.js';

const grammar = await loadGrammar();

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  let server: Server;
  const test = it.skipIf(skip);

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  const told = async (setup: string, sql: string) => {
    const { rehearsal, report } = await rehearseSql(server, setup, sql);
    const findings = rehearsal.observations
      .map(({ finding }) => finding)
      .filter(({ rule }) => rule === 'stored-code-breaks');
    return { findings, line: report.proofs.find(({ check }) => check === 'stored-code'), report };
  };

  test.each([...BREAKS, ...BREAKS_AS_CALLED, WITH_CHECKER])(
    '$what',
    async ({ setup, sql, says, severity = 'error', line = 1 }) => {
      const { findings, line: proof, report } = await told(setup, sql);
      expect(report.statements.map(({ error }) => error).filter(Boolean)).toEqual([]);
      const [finding] = findings;
      for (const part of says) expect(finding?.message).toContain(part);
      expect(findings.map((one) => [one.severity, one.line])).toEqual([[severity, line]]);
      // Only what the text alone says was not tried.
      expect(proof?.status).toBe(says.includes('could not be tried') ? 'not checked' : 'failed');
    },
  );

  test.each(SILENT)(
    'nothing is broken, and the line is $status: $what',
    async ({ setup, sql, status, detail = '' }) => {
      const { findings, line } = await told(setup, sql);
      expect(findings.map(({ message }) => message)).toEqual([]);
      expect(line?.detail).toContain(detail);
      expect(line?.status).toBe(status);
    },
  );

  test('a later migration that replaces the function makes it a warning, with its place', async () => {
    const { findings } = await inOrder(
      `CREATE TABLE it (id int, legacy text); CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT legacy FROM it';`,
      [
        'ALTER TABLE it DROP COLUMN legacy;',
        "CREATE OR REPLACE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT NULL';",
      ],
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(findings[0]?.message).toContain('A later migration of this change mends it: 2.sql:1.');
  });

  test('what a later migration makes is not missed by new code', async () => {
    const { findings } = await inOrder('', [
      "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM later; END';",
      'CREATE TABLE later (id int PRIMARY KEY);',
    ]);
    expect(findings).toEqual([]);
  });

  test('what nobody could be sure of is an error where a write has failed in it', async () => {
    const lower = (name: string) =>
      `CREATE OR REPLACE FUNCTION lc(x text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN ${name}(x); END $$;`;
    const table = 'CREATE TABLE it (id int PRIMARY KEY, a text);';
    const { findings } = await told(`${table} ${lower('lower')} CREATE INDEX i ON it (lc(a));`, lower('lowr'));
    expect(findings.map(({ severity }) => severity)).toEqual(['error']);
    const { findings: unused } = await told(`${table} ${lower('lower')}`, lower('lowr'));
    expect(unused.map(({ severity }) => severity)).toEqual(['warning']);
  });

  test('what two functions lose is named for both', async () => {
    const { findings } = await told(
      `CREATE TABLE it (id int, legacy text); CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT legacy FROM it';
       CREATE FUNCTION g() RETURNS text LANGUAGE sql AS 'SELECT max(legacy) FROM it';`,
      'ALTER TABLE it DROP COLUMN legacy;',
    );
    expect(findings.map(({ message }) => /`(\w)\(\)`/.exec(message)?.[1])).toEqual(['f', 'g']);
  });

  /** Migrations `1.sql`, `2.sql`, … of one change. */
  async function inOrder(setup: string, texts: readonly string[]) {
    const parse = (path: string, text: string) =>
      grammar.parseScript({ role: 'up', file: { path, text }, sql: text, transaction: 'autocommit' });
    const changed = texts.map((text, at) => {
      const up = parse(`${at + 1}.sql`, text);
      return { id: up.file.path, path: up.file.path, layout: 'plain', up };
    });
    const { observations } = await rehearse(server, { changed, baseline: [parse('setup.sql', setup)], seed: [] });
    return { findings: observations.map(({ finding }) => finding).filter(({ rule }) => rule === 'stored-code-breaks') };
  }

  test.each(HARMLESS)('nothing is said of this: $what', async ({ setup, sql }) => {
    const { findings, report } = await told(setup, sql);
    expect(report.statements.map(({ error }) => error).filter(Boolean)).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([]);
  });
});
