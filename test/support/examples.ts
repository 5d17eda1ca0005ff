/** Turns a rule's example into a migration, as the layouts and the parser would hand it over. */

import { configure } from '../../src/lint/configure.js';
import { lint } from '../../src/lint/lint.js';
import type { Example, Rule } from '../../src/lint/rule.js';
import type { Migration, Script, ScriptRole, ScriptSource, TransactionMode } from '../../src/model.js';
import { Schema } from '../../src/schema/schema.js';
import { qualifyNames } from '../../src/schema/search-path.js';
import type { Grammar } from '../../src/sql/parse.js';
import type { Prediction } from '../../src/verdict/prediction.js';

export interface ExampleMigration {
  migration: Migration<Script>;
  /** The example's setup; empty where it has none. */
  baseline: Script[];
  /** The script of the migration that the rule looks at: the example's `sql`. */
  subject: Script;
}

/** Each script is a file of its own (`up.sql`, `down.sql`, …). An example without `up` has an empty one. */
export function migrationOf(example: Example, { parseScript }: Grammar): ExampleMigration {
  const { setup, sql, role = 'up', transaction = 'autocommit' } = example;
  const texts = { up: example.up, down: example.down, [role]: sql };
  const script = (of: ScriptRole) => {
    const text = texts[of as keyof typeof texts];
    // The tool's transaction is about the scripts that it runs: up and down, and the one that the example is about.
    const mode = of === role || of === 'up' || of === 'down' ? transaction : 'autocommit';
    return text === undefined ? undefined : parseScript(scriptSource(of, text, mode));
  };
  const up = script('up') ?? parseScript(scriptSource('up', '', transaction));
  const [down, verify, maintenance] = [script('down'), script('verify'), script('maintenance')];
  const migration: Migration<Script> = {
    id: 'example',
    path: up.file.path,
    layout: example.layout ?? 'plain',
    up,
    ...(down && { down }),
    ...(verify && { verify }),
    ...(maintenance && { maintenance }),
  };
  const baseline = setup === undefined ? [] : [parseScript(scriptSource('up', setup, 'autocommit', 'setup.sql'))];
  return { migration, baseline, subject: migration[role] ?? up };
}

/** A script that is a whole file. */
export function scriptSource(
  role: ScriptRole,
  text: string,
  transaction: TransactionMode = 'autocommit',
  path = `${role}.sql`,
): ScriptSource {
  return { role, file: { path, text }, sql: text, transaction };
}

/** What the rules say about an example, after its setup. */
export function lintExample(
  example: Example,
  rules: readonly Rule[],
  grammar: Grammar,
  postgresVersion: number | null = example.postgres?.from ?? example.postgres?.until ?? null,
): Prediction[] {
  const { migration, baseline } = migrationOf(example, grammar);
  const schema = new Schema();
  for (const { statements } of baseline) {
    qualifyNames(statements, schema);
    schema.replay(statements, 'baseline');
  }
  const options = optionsFor(example, rules);
  return lint([migration], schema, { rules, options, postgresVersion });
}

/** The rules' options as the example has them: its own for the rules that know them, else their defaults. */
export function optionsFor({ options }: Example, rules: readonly Rule[]): ReadonlyMap<string, Record<string, unknown>> {
  const known = new Set(rules.map(({ id }) => id));
  const wishes = rules.flatMap((rule) => (options && rule.options ? [[rule.id, options] as const] : []));
  return configure(rules, known, { preset: 'strict', rules: Object.fromEntries(wishes) }).options;
}
