/** Every claim of every rule, held against real servers: what a server refutes does not ship. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import type { Example, Rule } from '../../src/lint/rule.js';
import type { Migration, Script } from '../../src/model.js';
import { type Rehearsal, rehearse } from '../../src/rehearsal/rehearse.js';
import { shortName } from '../../src/schema/objects.js';
import { Schema } from '../../src/schema/schema.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { decide } from '../../src/verdict/decide.js';
import { type Fact, factsOf, refused, sameObject } from '../../src/verdict/fact.js';
import { SHARED_CHECKS } from '../../src/verdict/shared-checks.js';
import { applied } from '../support/edits.js';
import { lintExample, migrationOf, optionsFor } from '../support/examples.js';
import { recycled } from '../support/recycled.js';
import { SERVERS } from '../support/servers.js';

const grammar = await loadGrammar();
describe.each(SERVERS)('on $name', ({ major, skip, start }) => {
  let server: Server;

  beforeAll(async () => {
    if (skip) return;
    server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  /** What the one rule says: what others say of the same fact would take it in. */
  async function run(
    rule: Rule,
    example: Example,
  ): Promise<{ migration: Migration<Script>; rehearsal: Rehearsal; evidence: Map<string, string> }> {
    const { migration, baseline } = migrationOf(example, grammar);
    const rehearsal = await rehearse(server, { changed: [migration], baseline, seed: [] });
    const schema = new Schema();
    for (const { statements } of baseline) schema.replay(statements, 'baseline');
    const options = optionsFor(example, RULES);
    const predictions = lint([migration], schema, { rules: [rule], options, postgresVersion: server.major });
    const scripts = [migration.up, migration.down, migration.verify, migration.maintenance].filter(
      (it) => it !== undefined,
    );
    const decision = decide(
      { predictions, observations: rehearsal.observations, seen: rehearsal.seen, scripts },
      { failOn: 'error', rules: {}, knownRules: new Set(RULES.map(({ id }) => id)) },
    );
    const told = decision.findings.flatMap((finding) => [finding, ...(finding.consequences ?? [])]);
    return { migration, rehearsal, evidence: new Map(told.map(({ rule, evidence }) => [rule, evidence])) };
  }

  for (const rule of RULES) {
    const here = ({ postgres }: Example) =>
      major >= (postgres?.from ?? 0) && major <= (postgres?.until ?? Number.POSITIVE_INFINITY);

    it
      .skipIf(skip)
      .each(rule.examples.bad.filter((example) => (example.claim || rule.id in SHARED_CHECKS) && here(example)))(
      `${rule.id}: $sql`,
      async (example) => {
        const { rehearsal, evidence } = await run(rule, example);
        // Stopping halfway takes copies of the database, and isn’t about the rules.
        expect(rehearsal.notChecked.filter(({ id }) => id !== 'rerun-halfway')).toEqual([]);
        expect(evidence.get(rule.id)).toBe('confirmed');
        expect(observed(rehearsal, example)).toEqual(factsOf(example.claim));
      },
    );

    it.skipIf(skip).each(rule.examples.good.filter(here))(`${rule.id}, good: $sql`, async (example) => {
      const { rehearsal } = await run(rule, example);
      expect(refusals(rehearsal)).toEqual([]);
    });

    it.skipIf(skip).each(fixedExamples(rule).filter(here))(`${rule.id}, its fix: $sql`, async (example) => {
      const { rehearsal, evidence } = await run(rule, example);
      expect(refusals(rehearsal)).toEqual([]);
      expect([...evidence.keys()]).not.toContain(rule.id);
    });
  }
});

function refusals({ observations }: Rehearsal): string[] {
  return observations.flatMap(({ finding: { rule, message } }) => (/-fails$/.test(rule) ? [message] : []));
}

/** The bad examples as each fix that is offered for them leaves them. */
function fixedExamples(rule: Rule): Example[] {
  return rule.examples.bad.flatMap((example) =>
    lintExample(example, [rule], grammar).flatMap(({ finding }) =>
      (finding.rule === rule.id ? (finding.fixes ?? []) : []).map(({ edits }) => ({
        ...example,
        sql: applied(example.sql, edits),
      })),
    ),
  );
}

/** The facts of the claim that the server has shown, each as strong as it was seen. */
function observed({ migrations: [report], observations }: Rehearsal, { role = 'up', claim }: Example): Fact[] {
  const statements = (report?.statements ?? []).filter((statement) => statement.role === role);
  return factsOf(claim).flatMap((fact): Fact[] => {
    switch (fact.kind) {
      case 'lock': {
        const taken = statements
          .flatMap(({ locks }) => locks ?? [])
          .find(({ relation }) => relation === shortName(fact.on));
        return taken ? [{ ...fact, mode: taken.mode }] : [];
      }
      case 'scan':
        return statements.some(({ scans }) => scans.includes(shortName(fact.of))) ? [fact] : [];
      case 'rewrite':
        return statements.some(({ rewrites }) => rewrites.includes(shortName(fact.of))) ? [fact] : [];
      case 'refused': {
        const { sqlstate } = statements.find((statement) => statement.sqlstate !== undefined) ?? {};
        return sqlstate === undefined ? [] : [refused(sqlstate)];
      }
      case 'refused on rows': {
        const facts = observations.flatMap((one) => one.facts);
        return facts.filter(({ kind }) => kind === fact.kind);
      }
      case 'leaves': {
        const left = report?.rollback.differences.find((one) => one.change === 'extra' && sameObject(one, fact.object));
        return left ? [fact] : [];
      }
      default:
        throw new Error(`no example claims ${fact.kind} yet: say here how a server shows it`);
    }
  });
}
