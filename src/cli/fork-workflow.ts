import { ACTION } from '../system/version.js';
import { DOWNLOAD } from './pins.js';

/** The second workflow, which comments for forks: docs/fork-workflow.yml is generated from it. */
export const FORK_WORKFLOW = `# For repositories that take pull requests from forks: .github/workflows/migration-safety-comment.yml
# A fork's run gets a read-only token, so that it can't comment. This one runs afterwards, from the default branch. It
# checks out nothing and runs none of the pull request's code: the report is all that it takes, as data.
name: Migration safety comment

on:
  workflow_run:
    workflows: [Migration safety]
    types: [completed]

permissions: {}

# One comment at a time for each branch of each fork.
concurrency:
  group: migration-safety-comment-\${{ github.event.workflow_run.head_repository.full_name }}-\${{ github.event.workflow_run.head_branch }}
  cancel-in-progress: true

jobs:
  comment:
    name: Comment
    # The repository's own pull requests have their comment already. A cancelled run was overtaken by a newer one.
    if: >-
      github.event.workflow_run.event == 'pull_request' && github.event.workflow_run.conclusion != 'cancelled' &&
      github.event.workflow_run.head_repository.full_name != github.repository
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      # To read the artifact of the other run.
      actions: read
      # To find the pull request, and to write the comment.
      pull-requests: write
    steps:
      - uses: ${DOWNLOAD}
        with:
          # The one of docs/example-workflow.yml, or those of docs/monorepo-workflow.yml.
          pattern: migration-safety*
          path: reports
          run-id: \${{ github.event.workflow_run.id }}
          github-token: \${{ github.token }}
      - uses: ${ACTION}
        with:
          mode: report
          reports: reports
`;
