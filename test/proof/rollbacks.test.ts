/** Holds what the rules say of a rollback without a server against what a server shows: the same objects, or it is silent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import type { MigrationReport } from '../../src/report-schema/types.js';
import { Schema } from '../../src/schema/schema.js';
import { qualifyNames } from '../../src/schema/search-path.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { factsOf } from '../../src/verdict/fact.js';
import { migrationOf } from '../support/examples.js';
import { recycled } from '../support/recycled.js';
import { rehearseSql } from '../support/rehearse.js';
import { SERVERS } from '../support/servers.js';
import { PAIRS, type Pair } from './rollback-corpus.js';

const grammar = await loadGrammar();
const ROLLBACK = RULES.filter(({ id }) => /^down-(leaves|loses|drops-preexisting|keeps-(change|privilege))/.test(id));

interface Verdict {
  /** What is left behind, by kind and name. */
  left: string[];
  /** What is gone, or changed and stays so. */
  changed: string[];
}

/** What the rules say. */
function said({ setup, up, down }: Pair): Verdict {
  const { migration, baseline } = migrationOf({ setup, up, sql: down, role: 'down' }, grammar);
  const schema = new Schema({ partial: true });
  for (const { statements } of baseline) {
    qualifyNames(statements, schema);
    schema.replay(statements, 'baseline');
  }
  const verdict: Verdict = { left: [], changed: [] };
  for (const { finding, claim } of lint([migration], schema, { rules: ROLLBACK, postgresVersion: null })) {
    for (const fact of factsOf(claim)) {
      if (!('object' in fact)) throw new Error(`${finding.rule} claims ${fact.kind}`);
      verdict[fact.kind === 'leaves' ? 'left' : 'changed'].push(`${fact.object.kind} ${fact.object.name}`);
    }
  }
  return { left: verdict.left.toSorted(), changed: [...new Set(verdict.changed)].toSorted() };
}

/** What the server shows; a rename's old name is told by its new one. */
function shown({ rollback }: MigrationReport): Verdict {
  const of = (changes: readonly string[]) =>
    rollback.differences
      .filter(({ change }) => changes.includes(change))
      .map(({ kind, name }) => `${kind} ${kind === 'function' ? name.replace(/\(.*$/s, '') : name}`)
      .toSorted();
  return { left: of(['extra']), changed: of(['missing', 'changed']) };
}

/** The oldest and the newest: what is between is alike. */
const TRIED = [SERVERS.at(0), SERVERS.findLast(({ real }) => real)].flatMap((one) => one ?? []);

describe.each(TRIED)('on $name', ({ skip, start }) => {
  let server: Server;

  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(async () => {
    await server?.close();
  });

  it.skipIf(skip).each(PAIRS)('$up / $down', async (pair) => {
    const { report, rehearsal } = await rehearseSql(server, pair.setup, pair.up, { down: pair.down });
    const fails = rehearsal.observations.filter(({ finding }) => /^(migration|rollback)-fails$/.test(finding.rule));
    expect(fails.map(({ finding }) => finding.message)).toEqual([]);
    const [rules, facts] = [said(pair), shown(report)];
    expect(rules.left).toEqual(facts.left);
    // Of several changes the rules may tell one, but none that isn't, and never nothing.
    if (facts.left.length === 0) expect(rules.changed.length > 0).toBe(facts.changed.length > 0);
    expect(facts.changed).toEqual(expect.arrayContaining(rules.changed));
  });
});
