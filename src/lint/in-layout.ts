/** What a rule says of an example where a layout's tool runs it. */
import { LAYOUTS } from '../migrations/layouts/index.js';
import type { Migration, Script } from '../model.js';
import { Schema } from '../schema/schema.js';
import { type Grammar, loadGrammar } from '../sql/parse.js';
import type { Prediction } from '../verdict/prediction.js';
import { defaultOptions } from './configure.js';
import { lint } from './lint.js';
import type { Example, Rule } from './rule.js';

/** A bad example of the rule, and what a report would say of it where the layout's tool runs it; undefined for none. */
export async function helpIn(layout: string, rule: Rule): Promise<{ example: Example; help: string } | undefined> {
  const grammar = await loadGrammar();
  // What happens on the way there says more than a rollback.
  const roles = ['up', 'down'].flatMap((way) => rule.examples.bad.filter(({ role = 'up' }) => role === way));
  for (const example of roles) {
    const found = exampleIn(layout, rule, example, grammar).find(({ finding }) => finding.rule === rule.id);
    if (found) return { example, help: found.finding.help };
  }
  return undefined;
}

/** The example as a migration, sent as the layout's tool sends it, after its setup. */
export function exampleIn(layout: string, rule: Rule, example: Example, { parseScript }: Grammar): Prediction[] {
  const { setup = '', sql, role = 'up', options, postgres } = example;
  const writing = LAYOUTS.find(({ name }) => name === layout)?.writing;
  const scriptOf = (text: string, transaction: Script['transaction'], way: Script['role'] = 'up') =>
    parseScript({ role: way, file: { path: `${way}.sql`, text }, sql: text, transaction });
  const schema = new Schema();
  schema.replay(scriptOf(setup, 'autocommit').statements, 'baseline');
  const mode = writing?.transaction ?? 'autocommit';
  const isBack = role === 'down';
  const up = scriptOf((isBack ? example.up : sql) ?? 'SELECT 1;', mode);
  const back = isBack ? sql : example.down;
  const down = back === undefined ? {} : { down: scriptOf(back, mode, 'down') };
  const migration: Migration<Script> = { id: 'example', path: up.file.path, layout, up, ...down };
  const version = postgres?.from ?? postgres?.until ?? null;
  const said = new Map([[rule.id, { ...defaultOptions(rule), ...options }]]);
  return lint([migration], schema, { rules: [rule], options: said, postgresVersion: version });
}
