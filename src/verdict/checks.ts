/** The checks on directives, and on required checks. */
import { catalogue } from '../findings/check.js';

export const { checks: VERDICT_CHECKS, finding: verdictFinding } = catalogue({
  'invalid-directive': {
    harm: 'decision',
    summary: 'A directive that can’t be understood ignores nothing',
    why: 'A misspelt rule or a missing reason would otherwise look as if the finding had been dealt with.',
    fix: 'Write `-- migration-safety: ignore <rule>[, <rule>] <reason>` above the statement, or `ignore-file <rule> <reason>`.',
  },
  'unused-ignore': {
    harm: 'decision',
    summary: 'An ignore directive matches no finding',
    why: 'A directive that outlives its reason hides the next finding of that rule.',
    fix: 'Delete the directive.',
  },
  'required-check-missing': {
    harm: 'stops',
    summary: 'A check that the settings require could not be made',
    why: 'The setting `required-checks` names what has to be proven before a merge. Where that could not even be tried, the result would be a silence that looks like a pass.',
    fix: 'Make the check possible: the message says what is missing (a server, a rollback, a validation script, an expectation). Or take it out of `required-checks`.',
  },
});
