/** The Action's inputs, as action.yml names them. */
import { resolve } from 'node:path';
import { getInput } from '@actions/core';
import { TEXT_SETTINGS } from '../settings/table.js';
import { UsageError } from '../system/usage-error.js';

/** Inputs that are settings too: the settings file can hold them, and an input wins over it. */
export const SETTING_INPUTS: readonly string[] = TEXT_SETTINGS;

const MODES = ['check', 'report', 'plan', 'link'] as const;
/** When to comment; what is there already is kept up to date unless it is `never`. */
const COMMENT_WHEN = ['on-findings', 'always', 'never'] as const;
export type CommentWhen = (typeof COMMENT_WHEN)[number];

export interface ActionInputs {
  mode: (typeof MODES)[number];
  settings: Record<string, string | undefined>;
  token: string;
  comment: CommentWhen;
  commentKey: string;
  /** Whether to suggest mechanical repairs on the lines of the diff. */
  suggestions: boolean;
  /** Where `mode: report` finds the reports. Absolute. */
  reports: string;
  /** Of which databases `mode: report` must have one; null: of those that it finds. */
  databases: string[] | null;
  /** For `mode: link`; empty where nothing was uploaded. */
  reportUrl: string;
  /** Absolute. */
  workingDirectory: string;
}

/** Reads the environment that the runner made of `with:`. Throws `UsageError`. */
export function readInputs(workspace: string): ActionInputs {
  const commentKey = getInput('comment-key') || DEFAULT_KEY;
  if (!isKey(commentKey)) {
    throw new UsageError(
      `comment-key: "${commentKey}" is not a name. Use letters, digits, ".", "_" and "-", 60 at most.`,
    );
  }
  return {
    mode: readOneOf('mode', MODES),
    settings: Object.fromEntries(SETTING_INPUTS.map((name) => [name, getInput(name) || undefined])),
    token: getInput('github-token'),
    comment: readOneOf('comment', COMMENT_WHEN),
    commentKey,
    suggestions: readBoolean('suggestions', false),
    reports: resolve(workspace, getInput('reports') || 'reports'),
    databases: readNames('databases'),
    reportUrl: getInput('report-url'),
    workingDirectory: resolve(workspace, getInput('working-directory') || '.'),
  };
}

const DEFAULT_KEY = 'default';

function isKey(text: string): boolean {
  return /^[\w.-]{1,60}$/.test(text);
}

/** The inputs that say where to report a run that can't be done: whatever is wrong with them, reading them doesn't throw. */
export interface TellingInputs {
  mode: string;
  token: string;
  /** Null: it is unknown which comment is meant. */
  commentKey: string | null;
  comment: CommentWhen;
  /** Whether `comment` says it; else it is what it usually is. */
  isCommentClear: boolean;
  databaseUrl: string;
}

export function readTellingInputs(): TellingInputs {
  const commentKey = getInput('comment-key') || DEFAULT_KEY;
  const comment = getInput('comment').toLowerCase() || COMMENT_WHEN[0];
  const known = COMMENT_WHEN.find((word) => word === comment);
  return {
    mode: getInput('mode').toLowerCase() || MODES[0],
    token: getInput('github-token'),
    commentKey: isKey(commentKey) ? commentKey : null,
    comment: known ?? COMMENT_WHEN[0],
    isCommentClear: known !== undefined,
    databaseUrl: getInput('database-url'),
  };
}

/** The first of the words where none is given. */
function readOneOf<const T extends readonly [string, ...string[]]>(name: string, words: T): T[number] {
  const text = getInput(name).toLowerCase();
  if (text === '') return words[0];
  if (!words.includes(text)) throw new UsageError(`${name}: "${text}" is none of ${words.join(', ')}.`);
  return text;
}

/** A JSON list of names, as `mode: plan` puts it out. */
function readNames(name: string): string[] | null {
  const text = getInput(name);
  if (text === '') return null;
  const refusal = new UsageError(`${name}: expected a JSON list of names, such as the output of "mode: plan".`);
  try {
    const names: unknown = JSON.parse(text);
    if (Array.isArray(names) && names.every((it) => typeof it === 'string')) return names;
  } catch {
    throw refusal;
  }
  throw refusal;
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
