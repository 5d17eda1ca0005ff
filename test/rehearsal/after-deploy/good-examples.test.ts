/** What the rules call good breaks nobody's writes: the probes are silent about it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../../src/lint/registry.js';
import { rehearse } from '../../../src/rehearsal/rehearse.js';
import type { Server } from '../../../src/servers/server.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { NEWEST } from '../../../src/sql/versions.js';
import { lintExample, migrationOf } from '../../support/examples.js';
import { recycled } from '../../support/recycled.js';
import { SERVERS } from '../../support/servers.js';

const grammar = await loadGrammar();
/** Good by another rule’s measure only. */
const SAY_SO = new Set(['drop-default-still-required', 'add-column-default-dropped']);
/** Postgres takes it; who reads the old name fails all the same. */
const RENAMES = /^ALTER VIEW v RENAME COLUMN a TO b;/;
const NEW_CHECKS = new Set([
  'write-breaks',
  'stored-code-breaks',
  'dump-not-restorable',
  'unwritten-access-change',
  'replica-identity-index-gone',
  'sequence-narrower-than-column',
  'sequence-behind-rows',
]);
const newest = SERVERS.filter(({ real, major, skip }) => real && major === NEWEST && !skip);

describe.each(newest)('on $name', ({ start, major }) => {
  let server: Server;

  beforeAll(async () => {
    server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  const examples = RULES.flatMap(({ id, examples: { good } }) =>
    good
      .filter(
        ({ postgres }) => major >= (postgres?.from ?? 0) && major <= (postgres?.until ?? Number.POSITIVE_INFINITY),
      )
      .map((example) => ({ id, sql: example.sql, example })),
  );

  it.each(examples)('$id, good: $sql', async ({ example }) => {
    const { migration, baseline } = migrationOf(example, grammar);
    const { observations } = await rehearse(server, { changed: [migration], baseline, seed: [] });
    const said = lintExample(example, RULES, grammar, major).some(({ finding }) => SAY_SO.has(finding.rule));
    if (said || RENAMES.test(example.sql)) return;
    const found = observations.filter(({ finding }) => NEW_CHECKS.has(finding.rule));
    expect(found.map(({ finding }) => finding.message)).toEqual([]);
  });
});
