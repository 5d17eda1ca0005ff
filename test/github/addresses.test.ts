/** What is refused is what @actions/github dies of while it is loaded, and nothing else. */
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiAddress, checkProxy } from '../../src/github/addresses.js';
import { UsageError } from '../../src/system/usage-error.js';

const NAMES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'];

beforeEach(() => {
  for (const name of [...NAMES, 'GITHUB_API_URL', 'GITHUB_EVENT_PATH']) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

let loads = 0;
/** Anew: what was loaded once is not loaded again under the same name. */
async function canBeLoaded(): Promise<boolean> {
  const url = new URL('../../node_modules/@actions/github/lib/utils.js', import.meta.url);
  return import(`${url}?load=${loads++}`).then(
    () => true,
    (error) => {
      expect(String(error)).toMatch(/Invalid URL|URI malformed|JSON/);
      return false;
    },
  );
}

/** The name of what is refused. */
function refused(): string | null {
  try {
    checkProxy(apiAddress(process.env), process.env);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return /^\w+/.exec((error as UsageError).message)?.[0] ?? '';
  }
}

describe('the proxy', () => {
  it.each([
    'http://proxy.example:8080',
    'https://me:s3cret@proxy.example',
    'proxy.example',
    'proxy.example:8080',
    '10.0.0.1',
    'http://[',
    'http://u%zz@host',
    'http://host:99999',
    '//host',
    'file:///x',
    '',
  ])('may be %j', async (proxy) => {
    vi.stubEnv('https_proxy', proxy);
    expect(refused()).toBeNull();
    expect(await canBeLoaded()).toBe(true);
  });

  it.each(['[', 'a b', '%', 'u%zz@host', 'socks5://host:1080', 'ftp://host'])('is not %j', async (proxy) => {
    vi.stubEnv('https_proxy', proxy);
    expect(refused()).toBe('https_proxy');
    expect(await canBeLoaded()).toBe(false);
  });

  it.each<Record<string, string>>([
    { https_proxy: 'http://proxy.example' },
    { no_proxy: '*' },
    { NO_PROXY: 'example.com, GitHub.com' },
    { no_proxy: '.github.com' },
    { no_proxy: 'api.github.com:443' },
    { GITHUB_API_URL: 'http://api.github.com' },
    { GITHUB_API_URL: 'https://localhost:1' },
    { GITHUB_API_URL: 'https://127.0.0.2' },
    { GITHUB_API_URL: 'https://[::1]' },
  ])('is not looked at with %j', async (env) => {
    vi.stubEnv('HTTPS_PROXY', '[');
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(refused()).toBeNull();
    expect(await canBeLoaded()).toBe(true);
  });

  it.each<Record<string, string>>([
    { no_proxy: 'hub.com' },
    { no_proxy: 'api.github.com:80' },
    { no_proxy: ' ,' },
    { GITHUB_API_URL: 'https://localhost.example' },
  ])('is looked at with %j', async (env) => {
    vi.stubEnv('https_proxy', '[');
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(refused()).toBe('https_proxy');
    expect(await canBeLoaded()).toBe(false);
  });

  it.each([
    ['https://github.example', 'HTTPS_PROXY'],
    ['http://github.example', 'http_proxy'],
    ['http://github.example', 'HTTP_PROXY'],
  ])('of %s may be in %s', (address, name) => {
    expect(() => checkProxy(new URL(address), { [name]: '[' })).toThrow(name);
  });
});

describe('GITHUB_API_URL', () => {
  it.each(['no address', 'api.github.com', '//'])('is not %j', async (address) => {
    vi.stubEnv('GITHUB_API_URL', address);
    expect(refused()).toBe('GITHUB_API_URL');
    expect(await canBeLoaded()).toBe(false);
  });

  it('is GitHub’s own where it is empty', () => {
    expect(apiAddress({ GITHUB_API_URL: '' }).href).toBe('https://api.github.com/');
  });
});

it('is why a broken event file is hidden', async () => {
  // A file that is no JSON.
  vi.stubEnv('GITHUB_EVENT_PATH', fileURLToPath(import.meta.url));
  expect(await canBeLoaded()).toBe(false);
  vi.stubEnv('GITHUB_EVENT_PATH', undefined);
  expect(await canBeLoaded()).toBe(true);
});
