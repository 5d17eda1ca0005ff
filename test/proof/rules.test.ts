/** Every claim of every rule, held against real servers: what a server refutes does not ship. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../src/built-in.js';
import type { Claim, Migration, MigrationReport, Script } from '../../src/model.js';
import { type Rehearsal, rehearse } from '../../src/rehearsal/rehearse.js';
import { embeddedServer } from '../../src/rehearsal/servers/embedded.js';
import type { Server } from '../../src/rehearsal/servers/server.js';
import { lint } from '../../src/rules/lint.js';
import { RULES } from '../../src/rules/registry.js';
import type { Example } from '../../src/rules/rule.js';
import { shortName } from '../../src/schema/objects.js';
import { Schema } from '../../src/schema/schema.js';
import { type Grammar, loadGrammar } from '../../src/sql/parse.js';
import { decide } from '../../src/verdict.js';
import { migrationOf, optionsFor } from '../support/examples.js';
import { availableMajors, MAJORS, startPostgres } from '../support/postgres.js';
import { recycled } from '../support/recycled.js';

const available = availableMajors();
const servers = [
  ...MAJORS.map((major) => ({
    name: `PostgreSQL ${major}`,
    major,
    skip: !available.includes(major),
    start: () => startPostgres(major),
  })),
  { name: 'the embedded server', major: 18, skip: false, start: () => embeddedServer({ statementTimeout: 20 }) },
];

describe.each(servers)('on $name', ({ major, skip, start }) => {
  let server: Server;
  let grammar: Grammar;

  beforeAll(async () => {
    if (skip) return;
    [server, grammar] = await Promise.all([start().then(recycled), loadGrammar()]);
  });
  afterAll(async () => {
    await server?.close();
  });

  async function run(
    example: Example,
  ): Promise<{ migration: Migration<Script>; rehearsal: Rehearsal; evidence: Map<string, string> }> {
    const { migration, baseline } = migrationOf(example, grammar);
    const rehearsal = await rehearse(server, { changed: [migration], baseline, seed: [] });
    const schema = new Schema();
    for (const { statements } of baseline) schema.replay(statements, 'baseline');
    const options = optionsFor(example, RULES);
    const predictions = lint([migration], schema, { rules: RULES, options, postgresVersion: server.major });
    const scripts = [migration.up, migration.down, migration.verify, migration.maintenance].filter(
      (it) => it !== undefined,
    );
    const decision = decide(
      { predictions, ...rehearsal, scripts },
      { failOn: 'error', rules: {}, knownRules: new Set(RULES.map(({ id }) => id)) },
    );
    return { migration, rehearsal, evidence: new Map(decision.findings.map(({ rule, evidence }) => [rule, evidence])) };
  }

  for (const rule of RULES) {
    const here = ({ postgres }: Example) =>
      major >= (postgres?.from ?? 0) && major <= (postgres?.until ?? Number.POSITIVE_INFINITY);

    it
      .skipIf(skip)
      .each(rule.examples.bad.filter((example) => (example.claim || rule.id in BUILT_IN) && here(example)))(
      `${rule.id}: $sql`,
      async (example) => {
        const { rehearsal, evidence } = await run(example);
        // Stopping halfway takes copies of the database, and isn’t about the rules.
        expect(rehearsal.notChecked.filter(({ check }) => !check.startsWith('re-run'))).toEqual([]);
        expect(evidence.get(rule.id)).toBe('confirmed');
        expect(observed(rehearsal.migrations[0], example)).toMatchObject(example.claim ?? {});
      },
    );

    it.skipIf(skip).each(rule.examples.good.filter((example) => here(example) && (major <= 15 || major >= 18)))(
      `${rule.id}, good: $sql`,
      async (example) => {
        const { rehearsal } = await run(example);
        const failed = rehearsal.observations.filter(({ finding }) => /-fails$/.test(finding.rule));
        expect(failed.map(({ finding }) => finding.message)).toEqual([]);
      },
    );
  }
});

/** What the server did where the claim says that something happens, in the claim's own words. */
function observed(report: MigrationReport | undefined, { role = 'up', claim = {} }: Example): Claim {
  const statements = (report?.statements ?? []).filter((statement) => statement.role === role);
  const on = shortName(claim.on ?? '');
  const lock = statements.flatMap(({ locks }) => locks ?? []).find(({ relation }) => relation === on);
  const failed = statements.find(({ sqlstate }) => sqlstate !== undefined);
  const left = report?.rollback.differences.find(
    ({ change, name }) => change === 'extra' && withoutArguments(name) === claim.leaves?.name,
  );
  return {
    ...(lock && { lock: lock.mode, on: claim.on ?? '' }),
    ...(claim.scans !== undefined && { scans: statements.some(({ scans }) => scans.includes(on)) }),
    ...(claim.rewrites !== undefined && { rewrites: statements.some(({ rewrites }) => rewrites.includes(on)) }),
    ...(failed?.sqlstate && { sqlstate: failed.sqlstate }),
    ...(left && { leaves: { kind: left.kind, name: withoutArguments(left.name) } }),
  };
}

/** A rule names a function without its arguments. */
function withoutArguments(name: string): string {
  return name.replace(/\(.*$/, '');
}
