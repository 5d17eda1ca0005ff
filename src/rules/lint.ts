/** Runs the rules over the changed migrations. Pure: no server is asked. */
import { builtInFinding } from '../built-in.js';
import type { Claim, Migration, Prediction, Script, Severity, Statement } from '../model.js';
import type { Schema } from '../schema/schema.js';
import { sessions } from '../schema/session.js';
import { defaultOptions, type Options } from './configure.js';
import { Dispatch } from './dispatch.js';
import type { Problem, Rule } from './rule.js';

export interface LintOptions {
  rules: readonly Rule[];
  /** By rule; a rule that isn't in it goes by its defaults. */
  options?: ReadonlyMap<string, Options>;
  postgresVersion: number | null;
}

/**
 * What the rules say about the changed migrations, in order. `schema` is the schema before the first of them; it is
 * taken over to what the migrations leave.
 */
export function lint(migrations: Migration<Script>[], schema: Schema, options: LintOptions): Prediction[] {
  const predictions: Prediction[] = [];
  const dispatch = new Dispatch(options.rules);
  const optionsOf = new Map(
    options.rules.map((rule) => [rule.id, options.options?.get(rule.id) ?? defaultOptions(rule)]),
  );
  const run = { ...options, dispatch, optionsOf };
  for (const migration of migrations) {
    const visit = (script: Script | undefined, state: Schema) => {
      if (script) predictions.push(...lintScript(script, migration, state, run));
    };
    visit(migration.up, schema);
    visit(migration.verify, schema.fork());
    visit(migration.maintenance, schema.fork());
    visit(migration.down, schema.fork());
  }
  return predictions;
}

/** What stays the same from script to script. */
interface Run extends LintOptions {
  dispatch: Dispatch;
  optionsOf: ReadonlyMap<string, Options>;
}

function lintScript(
  script: Script,
  migration: Migration<Script>,
  schema: Schema,
  { dispatch, optionsOf, postgresVersion }: Run,
): Prediction[] {
  const predictions: Prediction[] = [];
  if (script.role === 'up' && script.statements.length === 0) predictions.push(emptyMigration(script));
  const states = sessions(script.statements);
  for (const statement of script.statements) {
    const session = states[statement.index] ?? new Map();
    if (statement.syntaxError) predictions.push(syntaxError(statement, script));
    for (const rule of statement.node === null ? [] : dispatch.rulesFor(script.role, statement.kind)) {
      const options = optionsOf.get(rule.id) ?? {};
      const report = (problem: Problem) => {
        predictions.push(predict(rule.id, rule.severity, script, statement, problem));
      };
      rule.check(statement, { migration, script, schema, postgresVersion, session, held: [], options, report });
    }
    schema.apply(statement.node, 'change');
  }
  return predictions;
}

function predict(rule: string, severity: Severity, script: Script, statement: Statement, problem: Problem): Prediction {
  const { message, help, location = statement.location, claim, related, fixes } = problem;
  return {
    finding: {
      rule,
      severity,
      evidence: 'static',
      ...location,
      message,
      help,
      statement: statement.sql,
      ...(related && { related }),
      ...(fixes?.some(({ edits }) => edits.length > 0) && { fixes }),
    },
    at: { path: script.file.path, start: statement.start },
    ...(claim && { claim }),
  };
}

function syntaxError(statement: Statement, script: Script): Prediction {
  const { message, location, help } = statement.syntaxError ?? { message: '', location: statement.location };
  const text = `Postgres’ grammar refuses this statement: ${message}.`;
  return {
    finding: builtInFinding('syntax-error', location, text, { statement: statement.sql, ...(help && { help }) }),
    at: { path: script.file.path, start: statement.start },
    claim: { sqlstate: '42601' } satisfies Claim,
  };
}

function emptyMigration({ file }: Script): Prediction {
  const location = { path: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    finding: builtInFinding('empty-migration', location, 'The migration holds no statement.'),
    at: { path: file.path, start: 0 },
  };
}
