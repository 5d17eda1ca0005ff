/** Addresses that reports link to. Pure: the runner's environment comes in. */
import { createHash } from 'node:crypto';
import { type Diff, shownLines } from './diff.js';
import type { GitHubChange } from './event.js';

export interface Links {
  /** A line in the pull request's diff where it shows it, else in the checked commit; null for what is no file of it. */
  lineUrl(path: string, line: number): string | null;
  runUrl?: string;
  /** The page of a commit; null where its id is none. */
  commitUrl(sha: string): string | null;
  /** A rule's page in the Action's own repository, at the version that runs; null where that is unknown. */
  ruleUrl(rule: string): string | null;
  /** The Action's own repository. */
  actionUrl?: string;
}

export function linksOf(change: GitHubChange, env: NodeJS.ProcessEnv, diff: Diff = new Map()): Links {
  const server = serverOf(env);
  // An address that leads nowhere is worse than none.
  if (server === null) return { lineUrl: () => null, commitUrl: () => null, ruleUrl: () => null };
  const repository = `${server}/${change.owner}/${change.repo}`;
  const { GITHUB_ACTION_REPOSITORY: action, GITHUB_ACTION_REF: ref, GITHUB_RUN_ID: run } = env;
  return {
    lineUrl(path, line) {
      const parts = path.split('/');
      // Browsers walk upwards in addresses, too.
      if (parts.some((part) => part === '' || part === '.' || part === '..')) return null;
      if (change.kind === 'pull_request' && shownLines(diff, path, line)) {
        const file = createHash('sha256').update(path).digest('hex');
        return `${repository}/pull/${change.number}/files#diff-${file}R${line}`;
      }
      return `${repository}/blob/${change.head}/${parts.map(encode).join('/')}#L${line}`;
    },
    commitUrl: (sha) => (/^[0-9a-f]{40,64}$/.test(sha) ? `${repository}/commit/${sha}` : null),
    ...(run ? { runUrl: `${repository}/actions/runs/${run}` } : {}),
    ...(action ? { actionUrl: `${server}/${action}` } : {}),
    ruleUrl: (rule) => (action && ref && /^[a-z0-9-]+$/.test(rule) ? pageOf(`${server}/${action}`, ref, rule) : null),
  };
}

/** The page of this run; undefined where the environment doesn't say which it is. */
export function runUrlOf(env: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  const server = serverOf(env);
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}

/** The server that the runner belongs to. */
export function serverUrlOf(env: NodeJS.ProcessEnv): string {
  return serverOf(env) ?? 'https://github.com';
}

/** The Markdown with its links to a run, or to what an earlier run had uploaded, leading to this address. `runs`: where runs are. */
export function linkedTo(markdown: string, runs: string, address: string): string {
  const parts = markdown.split(`](${runs}/`);
  return parts
    .map((part, at) => (at === 0 ? part : part.replace(/^\d+(?:\/artifacts\/\d+)?\)/, `](${address})`)))
    .map((part, at) => (at === 0 || part.startsWith(`](${address})`) ? part : `](${runs}/${part}`))
    .join('');
}

function serverOf({ GITHUB_SERVER_URL: server }: NodeJS.ProcessEnv): string | null {
  if (!server) return 'https://github.com';
  return URL.canParse(server) && /^https?:\/\//.test(server) ? server.replace(/\/+$/, '') : null;
}

function pageOf(repository: string, ref: string, rule: string): string {
  return `${repository}/blob/${ref}/docs/rules/${rule}.md`;
}

/** Half a character has no address of its own. */
function encode(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD'));
}
