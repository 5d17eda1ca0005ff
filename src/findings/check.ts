/** What anything that can be reported is, and how it becomes a finding. The entries are beside the code that raises them. */
import type { Location } from '../model.js';
import type { Finding, Severity } from '../report-schema/types.js';

/** What the hazard does, in the order of its weight; it decides how severe a finding is, and what is read first. */
export type Harm =
  /** Postgres, the migration tool or a setting refuses it: the deployment stops. */
  | 'stops'
  /** Rows, values or protection are lost. */
  | 'loses'
  /** Reads or writes wait for a time that grows with the table. */
  | 'blocks'
  /** Code that runs while the deployment goes on fails. */
  | 'breaks'
  /** The rollback fails, or doesn’t lead back to the schema. */
  | 'rollback'
  /** Somebody who knows the application or the data has to decide. */
  | 'decision'
  /** Good to know. */
  | 'note';

/** The gravest first. */
const SEVERITIES: Readonly<Record<Harm, Severity>> = {
  stops: 'error',
  loses: 'error',
  blocks: 'error',
  breaks: 'error',
  rollback: 'error',
  decision: 'warning',
  note: 'info',
};

/** How severe a finding of it is where no setting says otherwise. */
export function severityOf({ harm }: Pick<Check, 'harm'>): Severity {
  return SEVERITIES[harm];
}

/** For sorting: the gravest has the least. */
export function weightOf(harm: Harm): number {
  return Object.keys(SEVERITIES).indexOf(harm);
}

/** What documentation needs to know of anything that can be reported. */
export interface Check {
  id: string;
  harm: Harm;
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
      const { harm, fix } = checks[rule] as Checks[string];
      return { rule, severity: severityOf({ harm }), evidence: 'static', help: fix, ...location, message, ...extra };
    },
  };
}
