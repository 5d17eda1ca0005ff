/** What broke in the linter itself: one broken rule must neither cost the other findings nor look like a rule that found nothing. */

import { inShort } from '../findings/internal-error.js';
import type { Script, Statement } from '../model.js';
import type { Prediction } from '../verdict/prediction.js';
import { lintFinding } from './checks.js';

/** Further places that are named. */
const MOST_PLACES = 10;

/** The failures in one script. */
export class Failures {
  readonly #script: Script;
  readonly #byPart = new Map<string, { error: unknown; statements: Statement[] }>();

  constructor(script: Script) {
    this.#script = script;
  }

  /** Runs a part of the linter, such as a rule, for a statement; undefined where it breaks. */
  attempt<T>(part: string, statement: Statement, run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      const known = this.#byPart.get(part) ?? { error, statements: [] };
      this.#byPart.set(part, known);
      if (known.statements.at(-1) !== statement) known.statements.push(statement);
      return undefined;
    }
  }

  /** One finding for each part, at the first statement that it broke at. */
  findings(): Prediction[] {
    const { path } = this.#script.file;
    return [...this.#byPart].flatMap(([part, { error, statements }]) => {
      const [first, ...others] = statements;
      if (first === undefined) return [];
      const at = others.length === 0 ? 'at this statement' : `at this statement and ${others.length} more`;
      const message = `${part} broke ${at} (${inShort(error)}): that is a bug of migration-safety. What it looks for was not checked there; all other findings stand.`;
      const related = others.slice(0, MOST_PLACES).map(({ location }) => ({ ...location, message: 'here, too' }));
      const extra = { statement: first.sql, ...(related.length > 0 && { related }) };
      const finding = lintFinding('internal-error', first.location, message, extra);
      return [{ finding, at: { path, start: first.start } }];
    });
  }
}
