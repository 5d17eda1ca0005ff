/** Addresses that reports link to. Pure: the runner's environment comes in. */
import type { Change } from './event.js';

export interface Links {
  /** A line of a file as it is in the checked commit. */
  blobUrl(path: string, line: number): string;
  runUrl?: string;
  /** A rule's page in the Action's own repository, at the version that runs; null where that is unknown. */
  ruleUrl(rule: string): string | null;
}

export function linksOf({ owner, repo, head }: Change, env: NodeJS.ProcessEnv): Links {
  const server = env.GITHUB_SERVER_URL || 'https://github.com';
  const repository = `${server}/${owner}/${repo}`;
  const { GITHUB_ACTION_REPOSITORY: action, GITHUB_ACTION_REF: ref, GITHUB_RUN_ID: run } = env;
  return {
    blobUrl: (path, line) => `${repository}/blob/${head}/${path.split('/').map(encodeURIComponent).join('/')}#L${line}`,
    ...(run ? { runUrl: `${repository}/actions/runs/${run}` } : {}),
    ruleUrl: (rule) => (action && ref ? `${server}/${action}/blob/${ref}/docs/rules/${rule}.md` : null),
  };
}
