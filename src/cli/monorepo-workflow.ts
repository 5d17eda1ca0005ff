import { ACTION } from '../system/version.js';
import { CHECKOUT, DOWNLOAD, UPLOAD } from './pins.js';

/** A job for each database of a monorepo, and one comment: docs/monorepo-workflow.yml is generated from it. */
export const MONOREPO_WORKFLOW = `# For repositories with several databases, each with a settings file in its own folder:
# .github/workflows/migration-safety.yml. Make "Migration safety" the required status check: it is the last job.
name: Migration safety

on:
  pull_request:
  merge_group:

permissions: {}

concurrency:
  group: migration-safety-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  plan:
    name: Databases
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
    outputs:
      matrix: \${{ steps.plan.outputs.matrix }}
      databases: \${{ steps.plan.outputs.databases }}
    steps:
      - uses: ${CHECKOUT}
        with:
          # The plan also holds the databases of the base branch: no change can take one out.
          fetch-depth: 0
          persist-credentials: false
      - uses: ${ACTION}
        id: plan
        with:
          mode: plan

  check:
    name: \${{ matrix.database }}
    needs: plan
    # An empty matrix is an error to GitHub.
    if: needs.plan.outputs.databases != '[]'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      pull-requests: read
    strategy:
      fail-fast: false
      matrix: \${{ fromJSON(needs.plan.outputs.matrix) }}
    services:
      postgres:
        # The major version that production runs, as the settings file of the database says: postgres-version.
        image: postgres:\${{ matrix.postgres-version }}
        env:
          POSTGRES_PASSWORD: postgres
        ports:
          - 5432
        options: --health-cmd "pg_isready -U postgres" --health-interval 2s --health-timeout 5s --health-retries 15
    steps:
      - uses: ${CHECKOUT}
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${ACTION}
        id: check
        with:
          working-directory: \${{ matrix.working-directory }}
          database-url: postgres://postgres:postgres@localhost:\${{ job.services.postgres.ports['5432'] }}/postgres
          # The last job comments on all of them.
          comment: never
      - uses: ${UPLOAD}
        if: \${{ !cancelled() && steps.check.outputs.report-json != '' }}
        with:
          name: migration-safety-\${{ matrix.database }}
          path: \${{ steps.check.outputs.report-json }}
          retention-days: 5

  report:
    # The name of the required status check.
    name: Migration safety
    needs: [plan, check]
    # A job that was skipped would count as a success.
    if: always()
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: ${DOWNLOAD}
        with:
          pattern: migration-safety-*
          path: reports
      # Fails where a database has no report, or one that fails.
      - uses: ${ACTION}
        id: report
        with:
          mode: report
          reports: reports
          databases: \${{ needs.plan.outputs.databases }}
      # The report as one page, which opens in the browser from the run's page. It is for people: the verdict does not rest on it.
      - uses: ${UPLOAD}
        id: page
        if: \${{ !cancelled() && steps.report.outputs.report-html != '' }}
        continue-on-error: true
        with:
          path: \${{ steps.report.outputs.report-html }}
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
`;
