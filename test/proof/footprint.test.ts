/** The predicted footprint of each statement of a corpus, held against what servers do. The server wins. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BaselineDatabases } from '../../src/rehearsal/ground/baseline-databases.js';
import { MissingExtensions } from '../../src/rehearsal/ground/missing-extension.js';
import { type RelationCatalog, readCatalog } from '../../src/rehearsal/run/trace/catalog.js';
import type { TracedFacts } from '../../src/rehearsal/run/trace/tracer.js';
import { type Footprint, footprint } from '../../src/schema/footprint/index.js';
import { shortName } from '../../src/schema/objects.js';
import { Schema } from '../../src/schema/schema.js';
import type { Server } from '../../src/servers/server.js';
import { nonTransactional } from '../../src/sql/non-transactional.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';
import { recycled } from '../support/recycled.js';
import { SERVERS } from '../support/servers.js';
import { type Case, CORPUS, SETUP } from './footprint-corpus.js';

const grammar = await loadGrammar();

// The oldest and the newest: what differs between them is said statement by statement.
describe.each(SERVERS.filter(({ name }) => !/1[67]$/.test(name)))('on $name', ({ skip, start }) => {
  let server: Server;

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  it.skipIf(skip).each(CORPUS)('$setup $sql', async (example) => {
    const { from = 0, until = Number.POSITIVE_INFINITY } = example;
    if (server.major < from || server.major > until) return;
    const { predicted, facts, standing } = await run(server, example);
    // What it makes of an emptied table is a new file: no row is read or written.
    const emptied = /^TRUNCATE|WITH NO DATA$/.test(example.sql);
    const rows = (names: string[]) => (emptied ? [] : names);

    if (facts.locks !== null) {
      const locks = facts.locks.filter(({ relation, isNew }) => !isNew && isCounted(relation, predicted, standing));
      expect(modes(predicted.map(({ relation, lock }) => [shortName(relation), lock]))).toEqual(
        modes(locks.map(({ relation, mode }) => [relation, mode])),
      );
    }
    const rewritten = predicted.filter(({ rewrites }) => rewrites).map(({ relation }) => shortName(relation));
    const seen = facts.rewrites.filter((name) => isCounted(name, predicted, standing) && !isSequence(name, standing));
    expect(rewritten.sort()).toEqual(rows(seen));

    const scanned = predicted.filter((it) => it.scans && !it.rewrites).map(({ relation }) => shortName(relation));
    const optional = [...(example.plan ?? []), ...rewritten];
    const read = rows(facts.scans).filter((name) => isCounted(name, predicted, standing));
    expect(scanned.filter((name) => !optional.includes(name)).sort()).toEqual(
      read.filter((name) => !optional.includes(name)),
    );
  });
});

async function run(
  server: Server,
  { setup = '', sql }: Case,
): Promise<{ predicted: Footprint[]; facts: TracedFacts; standing: RelationCatalog }> {
  const before = grammar.parseScript(scriptSource('up', SETUP + setup));
  const [statement] = grammar.parseScript(scriptSource('up', sql)).statements;
  const node = statement?.node ?? null;
  const schema = new Schema();
  for (const one of before.statements) schema.apply(one.node, 'baseline');
  const predicted = footprint(node, schema, server.major);
  const databases = new BaselineDatabases(server, { bootstrap: [], scripts: [before] }, new MissingExtensions(server));
  const stage = await databases.stage();
  if ('obstacle' in stage) throw new Error(stage.obstacle.observation?.finding.message);
  try {
    const standing = await readCatalog(stage.session);
    await stage.tracer.begin();
    const outside = nonTransactional(node) !== undefined;
    const { facts } = outside
      ? await stage.tracer.observeOutside(node, sql)
      : (await stage.tracer.observeAlone(sql)).observed;
    return { predicted, facts, standing };
  } catch (error) {
    await stage.session.query('ROLLBACK');
    throw error;
  } finally {
    await stage.leave();
    await databases.close();
  }
}

/** Tables and views, whether predicted or not; indexes and sequences where they are predicted. */
function isCounted(name: string, predicted: Footprint[], standing: RelationCatalog): boolean {
  const known = [...standing.values()].find((relation) => shortName(relation.name) === name);
  if (known === undefined) return false;
  return 'rpmvf'.includes(known.kind) || predicted.some(({ relation }) => relation === known.name);
}

/** A sequence's one row is written anew wherever it is changed. */
function isSequence(name: string, standing: RelationCatalog): boolean {
  return [...standing.values()].some((relation) => relation.kind === 'S' && shortName(relation.name) === name);
}

function modes(entries: [string, string][]): Record<string, string> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
