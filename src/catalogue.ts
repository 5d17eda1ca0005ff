/** Everything that can be reported, for listings, documentation and SARIF: rules first, then what needs no rule file. */
import { type Check, severityOf, weightOf } from './findings/check.js';
import { LINT_CHECKS } from './lint/checks.js';
import { RULES } from './lint/registry.js';
import { FILE_CHECKS } from './migrations/checks.js';
import { REHEARSAL_CHECKS } from './rehearsal/checks.js';
import { VERDICT_CHECKS } from './verdict/checks.js';

/** What has a rule as well, the rehearsal reports under the rule's name; it is described on the rule's page. */
const WITHOUT_RULE: readonly Check[] = Object.entries<Omit<Check, 'id'>>({
  ...LINT_CHECKS,
  ...FILE_CHECKS,
  ...VERDICT_CHECKS,
  ...REHEARSAL_CHECKS,
})
  .filter(([id]) => !RULES.some((rule) => rule.id === id))
  .map(([id, check]) => ({ id, ...check }));

/** With the severity where no setting says otherwise, and the weight of the harm: the gravest has the least. */
export const CHECKS = [...RULES, ...WITHOUT_RULE].map((check: Check) => {
  return { ...check, severity: severityOf(check), weight: weightOf(check.harm) };
});

/** The check's page in the documentation. */
export function documentationPath(id: string): string {
  return `docs/rules/${id}.md`;
}
