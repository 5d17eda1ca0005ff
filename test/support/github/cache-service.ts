/** GitHub's cache service, version 2: its Twirp API, and the blobs that its signed URLs name. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Entry {
  key: string;
  version: string;
  id: string;
  final: boolean;
  blob: Buffer;
}

export interface CacheService {
  /** What the runner tells a step of it. */
  env: Record<string, string>;
  entries: Entry[];
  /** Each call, as `CreateCacheEntry 200`. */
  calls: string[];
  /** Answers everything with this status from now on. */
  failWith(status: number | null): void;
  close(): Promise<void>;
}

const API = '/twirp/github.actions.results.api.v1.CacheService/';
const TOKEN = 'runtime-token';

export async function startCacheService(): Promise<CacheService> {
  const entries: Entry[] = [];
  const calls: string[] = [];
  let failure: number | null = null;
  let origin = '';

  const answers: Record<string, (body: Record<string, unknown>) => object> = {
    CreateCacheEntry({ key, version }) {
      if (entries.some((entry) => entry.key === key && entry.version === version)) return { ok: false };
      const id = randomUUID();
      entries.push({ key: String(key), version: String(version), id, final: false, blob: Buffer.alloc(0) });
      return { ok: true, signed_upload_url: `${origin}/cache/blobs/${id}?sig=secret` };
    },
    FinalizeCacheEntryUpload({ key, version, size_bytes }) {
      const entry = entries.find((it) => it.key === key && it.version === version);
      if (entry === undefined || entry.blob.length !== Number(size_bytes)) return { ok: false };
      entry.final = true;
      return { ok: true, entry_id: '1' };
    },
    GetCacheEntryDownloadURL({ key, restore_keys, version }) {
      const usable = entries.filter((it) => it.final && it.version === version).reverse();
      const wanted = [String(key), ...((restore_keys as string[] | undefined) ?? [])];
      const found =
        usable.find((it) => it.key === key) ??
        wanted.map((prefix) => usable.find((it) => it.key.startsWith(prefix))).find((it) => it !== undefined);
      if (found === undefined) return { ok: false };
      return { ok: true, signed_download_url: `${origin}/cache/blobs/${found.id}?sig=secret`, matched_key: found.key };
    },
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    const body = Buffer.concat(await request.toArray());
    const name = url.pathname.startsWith(API) ? url.pathname.slice(API.length) : `${request.method} blob`;
    const reply = (status: number, content: string | Buffer = '', headers = {}) => {
      calls.push(`${name} ${status}`);
      response.writeHead(status, headers).end(content);
    };
    if (failure !== null) return reply(failure, '{"msg":"no"}', { 'content-type': 'application/json' });
    const method = answers[name];
    if (method !== undefined) {
      if (request.headers.authorization !== `Bearer ${TOKEN}`) return reply(401);
      return reply(200, JSON.stringify(method(JSON.parse(body.toString()))), { 'content-type': 'application/json' });
    }
    const entry = entries.find(
      ({ id }) => url.pathname === `/cache/blobs/${id}` && url.searchParams.get('sig') === 'secret',
    );
    if (entry === undefined) return reply(404);
    if (request.method === 'PUT') {
      if (request.headers['x-ms-blob-type'] === 'BlockBlob') entry.blob = body;
      return reply(201, '', { etag: '"1"', 'last-modified': new Date().toUTCString() });
    }
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
    if (request.method === 'HEAD') return reply(200, '', { 'content-length': String(entry.blob.length) });
    if (from === undefined) return reply(200, entry.blob, { 'content-length': String(entry.blob.length) });
    const part = entry.blob.subarray(Number(from), Number(to) + 1);
    return reply(206, part, {
      'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${entry.blob.length}`,
    });
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    env: { ACTIONS_RESULTS_URL: `${origin}/`, ACTIONS_RUNTIME_TOKEN: TOKEN, ACTIONS_CACHE_SERVICE_V2: 'true' },
    entries,
    calls,
    failWith(status) {
      failure = status;
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
