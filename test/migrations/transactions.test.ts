/** How each layout's tool sends a file, shown on a server: CREATE INDEX CONCURRENTLY alone, beside another statement, and marked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRun } from '../../src/lint/read-change.js';
import { findMigrations } from '../../src/migrations/find.js';
import type { Migration, ScriptSource } from '../../src/model.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import type { MigrationReport } from '../../src/report-schema/types.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { runsOf } from '../../src/sql/runs.js';
import { fixtureFolder } from '../support/file-set.js';
import { recycled } from '../support/recycled.js';
import { SERVERS } from '../support/servers.js';
import { settingsFor } from '../support/settings.js';

const grammar = await loadGrammar();

type Outcome = 'applies' | 'is refused';

/** Alone, beside another statement, marked (with another statement where the tool then sends them one by one). */
const TOOLS: Record<string, { alone: Outcome; beside: Outcome; marked?: Outcome; marked_beside?: Outcome }> = {
  atlas: { alone: 'is refused', beside: 'is refused', marked: 'applies' },
  // Without its transaction, dbmate sends the text as one query: alone it works, with company it doesn't.
  dbmate: { alone: 'is refused', beside: 'is refused', marked: 'applies', marked_beside: 'is refused' },
  diesel: { alone: 'is refused', beside: 'is refused', marked: 'applies', marked_beside: 'is refused' },
  drizzle: { alone: 'is refused', beside: 'is refused', marked: 'applies' },
  flyway: { alone: 'applies', beside: 'is refused', marked: 'applies' },
  'golang-migrate': { alone: 'applies', beside: 'is refused' },
  goose: { alone: 'is refused', beside: 'is refused', marked: 'applies' },
  'graphile-migrate': { alone: 'is refused', beside: 'is refused', marked: 'applies', marked_beside: 'is refused' },
  hasura: { alone: 'is refused', beside: 'is refused' },
  liquibase: { alone: 'is refused', beside: 'is refused', marked: 'applies' },
  // What is marked in a runbook, in plain files and for sqitch is the transaction: BEGIN and COMMIT.
  markdown: { alone: 'applies', beside: 'applies', marked: 'is refused' },
  // As the tool itself did it, version 9.0.
  'node-pg-migrate': { alone: 'is refused', beside: 'is refused', marked: 'applies' },
  plain: { alone: 'applies', beside: 'applies', marked: 'is refused' },
  pop: { alone: 'is refused', beside: 'is refused', marked: 'applies', marked_beside: 'is refused' },
  // As the tool itself did it, version 5.3.
  'postgres-migrations': {
    alone: 'is refused',
    beside: 'is refused',
    marked: 'applies',
    marked_beside: 'is refused',
  },
  prisma: { alone: 'applies', beside: 'is refused' },
  'prisma-splits': { alone: 'applies', beside: 'applies' },
  sqitch: { alone: 'applies', beside: 'applies', marked: 'is refused' },
  'sql-migrate': { alone: 'is refused', beside: 'is refused', marked: 'applies' },
  sqlx: { alone: 'is refused', beside: 'is refused', marked: 'applies', marked_beside: 'is refused' },
  supabase: { alone: 'applies', beside: 'applies' },
  'supabase-batched': { alone: 'is refused', beside: 'is refused' },
  tern: { alone: 'is refused', beside: 'is refused', marked: 'applies' },
};

describe.each(SERVERS.filter(({ name }) => /18|embedded/.test(name)))('on $name', ({ skip, real, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (skip) return;
    // Making an embedded server's database anew takes a second.
    server = real ? await start() : recycled(await start());
  });
  afterAll(() => server?.close());

  it.skipIf(skip).each(Object.keys(TOOLS))('%s', async (name) => {
    const reports = await rehearseFixture(name, server);
    const of = (step: string) => reports.find(({ id }) => new RegExp(`(^|[_:-])${step}(\\.sql)?$`).test(id));
    const seen = Object.fromEntries(Object.keys(TOOLS[name] ?? {}).map((step) => [step, outcome(of(step))]));
    expect(seen).toEqual(TOOLS[name]);
    const others = reports.filter(({ id }) => !/(alone|beside|marked)(\.sql)?$/.test(id));
    expect(others.map(({ id, statements }) => [id, statements.filter(({ status }) => status !== 'applied')])).toEqual(
      others.map(({ id }) => [id, []]),
    );
  });
});

/** As `check` does it: find, parse, rehearse. */
async function rehearseFixture(name: string, server: Server): Promise<MigrationReport[]> {
  const cwd = fixtureFolder(name);
  const found = await findMigrations({ paths: ['.'] }, settingsFor(cwd), cwd);
  const changed = runsOf(found.changed.map(upOnly)).flatMap((run) => parseRun(run, grammar));
  return (await rehearse(server, { changed, baseline: [], seed: [] })).migrations;
}

/** The up script is what this is about; rollbacks and what they prove take their time. */
function upOnly({ id, path, layout, up }: Migration<ScriptSource>): Migration<ScriptSource> {
  return { id, path, layout, up };
}

function outcome(report: MigrationReport | undefined): Outcome | string {
  if (report === undefined) return 'is missing';
  const up = report.statements.filter(({ role }) => role === 'up');
  const failed = up.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return up.every(({ status }) => status === 'applied') ? 'applies' : 'did not run';
  return failed.every(({ sqlstate }) => sqlstate === '25001') ? 'is refused' : `fails: ${failed[0]?.error}`;
}
