/** What the rules are handed: one context a rule, made once. What moves is set before each check, so none may keep it. */
import type { Migration, Prediction, Script, Statement } from '../model.js';
import type { Footprint } from '../schema/footprint/index.js';
import type { Schema } from '../schema/schema.js';
import type { Session } from '../schema/session.js';
import type { Options } from './configure.js';
import type { Held, Problem, Rule, RuleContext } from './rule.js';

/** Where the linter stands. */
export interface Standing {
  migration: Migration<Script>;
  script: Script;
  schema: Schema;
  /** The statement that the rules look at; inside a DO block one of the block's. */
  seen: Statement;
  /** The statement as a server would see it. */
  statement: Statement;
  session: Session;
  held: readonly Held[];
  footprint: () => readonly Footprint[];
  /** The rules that said once what is said once in a script. */
  asked: Set<string>;
  predictions: Prediction[];
}

export class Contexts {
  readonly #byRule = new Map<Rule, RuleContext>();
  readonly #optionsOf: ReadonlyMap<string, Options>;
  readonly #postgresVersion: number | null;
  readonly #predict: (rule: Rule, problem: Problem, at: Standing) => Prediction;
  #at: Standing | undefined;

  constructor(
    optionsOf: ReadonlyMap<string, Options>,
    postgresVersion: number | null,
    predict: (rule: Rule, problem: Problem, at: Standing) => Prediction,
  ) {
    this.#optionsOf = optionsOf;
    this.#postgresVersion = postgresVersion;
    this.#predict = predict;
  }

  /** The rule's context, with what is so where the linter stands. */
  of(rule: Rule, at: Standing): RuleContext {
    this.#at = at;
    const context = this.#byRule.get(rule);
    if (context === undefined) return this.#make(rule, at);
    context.migration = at.migration;
    context.script = at.script;
    context.schema = at.schema;
    context.session = at.session;
    context.held = at.held;
    context.footprint = at.footprint;
    return context;
  }

  #make(rule: Rule, { migration, script, schema, session, held, footprint }: Standing): RuleContext {
    const context: RuleContext = {
      ...{ migration, script, schema, postgresVersion: this.#postgresVersion, session, held, footprint },
      options: this.#optionsOf.get(rule.id) ?? {},
      once: () => {
        const asked = this.#at?.asked ?? new Set();
        return !asked.has(rule.id) && asked.add(rule.id).has(rule.id);
      },
      report: (problem) => {
        if (this.#at) this.#at.predictions.push(this.#predict(rule, problem, this.#at));
      },
    };
    this.#byRule.set(rule, context);
    return context;
  }
}
