/** What anything that can be reported is, and how it becomes a finding. The entries are beside the code that raises them. */
import type { Location } from '../model.js';
import type { Finding, Severity } from '../report-schema/types.js';

/** What documentation needs to know of anything that can be reported. */
export interface Check {
  id: string;
  severity: Severity;
  /** One line: what goes wrong. */
  summary: string;
  /** What happens, on what lock, and to whom. Markdown. */
  why: string;
  /** What to do instead. Markdown. */
  fix: string;
  /** What the server refused as the tool sends it: no setting and no directive silences that, or makes it less. */
  binding?: true;
}

type Checks = Readonly<Record<string, Omit<Check, 'id'>>>;

/** The checks of one room, and how it makes findings of them: help and severity are the check's unless `extra` says better. */
export function catalogue<const T extends Checks>(checks: T) {
  return {
    checks,
    finding(rule: keyof T & string, location: Location, message: string, extra: Partial<Finding> = {}): Finding {
      const { severity, fix } = checks[rule] as Checks[string];
      return { rule, severity, evidence: 'static', help: fix, ...location, message, ...extra };
    },
  };
}
