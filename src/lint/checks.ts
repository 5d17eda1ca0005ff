/** What the lint reports without a rule: texts that no rule can read, and its own failures. */
import { catalogue } from '../findings/check.js';
import { INTERNAL_CHECKS } from '../findings/internal-error.js';

export const { checks: LINT_CHECKS, finding: lintFinding } = catalogue({
  'syntax-error': {
    harm: 'stops',
    summary: 'Postgres’ grammar refuses the statement',
    why: 'A statement that doesn’t parse can’t run. The rest of the file and the other files are checked all the same.',
    fix: 'Mend the statement at the place that the message names. psql’s backslash commands are not SQL: a migration tool can’t send them.',
  },
  ...INTERNAL_CHECKS,
  'empty-migration': {
    harm: 'decision',
    summary: 'A migration holds no statement',
    why: 'An empty script is recorded as applied although it did nothing; usually the SQL went elsewhere or was never saved.',
    fix: 'Write the statements, or delete the file.',
  },
});
