/** A GitHub that runs on this machine: it keeps state, and every request and answer is checked by GitHub's own schemas. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './answers.js';
import { findOperation, requestViolations, responseViolations } from './contract.js';
import { elsewhere, handlers, isElsewhere } from './handlers.js';
import { type GitHubState, newState } from './state.js';

interface Call {
  /** As the contract names it, or `POST /graphql`. */
  name: string;
  path: string;
  body: unknown;
  status: number;
}

/** Bad luck for the next calls of one kind. */
export interface Fault {
  /** A call's name, or the beginning of one. */
  on: string;
  times: number;
  answer?: Answer;
  delayMs?: number;
  /** The double does what it was asked, and only its answer is lost. */
  afterwards?: boolean;
}

export interface GitHubDouble {
  url: string;
  state: GitHubState;
  calls: Call[];
  /** What we asked, or the double answered, against GitHub's contract. A test ends by expecting none. */
  violations: string[];
  faults: Fault[];
  /** Calls that changed something. */
  writes(): Call[];
  close(): Promise<void>;
}

export async function startGitHub(): Promise<GitHubDouble> {
  const state = newState();
  const [calls, violations, faults]: [Call[], string[], Fault[]] = [[], [], []];
  const server = createServer((request, response) => {
    answer(request).then(
      (result) => send(response, result),
      (error) => send(response, { status: 500, body: { message: String(error) } }),
    );
  });

  async function answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const body = await readBody(request);
    const match = findOperation(request.method ?? '', url.pathname);
    const name = match?.name ?? `${request.method} ${url.pathname}`;
    const call: Call = { name, path: url.pathname, body, status: 0 };
    calls.push(call);
    const account = state.tokens[(request.headers.authorization ?? '').replace(/^(token|bearer) /i, '')];
    const fault = await misfortune(name);
    const done = fault?.answer && !fault.afterwards ? null : compute();
    const result = fault?.answer ?? done ?? elsewhere();
    call.status = result.status;
    if (match)
      violations.push(...responseViolations(match, result.status, result.body).map((issue) => `${name}: ${issue}`));
    return result;

    function compute(): Answer {
      if (!account) return { status: 401, body: { message: 'Bad credentials', status: '401' } };
      if (name === 'POST /graphql') return graphql(account.login);
      if (!match) {
        violations.push(`${name}: not in the contract`);
        return elsewhere();
      }
      violations.push(...requestViolations(match, url.searchParams, body).map((issue) => `${name}: ${issue}`));
      const asked = {
        state,
        account,
        params: match.params,
        query: url.searchParams,
        body,
        url: `${url.origin}${url.pathname}`,
      };
      const handler = handlers[match.name];
      return handler && !isElsewhere({ ...asked, params: { ...ownRepository(), ...match.params } })
        ? handler(asked)
        : elsewhere();
    }

    function graphql(login: string): Answer {
      const { query } = (body ?? {}) as { query?: string };
      if (query?.replaceAll(/\s+/g, '') === 'query{viewer{login}}')
        return { status: 200, body: { data: { viewer: { login } } } };
      violations.push(`POST /graphql: unknown query ${query}`);
      return { status: 200, body: { errors: [{ message: 'unknown query' }] } };
    }
  }

  function ownRepository() {
    return { owner: state.owner, repo: state.repo };
  }

  async function misfortune(name: string): Promise<Fault | null> {
    const fault = faults.find(({ on, times }) => name.startsWith(on) && times > 0);
    if (!fault) return null;
    fault.times -= 1;
    await sleep(fault.delayMs ?? 0);
    return fault;
  }

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    calls,
    violations,
    faults,
    writes: () => calls.filter(({ name }) => !name.startsWith('GET ') && name !== 'POST /graphql'),
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text === '' ? null : JSON.parse(text);
}

function send(response: ServerResponse, { status, body, headers, raw }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(status === 204 ? undefined : (raw ?? JSON.stringify(body)));
}
