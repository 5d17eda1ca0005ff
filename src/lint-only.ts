/** Lints a change that nothing will run: each tree goes as soon as the rules have seen it, which halves the time. */
import type { Migration, Prediction, Script, ScriptSource } from './model.js';
import { parseMigration } from './parse-migration.js';
import type { Configured } from './rules/configure.js';
import { Linter } from './rules/lint.js';
import { Schema } from './schema/schema.js';
import type { Grammar } from './sql/parse.js';

export interface LintOnly {
  baseline: readonly ScriptSource[];
  changed: readonly Migration<ScriptSource>[];
  rules: Pick<Configured, 'rules' | 'options'>;
  postgresVersion: number | null;
}

export interface Linted {
  /** Without their trees. */
  changed: Migration<Script>[];
  predictions: Prediction[];
}

/** `eachBaseline` sees each script of the baseline before its trees go. */
export function lintOnly(
  { baseline, changed, rules, postgresVersion }: LintOnly,
  grammar: Grammar,
  eachBaseline: (script: Script) => void,
): Linted {
  const schema = new Schema({ partial: baseline.length === 0 });
  for (const source of baseline) {
    const script = grammar.parseScript(source);
    schema.replay(script.statements, 'baseline');
    eachBaseline(script);
  }
  const linter = new Linter(schema, { ...rules, postgresVersion });
  const predictions: Prediction[] = [];
  const read = changed.map((source) => {
    const migration = parseMigration(source, grammar);
    for (const prediction of linter.lint(migration)) predictions.push(prediction);
    return withoutTrees(migration);
  });
  return { changed: read, predictions: linter.settled(predictions) };
}

function withoutTrees(migration: Migration<Script>): Migration<Script> {
  for (const script of [migration.up, migration.down, migration.verify, migration.maintenance]) {
    for (const statement of script?.statements ?? []) {
      statement.node = null;
      delete statement.block;
    }
  }
  return migration;
}
