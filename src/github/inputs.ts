/** The Action's inputs, as action.yml names them. */
import { resolve } from 'node:path';
import { getInput } from '@actions/core';
import { UsageError } from '../usage-error.js';

/** Inputs that are settings too: the settings file can hold them, and an input wins over it. */
export const SETTING_INPUTS = [
  'migrations',
  'ignore',
  'baseline',
  'bootstrap',
  'seed',
  'layout',
  'transaction',
  'postgres-version',
  'server',
  'database-url',
  'superuser',
  'allow-remote-database',
  'connect-timeout',
  'statement-timeout',
  'run-timeout',
  'database-size-limit',
  'fail-on',
  'config',
] as const;

export interface ActionInputs {
  settings: Record<string, string | undefined>;
  token: string;
  comment: boolean;
  commentKey: string;
  /** Absolute. */
  workingDirectory: string;
}

/** Reads the environment that the runner made of `with:`. Throws `UsageError`. */
export function readInputs(workspace: string): ActionInputs {
  const commentKey = getInput('comment-key') || 'default';
  if (!/^[\w.-]{1,60}$/.test(commentKey)) {
    throw new UsageError(
      `comment-key: "${commentKey}" is not a name. Use letters, digits, ".", "_" and "-", 60 at most.`,
    );
  }
  return {
    settings: Object.fromEntries(SETTING_INPUTS.map((name) => [name, getInput(name) || undefined])),
    token: getInput('github-token'),
    comment: readBoolean('comment', true),
    commentKey,
    workingDirectory: resolve(workspace, getInput('working-directory') || '.'),
  };
}

function readBoolean(name: string, otherwise: boolean): boolean {
  const text = getInput(name).toLowerCase();
  if (text === '') return otherwise;
  if (text !== 'true' && text !== 'false') throw new UsageError(`${name}: "${text}" is neither true nor false.`);
  return text === 'true';
}

/**
 * The password in a connection URL, as it is written and as it is meant; none where it is no secret: masking
 * "postgres" would punch holes into every line of the log.
 */
export function passwordsOf(databaseUrl: string | undefined): string[] {
  if (!databaseUrl || !URL.canParse(databaseUrl)) return [];
  const { username, password, searchParams } = new URL(databaseUrl);
  const written = password || (searchParams.get('password') ?? '');
  if (written === '' || written === username || written === 'postgres') return [];
  return [...new Set([written, decode(written)])];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
