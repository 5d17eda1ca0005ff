/** The runner's contract with a JavaScript action: environment, files, exit code. Runs dist/ as users get it. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { PACKAGE } from '../../src/system/package.js';
import { type Command, parseCommands, parseOutputs } from './commands.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface ActionMetadata {
  inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
}

export const actionMetadata: ActionMetadata = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));

/** Every Node to run the Action on: this one, and the one that NODE24 names. */
export const nodeBinaries: { name: string; path: string }[] = [
  { name: `Node ${process.versions.node}`, path: process.execPath },
  ...(process.env.NODE24 ? [{ name: 'Node 24', path: process.env.NODE24 }] : []),
];

export interface Job {
  /** What `uses:` downloads: action.yml and dist/, with no node_modules above it. */
  action: string;
  workspace: string;
  event: { name: string; payload: unknown; sha: string; ref: string };
  apiUrl: string;
  token: string;
  inputs?: Record<string, string>;
  /** What the runner sets besides; `RUNNER_TEMP` is a folder of the run's own otherwise. */
  env?: Record<string, string>;
  node?: string;
  /** Sent to the Action when the promise is fulfilled: a job that is cancelled. */
  signal?: { name: NodeJS.Signals; when: Promise<unknown> };
}

export interface ActionRun {
  exitCode: number | null;
  /** Both streams: the runner reads commands in both. */
  log: string;
  commands: Command[];
  outputs: Record<string, string>;
  summary: string;
  durationMs: number;
}

/** Copies the Action to a folder of its own. Fails where dist/ was not built. */
export function installAction(): string {
  if (!existsSync(join(ROOT, 'dist/index.js'))) throw new Error('dist/index.js is missing: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'action-'));
  cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(join(ROOT, 'action.yml'), join(folder, 'action.yml'));
  return folder;
}

/** Runs the Action as one step of a job. */
export async function runAction(job: Job): Promise<ActionRun> {
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  const file = (name: string, content = '') => {
    writeFileSync(join(temp, name), content);
    return join(temp, name);
  };
  mkdirSync(join(temp, 'home'));
  const output = file('output');
  const summary = file('summary');
  const env = {
    ...inherited(),
    ...inputVariables(job),
    ...eventVariables(job),
    CI: 'true',
    HOME: join(temp, 'home'),
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__migration-safety',
    GITHUB_ACTION_PATH: job.action,
    GITHUB_ACTION_REPOSITORY: PACKAGE.repository,
    GITHUB_ACTION_REF: PACKAGE.major,
    GITHUB_API_URL: job.apiUrl,
    GITHUB_GRAPHQL_URL: `${job.apiUrl}/graphql`,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(job.event.payload)),
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_STATE: file('state'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
    GITHUB_WORKSPACE: job.workspace,
    RUNNER_TEMP: temp,
    RUNNER_OS: { darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? 'Linux',
    RUNNER_ARCH: process.arch.toUpperCase(),
    ...job.env,
  };
  const started = performance.now();
  const { exitCode, log } = await runNode(
    job.node ?? process.execPath,
    join(job.action, actionMetadata.runs.main),
    job.workspace,
    env,
    job.signal,
  );
  const durationMs = performance.now() - started;
  const outputs = parseOutputs(readFileSync(output, 'utf8'));
  const run = {
    exitCode,
    log,
    commands: parseCommands(log),
    outputs,
    summary: readFileSync(summary, 'utf8'),
    durationMs,
  };
  cleanups.push(temp);
  return run;
}

const cleanups: string[] = [];

/** Removes what the runs left in the temp folder. Reports stay readable until then. */
export function removeRuns(): void {
  for (const folder of cleanups.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** What a step has of the machine: enough to find git and PostgreSQL, nothing of this shell. */
function inherited(): Record<string, string> {
  const names = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'PATHEXT'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** As the runner does it: every input that action.yml declares is set, upper-cased, spaces as underscores. */
function inputVariables({ inputs = {}, token }: Job): Record<string, string> {
  const unknown = Object.keys(inputs).filter((name) => !(name in actionMetadata.inputs));
  if (unknown.length > 0) throw new Error(`action.yml declares no input ${unknown.join(', ')}`);
  const values = Object.entries(actionMetadata.inputs).map(([name, { default: otherwise = '' }]) => {
    const value = inputs[name] ?? otherwise.replace(/^\$\{\{ github\.token \}\}$/, token);
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value];
  });
  return Object.fromEntries(values);
}

function eventVariables({ event }: Job): Record<string, string> {
  return {
    GITHUB_EVENT_NAME: event.name,
    GITHUB_SHA: event.sha,
    GITHUB_REF: event.ref,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_REPOSITORY_OWNER: 'acme',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'check',
    GITHUB_WORKFLOW: 'Migration safety',
  };
}

function runNode(node: string, script: string, cwd: string, env: Record<string, string>, signal: Job['signal']) {
  return new Promise<{ exitCode: number | null; log: string }>((done, fail) => {
    const child = spawn(node, [script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (log += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (log += text));
    child.on('error', fail);
    signal?.when.then(() => child.kill(signal.name), fail);
    child.on('close', (exitCode) => done({ exitCode, log }));
  });
}
