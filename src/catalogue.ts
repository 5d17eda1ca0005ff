/**
 * Everything that can be reported, for listings, documentation and SARIF: rules first, then what needs no rule file. What
 * the rehearsal finds as well as a rule has the rule's name, and its page.
 */

import type { Check } from './built-in.js';
import { BUILT_IN } from './built-in.js';
import { RULES } from './rules/registry.js';

export const CHECKS: readonly Check[] = [
  ...RULES,
  ...Object.entries(BUILT_IN)
    .filter(([id]) => !RULES.some((rule) => rule.id === id))
    .map(([id, check]): Check => ({ id, ...check })),
];

/** The check's page in the documentation. */
export function documentationPath(id: string): string {
  return `docs/rules/${id}.md`;
}
