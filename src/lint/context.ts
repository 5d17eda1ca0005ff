/** What a rule is handed: one context a rule, made once. It reflects the linter's current position, so none may keep it. */
import type { Migration, Script, Statement } from '../model.js';
import type { Footprint } from '../schema/footprint/index.js';
import type { Schema } from '../schema/schema.js';
import type { Session } from '../schema/session.js';
import type { Prediction } from '../verdict/prediction.js';
import type { Options } from './configure.js';
import type { HeldLocks, Problem, Rule, RuleContext } from './rule.js';

/** The linter's current position. */
export interface LintPosition {
  migration: Migration<Script>;
  script: Script;
  run: readonly Script[];
  schema: Schema;
  /** The statement that the rules look at; inside a DO block one of the block's. */
  seen: Statement;
  /** The statement as a server would see it. */
  statement: Statement;
  session: Session;
  held: readonly HeldLocks[];
  footprint: () => readonly Footprint[];
  /** The rules that said once what is said once in a script. */
  asked: Set<string>;
  predictions: Prediction[];
}

/** What the rules' contexts have in common. */
export interface Shared {
  /** Set before rules look at a statement. */
  at: LintPosition | undefined;
  readonly postgresVersion: number | null;
  readonly predict: (rule: Rule, problem: Problem, at: LintPosition) => Prediction;
}

export class Context implements RuleContext {
  readonly options: Options;
  readonly report: (problem: Problem) => void;
  readonly once: () => boolean;
  readonly #shared: Shared;

  constructor(rule: Rule, options: Options, shared: Shared) {
    this.options = options;
    this.#shared = shared;
    this.report = (problem) => this.#at.predictions.push(shared.predict(rule, problem, this.#at));
    this.once = () => !this.#at.asked.has(rule.id) && this.#at.asked.add(rule.id).has(rule.id);
  }

  get migration(): Migration<Script> {
    return this.#at.migration;
  }

  get script(): Script {
    return this.#at.script;
  }

  get run(): readonly Script[] {
    return this.#at.run;
  }

  get schema(): Schema {
    return this.#at.schema;
  }

  get session(): Session {
    return this.#at.session;
  }

  get held(): readonly HeldLocks[] {
    return this.#at.held;
  }

  get footprint(): () => readonly Footprint[] {
    return this.#at.footprint;
  }

  get postgresVersion(): number | null {
    return this.#shared.postgresVersion;
  }

  get #at(): LintPosition {
    if (this.#shared.at === undefined) throw new Error('a rule is asked for nothing');
    return this.#shared.at;
  }
}
