/** Runs the rules over the changed migrations. Pure: no server is asked. */

import { severityOf } from '../findings/check.js';
import type { Migration, Script, Statement } from '../model.js';
import { type Footprint, footprint } from '../schema/footprint/index.js';
import { hasIndexOn } from '../schema/index-use.js';
import type { Schema } from '../schema/schema.js';
import { qualifyNames } from '../schema/search-path.js';
import { insideBlock, type Session, sessions } from '../schema/session.js';
import { runsOf } from '../sql/runs.js';
import { type Claim, refused } from '../verdict/fact.js';
import type { Prediction } from '../verdict/prediction.js';
import { lintFinding } from './checks.js';
import { defaultOptions, type Options } from './configure.js';
import { Context, type LintPosition, type Shared } from './context.js';
import { Dispatch } from './dispatch.js';
import { readable } from './facts/down.js';
import { Transaction } from './facts/held.js';
import { endsTransaction } from './facts/same-transaction.js';
import { Failures } from './failures.js';
import { oldRollback } from './help/old-rollback.js';
import { recipeHelp } from './help/recipe.js';
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
  const linter = new Linter(schema, options);
  return linter.settled(runsOf(migrations).flatMap((run) => linter.lint(run)));
}

/** The same for one run after another: what it has seen may be forgotten. */
export class Linter {
  readonly #schema: Schema;
  readonly #run: Run;

  /** `schema` is taken over to what the migrations leave. */
  constructor(schema: Schema, options: LintOptions) {
    this.#schema = schema;
    const shared: Shared = {
      at: undefined,
      postgresVersion: options.postgresVersion,
      predict: (rule, problem, at) => predict(rule, problem, at),
    };
    const contextOf = (rule: Rule) => new Context(rule, options.options?.get(rule.id) ?? defaultOptions(rule), shared);
    this.#run = { ...options, dispatch: new Dispatch(options.rules, contextOf), shared };
  }

  /** Migrations that share a transaction, in order, or one. */
  lint(run: readonly Migration<Script>[]): Prediction[] {
    const predictions: Prediction[] = [];
    const add = (found: Prediction[]) => {
      for (const prediction of found) predictions.push(prediction);
    };
    const ups = together(run.map(({ up }) => up));
    for (const migration of run) {
      qualifyAll(migration, this.#schema);
      const { up, verify, maintenance, down } = migration;
      add(lintScript({ script: up, migration, ...ups }, this.#schema, this.#run));
      // What SQL made at run time has created can't be seen from a name: a rollback may be about that.
      const isTold = this.#schema.isPartial && readable(up);
      for (const script of [verify, maintenance, down]) {
        if (!script) continue;
        const its = { script, migration, ...together([script]) };
        add(lintScript(its, this.#schema.fork({ partial: isTold }), this.#run));
      }
    }
    return predictions;
  }

  /** Without what a later migration of the change mends. */
  settled(predictions: readonly Prediction[]): Prediction[] {
    return predictions.filter((prediction) => {
      const { unless } = prediction;
      if (MENDED.get(prediction)?.(this.#schema)) return false;
      return !unless || !hasIndexOn(this.#schema, unless.table, unless.indexOn);
    });
  }
}

/** Under the search_path that each statement runs with; a rollback begins where its migration ends. */
function qualifyAll({ up, down }: Migration<Script>, schema: Schema): void {
  qualifyNames(up.statements, schema);
  if (down === undefined || !/search_path/i.test(down.sql)) return;
  const after = schema.fork();
  after.replay(up.statements, 'change', () => {});
  qualifyNames(down.statements, after);
}

/** What stays the same from script to script. */
interface Run extends LintOptions {
  dispatch: Dispatch;
  shared: Shared;
}

/** What the scripts of one connection have in common. */
interface Together {
  /** In order. */
  run: readonly Script[];
  transaction: Transaction;
  /** Read when the first is. */
  sessions: () => ReadonlyMap<Statement, Session>;
}

function together(run: readonly Script[]): Together {
  const statements = run.flatMap((script) => script.statements);
  let known: Map<Statement, Session> | undefined;
  const read = () => new Map(sessions(statements).map((session, at) => [statements[at] as Statement, session]));
  return { run, transaction: new Transaction(), sessions: () => (known ??= read()) };
}

function lintScript(
  { script, migration, run, transaction, ...its }: Together & { script: Script; migration: Migration<Script> },
  schema: Schema,
  { dispatch, shared, postgresVersion }: Run,
): Prediction[] {
  const predictions: Prediction[] = [];
  const [first] = script.statements;
  if (first === undefined) return script.role === 'up' ? [emptyMigration(script)] : [];
  const failures = new Failures(script);
  failures.attempt('The replay of the schema', first, () => schema.expect(script.statements));
  const states = failures.attempt('The reading of settings', first, its.sessions);
  const asked = new Set<string>();
  for (const statement of script.statements) {
    const session: Session = states?.get(statement) ?? new Map();
    if (statement.syntaxError) predictions.push(syntaxError(statement));
    // A DO block is looked at as a whole, then statement by statement; a server sees them all as one.
    for (const seen of [statement, ...(statement.block?.statements ?? [])]) {
      let known: Footprint[] | undefined;
      const locks = () => (known ??= footprint(seen.node, schema, postgresVersion));
      const held = transaction.before(seen);
      shared.at = {
        migration,
        script,
        run,
        schema,
        seen,
        statement,
        session: insideBlock(session, statement.block?.statements ?? [], seen),
        held,
        footprint: locks,
        asked,
        predictions,
      };
      const said = predictions.length;
      if (seen.node !== null) {
        for (const { rule, check } of dispatch.checksFor(script.role, seen.kind)) {
          failures.attempt(`The rule ${rule}`, statement, () => check(seen));
        }
      }
      schema.judged.settle(predictions.length > said);
      failures.attempt('The replay of locks', statement, () => transaction.after(seen, locks, schema));
      failures.attempt('The replay of the schema', statement, () =>
        schema.apply(seen.node, 'change', seen.conditional),
      );
    }
    if (statement.transaction.kind === 'none' || endsTransaction(statement)) schema.commit();
  }
  // The tool's transaction goes on in the next script of the run.
  if (script === run.at(-1) || script.leaves.kind === 'none') schema.commit();
  return [...predictions, ...failures.findings()];
}

/** What the end of the change can take back; it is asked once, and no part of what is told. */
const MENDED = new WeakMap<Prediction, NonNullable<Problem['mended']>>();

function predict(
  { id: rule, harm }: Pick<Rule, 'id' | 'harm'>,
  problem: Problem,
  { seen, statement, migration, script }: Pick<LintPosition, 'seen' | 'statement' | 'migration' | 'script'>,
): Prediction {
  const {
    message,
    help,
    location = seen.location,
    claim,
    related,
    fixes,
    unless,
    cause,
    ofMigration,
    mended,
  } = problem;
  const prediction: Prediction = {
    finding: {
      rule,
      severity: problem.severity ?? severityOf({ harm }),
      evidence: 'static',
      ...location,
      message,
      help:
        typeof help === 'string'
          ? help
          : [recipeHelp(help, { migration, script }), oldRollback(help, migration, statement) ?? []].flat().join('\n'),
      statement: seen.sql,
      ...(related && { related }),
      ...(fixes?.some(({ edits }) => edits.length > 0) && { fixes }),
    },
    at: { path: statement.location.path, start: statement.start },
    ...(claim && { claim }),
    ...(unless && { unless }),
    // With what it includes, a script is one session.
    ...(cause !== undefined && { cause: `${ofMigration ? migration.path : script.file.path} ${cause}` }),
    ...(typeof help !== 'string' && { recipe: help }),
  };
  if (mended) MENDED.set(prediction, mended);
  return prediction;
}

function syntaxError(statement: Statement): Prediction {
  const { message, location, help, tooDeep } = statement.syntaxError ?? { message: '', location: statement.location };
  const text = tooDeep
    ? `This statement was not read: ${message}.`
    : `Postgres’ grammar refuses this statement: ${message}.`;
  return {
    finding: lintFinding('syntax-error', location, text, { statement: statement.sql, ...(help && { help }) }),
    at: { path: statement.location.path, start: statement.start },
    ...(!tooDeep && { claim: refused('42601') satisfies Claim }),
  };
}

function emptyMigration({ file }: Script): Prediction {
  const location = { path: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return {
    finding: lintFinding('empty-migration', location, 'The migration holds no statement.'),
    at: { path: file.path, start: 0 },
  };
}
