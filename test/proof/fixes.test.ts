/** What `--fix` writes leads to the schema that the migration as it was written leads to, held against real servers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LookAt, mend } from '../../src/fixes/sound.js';
import { RULES } from '../../src/lint/registry.js';
import type { Example } from '../../src/lint/rule.js';
import { compareSnapshots, type Snapshot, takeSnapshot } from '../../src/rehearsal/snapshot/snapshot.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { lintExample, migrationOf } from '../support/examples.js';
import { SERVERS } from '../support/servers.js';

const grammar = await loadGrammar();

/** The bad examples with a fix, and what all fixes together make of them. */
const FIXED = await Promise.all(
  RULES.flatMap((rule) =>
    rule.examples.bad
      .filter((example) => (example.role ?? 'up') === 'up')
      .filter((example) => lintExample(example, [rule], grammar).some(({ finding }) => finding.fixes))
      .map(async (example) => ({ ...example, rule: rule.id, fixed: await fixed(example) })),
  ),
);

async function fixed(example: Example): Promise<string> {
  const { path } = migrationOf(example, grammar).subject.file;
  const lookAt: LookAt = async (texts) => {
    const sql = texts.get(path) ?? example.sql;
    const findings = lintExample({ ...example, sql }, RULES, grammar).map(({ finding }) => finding);
    return { findings, sources: new Map([[path, sql]]) };
  };
  const { files } = await mend(await lookAt(new Map()), lookAt, () => false);
  return files.get(path)?.after ?? example.sql;
}

describe.each(SERVERS)('on $name', ({ major, skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = await start();
  });
  afterAll(() => server?.close());

  /** The schema after the setup and the script; null where the server refuses that. */
  async function schemaAfter({ setup = '' }: Example, sql: string): Promise<Snapshot | null> {
    const scratch = await server.createScratch();
    const session = await scratch.connect();
    try {
      const { subject } = migrationOf({ sql }, grammar);
      await session.query(setup);
      for (const statement of subject.statements) await session.query(statement.sql);
      return await takeSnapshot(scratch);
    } catch {
      return null;
    } finally {
      await session.close();
      await scratch.drop();
    }
  }

  const here = FIXED.filter(
    ({ sql, fixed: now, postgres }) =>
      sql !== now && major >= (postgres?.from ?? 0) && major <= (postgres?.until ?? Number.POSITIVE_INFINITY),
  );
  it.skipIf(skip).each(here)('$rule: $sql', async (example) => {
    const asWritten = await schemaAfter(example, example.sql);
    // What no server runs can’t be changed in its meaning.
    if (asWritten === null) return;
    const mended = await schemaAfter(example, example.fixed);
    expect(mended && compareSnapshots(asWritten, mended)).toEqual([]);
  });
});
