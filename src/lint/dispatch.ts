/** Which rules get which statement: decided once per kind of script and statement, not once per statement. */
import type { ScriptRole, Statement } from '../model.js';
import { DEFAULT_ROLES, type Rule, type RuleContext } from './rule.js';

/** One rule with its context. */
export interface RuleCheck {
  rule: string;
  check: (statement: Statement) => void;
}

export class Dispatch {
  readonly #checks: readonly { rule: Rule; check: RuleCheck['check'] }[];
  readonly #byRole = new Map<ScriptRole, Map<string, readonly RuleCheck[]>>();

  constructor(rules: readonly Rule[], contextOf: (rule: Rule) => RuleContext) {
    this.#checks = rules.map((rule) => {
      const context = contextOf(rule);
      return { rule, check: (statement) => rule.check(statement, context) };
    });
  }

  /** In the rules' order, for statements of a kind (the parse tree's tag) in scripts of a role. */
  checksFor(role: ScriptRole, kind: string): readonly RuleCheck[] {
    const byKind = this.#byRole.get(role) ?? new Map<string, readonly RuleCheck[]>();
    this.#byRole.set(role, byKind);
    const known = byKind.get(kind);
    if (known !== undefined) return known;
    const wanted = this.#checks
      .filter(
        ({ rule: { roles = DEFAULT_ROLES, statements } }) =>
          roles.includes(role) && (statements?.includes(kind) ?? true),
      )
      .map(({ rule, check }) => ({ rule: rule.id, check }));
    byKind.set(kind, wanted);
    return wanted;
  }
}
