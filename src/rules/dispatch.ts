/** Which rules look at which statement: decided once per kind of script and statement, not once per statement. */
import type { ScriptRole } from '../model.js';
import { DEFAULT_ROLES, type Rule } from './rule.js';

export class Dispatch {
  readonly #rules: readonly Rule[];
  readonly #byRole = new Map<ScriptRole, Map<string, readonly Rule[]>>();

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** The rules, in order, for statements of a kind (the parse tree's tag) in scripts of a role. */
  rulesFor(role: ScriptRole, kind: string): readonly Rule[] {
    const byKind = this.#byRole.get(role) ?? new Map<string, readonly Rule[]>();
    this.#byRole.set(role, byKind);
    const known = byKind.get(kind);
    if (known !== undefined) return known;
    const wanted = this.#rules.filter(
      ({ roles = DEFAULT_ROLES, statements }) => roles.includes(role) && (statements?.includes(kind) ?? true),
    );
    byKind.set(kind, wanted);
    return wanted;
  }
}
