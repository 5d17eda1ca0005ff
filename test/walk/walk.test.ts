/** Advice ends in green: for every rule, in every layout, and on a server for those whose help is a recipe. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Recipe } from '../../src/findings/recipe.js';
import { isWritten } from '../../src/lint/help/recipe.js';
import { exampleIn } from '../../src/lint/in-layout.js';
import { RULES } from '../../src/lint/registry.js';
import type { Example, Rule } from '../../src/lint/rule.js';
import { compareSnapshots } from '../../src/rehearsal/snapshot/compare.js';
import { type Snapshot, takeSnapshot } from '../../src/rehearsal/snapshot/snapshot.js';
import type { Server } from '../../src/servers/server.js';
import { nodeOf } from '../../src/sql/ast.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { factsOf } from '../../src/verdict/fact.js';
import { onGround } from '../support/kept.js';
import { recycled } from '../support/recycled.js';
import { SERVERS } from '../support/servers.js';
import { rolledBack } from './back.js';
import { WRITTEN, walk } from './walk.js';

const grammar = await loadGrammar();
const MOST = 3;
/** Rules whose help ends in what can't be undone: rows that are gone, and values that USING has made into others. */
const IRREVERSIBLE: readonly string[] = ['update-whole-table', 'truncate-table'];
const isOneWay = (rule: string, { sql }: Example) =>
  IRREVERSIBLE.includes(rule) ||
  // What is filled or written anew for another type has no way back that is known.
  rule === 'alter-column-type-used-by-view' ||
  (/^alter-column-type/.test(rule) && sql.includes(' USING '));
/** Rules about refusals whose help is a recipe. */
const WITH_RECIPE = ['concurrently-in-transaction', 'non-transactional-in-transaction', 'concurrently-unsupported'];

/** Examples that every layout can hold, in the preset that users begin with: migrations and their rollbacks. */
function examplesOf({ preset, examples }: Rule): readonly Example[] {
  if (preset === 'strict') return [];
  return examples.bad.filter(
    ({ role = 'up', transaction, sql }) => (role === 'up' || role === 'down') && !transaction && !severalCommands(sql),
  );
}

/** About the `up` script alone. */
const isUpAlone = ({ role = 'up', down }: Example) => role === 'up' && !down;
/** Layouts without rollbacks. */
const ONE_WAY = ['atlas', 'drizzle', 'postgres-migrations', 'prisma', 'supabase'];

/** Of a statement with several commands, and of a DO block, the help replaces a part: a human being takes it apart. */
function severalCommands(sql: string): boolean {
  const { statements } = grammar.parseScript({
    role: 'up',
    file: { path: 'x', text: sql },
    sql,
    transaction: 'autocommit',
  });
  return statements.some(
    ({ kind, node }) => kind === 'DoStmt' || (nodeOf(node, 'AlterTableStmt')?.cmds?.length ?? 0) > 1,
  );
}

describe.each(WRITTEN.map(({ name }) => name))('in %s', (layout) => {
  const cases = RULES.flatMap((rule) => examplesOf(rule).map((example) => [rule.id, example] as const));
  // What Postgres refuses no comment settles: its author has to write something else, unless there is a recipe.
  const settled = ([id, { claim }]: (typeof cases)[number]) =>
    factsOf(claim)[0]?.kind !== 'refused' || WITH_RECIPE.includes(id);
  const fits = ([, example]: (typeof cases)[number]) => isUpAlone(example) || !ONE_WAY.includes(layout);
  it.each(cases.filter(settled).filter(fits))('%s: $sql', async (_, example) => {
    await walk(layout, example, null, { most: MOST });
    // The other way: it is meant, and somebody says so.
    await walk(layout, example, null, { most: MOST, decides: true });
  });
});

const real = SERVERS.find(({ major, real: isReal }) => isReal && major === 17);
describe.skipIf(real === undefined || real.skip)('on PostgreSQL 17', () => {
  let server: Server;
  beforeAll(async () => {
    if (real) server = recycled(await real.start());
  });
  afterAll(() => server?.close());

  async function schemaOf(scripts: string[]): Promise<Snapshot> {
    const { seen, obstacle } = await onGround(server, { scripts }, ({ scratch }) => takeSnapshot(scratch));
    if (seen === undefined) throw new Error(JSON.stringify(obstacle));
    return seen;
  }

  // One that wraps a file in a transaction by itself, one that sends statement by statement, one that knows nothing but transactions,
  // and one that writes code for what runs outside; each step's files are the same elsewhere.
  for (const layout of ['golang-migrate', 'plain', 'hasura', 'node-pg-migrate']) {
    const writing = WRITTEN.find(({ name }) => name === layout)?.writing;
    const canBeFiles = ({ steps }: Recipe) => steps.every((step) => isWritten(step, writing?.wayOut));
    // What is left to be written by hand no walk can write.
    const isFollowed = ({ role }: Example, { both, says }: Recipe) =>
      (role !== 'down' || both === true) && !says.includes('by hand');
    const cases = RULES.flatMap((rule) =>
      examplesOf(rule)
        .filter(({ role, ...example }) => role === 'down' || isUpAlone(example))
        .filter(({ postgres: { from = 0, until = 99 } = {} }) => from <= 17 && 17 <= until)
        .filter((example) =>
          exampleIn(layout, rule, example, grammar).some(
            ({ recipe }) => recipe && canBeFiles(recipe) && isFollowed(example, recipe),
          ),
        )
        .map((example) => [layout, rule.id, example] as const),
    );
    it.each(cases)('in %s, %s: $sql', async (_, rule, example) => {
      const { deployed, chain } = await walk(layout, example, server, { most: MOST });
      const { oneWay, ...way } = await rolledBack(server, chain);
      expect(way).toEqual({ refused: [], left: [] });
      expect(oneWay).toHaveLength(isOneWay(rule, example) ? oneWay.length : 0);
      const { setup = 'SELECT 1;', role } = example;
      const sql = (role === 'down' ? example.up : example.sql) ?? 'SELECT 1;';
      // What Postgres refuses in this form, without it.
      const user =
        rule === 'alter-column-type-used-by-view'
          ? /CREATE (MATERIALIZED VIEW|VIEW|POLICY) (\w+)( ON \w+)?[^;]+;/.exec(setup)
          : null;
      const possible = rule === 'concurrently-unsupported' ? sql.replace(/ CONCURRENTLY/g, '') : sql;
      const [make, kind, name, on = ''] = user ?? [];
      const wanted = user ? `DROP ${kind} ${name}${on};\n${possible}\n${make}` : possible;
      const [asked, got] = [await schemaOf([setup, wanted]), await schemaOf(deployed)];
      // A foreign key's index is asked for besides, and that of a view which is refreshed beside its readers.
      const isAdvised = ({ kind }: { kind: string }) => /\breferences\b|^refresh/i.test(sql) && kind === 'index';
      const differences = compareSnapshots(asked, got).filter((one) => !isAdvised(one));
      // CONCURRENTLY leaves the bounds of what it detaches as a CHECK, and what spares a scan of what is attached is one.
      const keepsBounds = deployed.some((text) => /DETACH .* CONCURRENTLY|CONSTRAINT \w+_(bounds|excludes)/.test(text));
      // Nothing but a rewrite makes a column STORED: a trigger computes it.
      if (rule === 'add-column-generated-stored') {
        const kinds = differences.map(({ change, kind }) => `${change} ${kind}`);
        expect(kinds).toEqual(['changed column', 'extra function', 'extra trigger']);
        return;
      }
      // A partition that is attached beside a default one keeps both: what it holds, and what the other doesn't.
      const isKept = ({ change, name }: { change: string; name: string }) =>
        change === 'extra' && (/_(bounds|excludes)$/.test(name) || /DETACH/i.test(deployed.join('\n')));
      expect(keepsBounds ? differences.filter((one) => !isKept(one)) : differences).toEqual([]);
      if (keepsBounds) expect(differences).not.toEqual([]);
    });
  }
});
