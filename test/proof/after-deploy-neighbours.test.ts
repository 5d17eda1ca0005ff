/** What the looks at rights, replication and counters say of examples that are good: nothing but what a rule of theirs is about. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/lint/registry.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { lintExample, migrationOf } from '../support/examples.js';
import { recycled } from '../support/recycled.js';
import { SERVERS } from '../support/servers.js';

const OURS =
  /^(?:unwritten-access-change|privilege-revoked|policy-without-row-security|policy-gap|published-table-refuses-writes|replica-identity-index-gone|sequence-narrower-than-column|sequence-behind-rows|integer-key-fills-up|concurrently-beside-runner-lock)$/;

const grammar = await loadGrammar();
const EXAMPLES = RULES.flatMap(({ id, examples }) => examples.good.map((example) => ({ id, example })));
const newest = SERVERS.findLast(({ real, skip }) => real && !skip);

it('the rules among them say nothing', () => {
  const ours = RULES.filter((rule) => OURS.test(rule.id));
  const told = EXAMPLES.flatMap(({ id, example }) =>
    lintExample(example, ours, grammar).flatMap(({ finding: { rule } }) =>
      OURS.test(rule) ? [`${id}: ${example.sql}: ${rule}`] : [],
    ),
  );
  expect(told).toEqual([]);
});

describe.skipIf(newest === undefined)('on the newest server', () => {
  let server: Server;

  beforeAll(async () => {
    if (newest) server = recycled(await newest.start());
  });
  afterAll(() => server?.close());

  it.each(RULES.map(({ id }) => id))('%s', async (rule) => {
    const told: string[] = [];
    for (const { id, example } of EXAMPLES) {
      const { from = 0, until = Number.POSITIVE_INFINITY } = example.postgres ?? {};
      if (id !== rule || server.major < from || server.major > until) continue;
      const { migration, baseline } = migrationOf(example, grammar);
      const { observations } = await rehearse(server, { changed: [migration], baseline, seed: [] });
      for (const { finding } of observations)
        if (OURS.test(finding.rule)) told.push(`${example.sql}: ${finding.rule}: ${finding.message}`);
    }
    expect(told).toEqual([]);
  });
});
