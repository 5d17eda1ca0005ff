import { ACTION } from '../system/version.js';
import { CHECKOUT, UPLOAD } from './pins.js';

/** The version that the example shows. */
const SHOWN = 17;

/** Above a version that is a guess: who corrects it deletes these words. */
export const UNSAID = 'nobody has said which that is';
const SAID = 'The major version that production runs: here, and nowhere else.';

/** The workflow that users add: `init` writes it, docs/example-workflow.yml is generated from it. */
export function workflowFor(major: number | null): string {
  return `# The one workflow to add: .github/workflows/migration-safety.yml
# Then make "Migration safety" a required status check of the default branch.
name: Migration safety

on:
  # No "paths:" filter here: a required check whose workflow is skipped stays pending and blocks the merge for ever.
  # A pull request that changes no migration passes in a second.
  pull_request:
  # Without this event a merge queue waits for the required check until it times out.
  merge_group:

# Whatever is not listed is refused.
permissions:
  contents: read
  # To list the changed files and to write the comment. Pull requests from forks get a read-only token all the same:
  # there the report is in the step summary and in annotations, and the verdict is the same.
  pull-requests: write

# A newer push replaces the run of the one before, so that two runs never write the comment at once.
concurrency:
  group: migration-safety-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  check:
    # The name of the required status check.
    name: Migration safety
    runs-on: ubuntu-latest
    timeout-minutes: 15
    services:
      postgres:
        # ${major === null ? `The major version that production runs: ${UNSAID}. Correct it, and delete this line.` : SAID}
        image: postgres:${major ?? SHOWN}
        env:
          # Nothing but this job can reach the server, and it is gone with the job.
          POSTGRES_PASSWORD: postgres
        ports:
          # A free port of the runner.
          - 5432
        # Makes the runner wait until the server answers.
        options: --health-cmd "pg_isready -U postgres" --health-interval 2s --health-timeout 5s --health-retries 15
    steps:
      - uses: ${CHECKOUT}
        with:
          # A merge group is compared with its base commit, which a shallow clone does not hold.
          fetch-depth: 0
          # The SQL of a pull request runs in this job: leave no token beside it.
          persist-credentials: false
      - uses: ${ACTION}
        id: check
        with:
          database-url: postgres://postgres:postgres@localhost:\${{ job.services.postgres.ports['5432'] }}/postgres
      # The report as one page, which opens in the browser from the run's page. It is for people: the verdict does not rest on it.
      - uses: ${UPLOAD}
        id: page
        if: \${{ !cancelled() && steps.check.outputs.report-html != '' }}
        continue-on-error: true
        with:
          path: \${{ steps.check.outputs.report-html }}
          # As the file that it is, not as a zip.
          archive: false
          retention-days: 30
      # The comment then leads to that page, in one click. Without this step it leads to the run.
      - uses: ${ACTION}
        if: \${{ !cancelled() && steps.page.outputs.artifact-url != '' }}
        continue-on-error: true
        with:
          mode: link
          report-url: \${{ steps.page.outputs.artifact-url }}
      # The second workflow of docs/github.md reads it, and comments on the pull requests of forks. Without one, leave
      # this step out.
      - uses: ${UPLOAD}
        if: \${{ !cancelled() && steps.check.outputs.report-json != '' }}
        with:
          name: migration-safety
          path: \${{ steps.check.outputs.report-json }}
          retention-days: 5
`;
}
