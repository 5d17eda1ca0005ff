/** Reads a `database-url`. No message ever repeats the URL: it holds a password. */
import { ServerUnavailable } from '../server.js';

export interface ServiceAddress {
  url: string;
  host: string;
  port: string;
  user: string;
  database: string;
  hasPassword: boolean;
}

const expected = 'Expected `postgres://user:password@host:5432/database`';

/** Throws `ServerUnavailable` for what isn't a Postgres URL. */
export function parseDatabaseUrl(text: string): ServiceAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // An unescaped `#`, `/` or `?` in a password ends the host early, and the rest of it would show up elsewhere.
  if (url === undefined || url.hash !== '' || `${url.pathname}${url.search}`.includes('@')) {
    throw new ServerUnavailable(
      `database-url is not a valid URL. ${expected}; write special characters of the password percent-encoded (\`@\` as \`%40\`).`,
    );
  }
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') {
    throw new ServerUnavailable(`database-url doesn't start with \`postgres://\` or \`postgresql://\`. ${expected}.`);
  }
  const user = decode(url.username) || url.searchParams.get('user') || '';
  return {
    url: text,
    host: url.searchParams.get('host') || decode(url.hostname) || process.env.PGHOST || 'localhost',
    port: url.searchParams.get('port') || url.port || '5432',
    user,
    database: decode(url.pathname.slice(1)) || user,
    hasPassword: url.password !== '' || url.searchParams.has('password'),
  };
}

/** The URL of another database on the same server, for another role; null is the one that the URL names. */
export function withDatabase(
  address: ServiceAddress,
  database: string | null,
  role: { name: string; password: string } | null = null,
): string {
  const url = new URL(address.url);
  if (database !== null) url.pathname = `/${database}`;
  if (role !== null) {
    for (const name of ['user', 'password']) url.searchParams.delete(name);
    Object.assign(url, { username: role.name, password: role.password });
  }
  return url.href;
}

/** `host:port`, for messages. */
export function place(address: ServiceAddress): string {
  return `${address.host}:${address.port}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
