/** What the double knows: one repository with one pull request, its comments, and who the tokens belong to. */

export interface Account {
  login: string;
  type: 'Bot' | 'User';
  /** As a token for a fork's pull request: it reads, and every write is refused. */
  readOnly?: boolean;
}

export interface ListedFile {
  filename: string;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  previous_filename?: string;
  patch?: string;
}

export interface StoredComment {
  id: number;
  body: string;
  author: Account;
}

export interface StoredReviewComment {
  id: number;
  path: string;
  line: number;
  start_line?: number;
  body: string;
  author: Account;
}

export interface GitHubState {
  owner: string;
  repo: string;
  pull: {
    number: number;
    headSha: string;
    baseSha: string;
    files: ListedFile[];
    /** The branch, and the repository that it is in. */
    headRef: string;
    headRepo: string;
    isOpen: boolean;
  };
  comments: StoredComment[];
  reviewComments: StoredReviewComment[];
  /** Files by commit and path. */
  contents: Record<string, Record<string, string>>;
  /** By token; a token that isn't here is refused. */
  tokens: Record<string, Account>;
}

export const ACTIONS_BOT: Account = { login: 'github-actions[bot]', type: 'Bot' };

/** The tokens that every double knows. */
export const TOKENS = { workflow: 'ghs_workflow', fork: 'ghs_fork', personal: 'ghp_octavia' };

export function newState(): GitHubState {
  return {
    owner: 'acme',
    repo: 'shop',
    pull: {
      number: 7,
      headSha: 'a'.repeat(40),
      baseSha: 'b'.repeat(40),
      files: [],
      headRef: 'topic',
      headRepo: 'acme/shop',
      isOpen: true,
    },
    comments: [],
    reviewComments: [],
    contents: {},
    tokens: {
      [TOKENS.workflow]: ACTIONS_BOT,
      [TOKENS.fork]: { ...ACTIONS_BOT, readOnly: true },
      [TOKENS.personal]: { login: 'octavia', type: 'User' },
    },
  };
}
