/** A change of several migrations, given as text, and what its rehearsal says. */

import { rehearse } from '../../src/rehearsal/rehearse.js';
import type { Finding } from '../../src/report-schema/types.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { migrationOf, scriptSource } from './examples.js';

const grammar = await loadGrammar();

/** The findings of a rule whose name begins so. */
export async function findingsOf(
  server: Server,
  { setup, change, rules }: { setup: string; change: readonly string[]; rules: RegExp },
): Promise<Finding[]> {
  const { migration, baseline } = migrationOf({ setup, sql: '' }, grammar);
  const changed = change.map((text, index) => {
    const path = `${index + 1}.sql`;
    return { ...migration, id: path, path, up: grammar.parseScript(scriptSource('up', text, 'autocommit', path)) };
  });
  const { observations, notChecked } = await rehearse(server, { changed, baseline, seed: [] });
  const found = observations.map(({ finding }) => finding);
  const stuck = found.filter(({ rule }) => /^(migration-fails|rehearsal-stopped|baseline)/.test(rule));
  const reasons = notChecked.filter(({ check }) => !check.startsWith('re-run'));
  if (stuck.length + reasons.length > 0) throw new Error(JSON.stringify([...stuck, ...reasons]));
  return found.filter(({ rule }) => rules.test(rule));
}

/** The SQL of a finding's help, below its first line. */
export function sqlOf({ help }: Finding): string {
  return help.slice(help.indexOf('\n') + 1);
}
