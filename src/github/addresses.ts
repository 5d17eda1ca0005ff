/** The addresses in the environment that lead to GitHub, checked before anything that would fail on them is loaded. */
import { UsageError } from '../system/usage-error.js';

const IS_HTTP = /^https?:\/\//;

/** GITHUB_API_URL; an empty one counts as none. Throws `UsageError` for what nothing can be sent to. */
export function apiAddress({ GITHUB_API_URL: address }: NodeJS.ProcessEnv): URL {
  if (!address) return new URL('https://api.github.com');
  if (IS_HTTP.test(address) && URL.canParse(address)) return new URL(address);
  throw new UsageError('GITHUB_API_URL is not an address that begins with https://');
}

/** Throws `UsageError` where requests to `address` would go through a proxy that can't be one. */
export function checkProxy(address: URL, env: NodeJS.ProcessEnv): void {
  const names = address.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  const name = names.find((it) => env[it]);
  if (name === undefined || isPassedBy(address, env) || isUsable(env[name] ?? '')) return;
  throw new UsageError(`${name} is not the address of a proxy, such as http://proxy.example:8080`);
}

/** As `@actions/http-client` does it. */
function isPassedBy({ hostname, port, protocol }: URL, env: NodeJS.ProcessEnv): boolean {
  if (/^(?:localhost$|127\.|\[::1\])/.test(hostname)) return true;
  const hosts = [hostname, `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`];
  const entries = (env.no_proxy || env.NO_PROXY || '').toLowerCase().split(',');
  return entries
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .some((entry) => {
      const ending = entry.startsWith('.') ? entry : `.${entry}`;
      return entry === '*' || hosts.some((host) => host === entry || host.endsWith(ending));
    });
}

/** `@actions/http-client` goes without a proxy whose address begins well or names no host, and throws for any other. */
function isUsable(proxy: string): boolean {
  if (IS_HTTP.test(proxy)) return true;
  try {
    const { hostname, protocol, username, password } = new URL(URL.canParse(proxy) ? proxy : `http://${proxy}`);
    decodeURIComponent(username + password);
    return hostname === '' || IS_HTTP.test(`${protocol}//`);
  } catch {
    return false;
  }
}
