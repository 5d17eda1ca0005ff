/** Which comments are ours: anybody can write our marker, so that the author counts, too. */
import type { GitHub } from './client.js';

interface Written {
  body?: string | null | undefined;
  user?: { login: string; type: string } | null | undefined;
}

/** Those that the job's token wrote; outside a job, those of the token's owner. */
export async function ours<T extends Written>(github: GitHub, comments: T[]): Promise<T[]> {
  const byActions = comments.filter(({ user }) => user?.login === 'github-actions[bot]' && user.type === 'Bot');
  if (byActions.length > 0 || comments.length === 0) return byActions;
  const login = await ownLogin(github);
  return comments.filter(({ user }) => login !== null && user?.login === login);
}

/** Whose token this is; null where it may not ask. */
async function ownLogin(github: GitHub): Promise<string | null> {
  try {
    const { viewer } = await github.graphql<{ viewer: { login: string } }>('query { viewer { login } }');
    return viewer.login;
  } catch {
    return null;
  }
}
