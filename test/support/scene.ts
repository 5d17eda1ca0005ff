/** A pull request on the GitHub double with its checkout: push to it, and the Action runs. */
import { type GitHubDouble, startGitHub } from './github/double.js';
import { TOKENS } from './github/state.js';
import { type ActionRun, type Job, runAction } from './runner.js';
import { type Files, newWorkspace, type Workspace } from './workspace.js';

export interface Scene {
  github: GitHubDouble;
  workspace: Workspace;
  /** Commits to the pull request's branch: GitHub knows its new head and files. */
  push(files: Files): void;
  /** Runs the Action for the pull request as it stands. */
  run(options?: RunOptions): Promise<ActionRun>;
  close(): Promise<void>;
}

export interface RunOptions {
  inputs?: Record<string, string>;
  env?: Record<string, string>;
  token?: string;
  isFork?: boolean;
  /** Another event than pull_request. */
  event?: Job['event'];
  /** Another folder than the checkout of the branch. */
  checkout?: string;
  /** Between the event and the Action's first call. */
  meanwhile?: () => void;
  signal?: Job['signal'];
}

export async function newScene(main: Files, { action, node }: { action: string; node: string }): Promise<Scene> {
  const github = await startGitHub();
  const workspace = newWorkspace(main);
  github.state.pull.baseSha = workspace.base;
  return {
    github,
    workspace,
    push(files) {
      github.state.pull.headSha = workspace.commit(files);
      github.state.pull.files = workspace.listedFiles();
    },
    run({ inputs = {}, env = {}, token = TOKENS.workflow, isFork = false, event, checkout, meanwhile, signal } = {}) {
      const happened = event ?? pullRequestEvent(github, isFork);
      meanwhile?.();
      return runAction({
        action,
        node,
        workspace: checkout ?? workspace.dir,
        event: happened,
        apiUrl: github.url,
        token,
        inputs,
        env,
        ...(signal && { signal }),
      });
    },
    async close() {
      workspace.remove();
      await github.close();
    },
  };
}

function pullRequestEvent({ state: { pull, owner, repo } }: GitHubDouble, isFork: boolean): Job['event'] {
  const ours = { full_name: `${owner}/${repo}` };
  const payload = {
    action: 'synchronize',
    number: pull.number,
    pull_request: {
      number: pull.number,
      changed_files: pull.files.length,
      head: { sha: pull.headSha, ref: 'topic', repo: isFork ? { full_name: `stranger/${repo}` } : ours },
      base: { sha: pull.baseSha, ref: 'main', repo: ours },
    },
    repository: { ...ours, name: repo, owner: { login: owner }, default_branch: 'main' },
  };
  return { name: 'pull_request', payload, sha: pull.headSha, ref: `refs/pull/${pull.number}/merge` };
}
