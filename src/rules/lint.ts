/** Runs the rules over the changed migrations. Pure: no server is asked. */
import { builtInFinding } from '../built-in.js';
import type { Claim, Migration, Prediction, Script, Severity, Statement } from '../model.js';
import type { Schema } from '../schema/schema.js';
import { DEFAULT_ROLES, type Problem, type Rule } from './rule.js';

export interface LintOptions {
  rules: readonly Rule[];
  postgresVersion: number | null;
}

/**
 * What the rules say about the changed migrations, in order. `schema` is the schema before the first of them; it is
 * taken over to what the migrations leave.
 */
export function lint(migrations: Migration<Script>[], schema: Schema, options: LintOptions): Prediction[] {
  const predictions: Prediction[] = [];
  for (const migration of migrations) {
    const visit = (script: Script | undefined, state: Schema) => {
      if (script) predictions.push(...lintScript(script, migration, state, options));
    };
    visit(migration.up, schema);
    visit(migration.verify, schema.fork());
    visit(migration.maintenance, schema.fork());
    visit(migration.down, schema.fork());
  }
  return predictions;
}

function lintScript(
  script: Script,
  migration: Migration<Script>,
  schema: Schema,
  { rules, postgresVersion }: LintOptions,
): Prediction[] {
  const predictions: Prediction[] = [];
  const wanted = rules.filter(({ roles = DEFAULT_ROLES }) => roles.includes(script.role));
  if (script.role === 'up' && script.statements.length === 0) predictions.push(emptyMigration(script));
  for (const statement of script.statements) {
    if (statement.syntaxError) predictions.push(syntaxError(statement, script));
    for (const rule of wanted) {
      if (statement.node === null || (rule.statements && !rule.statements.includes(statement.kind))) continue;
      const report = (problem: Problem) => {
        predictions.push(predict(rule.id, rule.severity, script, statement, problem));
      };
      rule.check(statement, { migration, script, schema, postgresVersion, report });
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
  const { message, location } = statement.syntaxError ?? { message: '', location: statement.location };
  const text = `Postgres’ grammar refuses this statement: ${message}.`;
  return {
    finding: builtInFinding('syntax-error', location, text, { statement: statement.sql }),
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
