/** An address in the words that other programs read. Pure. */
import type { ClientConfig } from 'pg';

/** Manual, libpq: Environment Variables; and DATABASE_URL, which most applications read. Throws where no host is known. */
export function environmentOf(config: ClientConfig): Record<string, string> {
  const { host, port, user, password, database } = partsOf(config);
  // Without a host a driver would go to whatever listens on this machine.
  if (host === '') throw new Error('the server has no address for other programs; that is a bug of migration-safety');
  const who = [user, password].map(encodeURIComponent).join(':');
  // A socket's folder is no host of a URL: drivers take it from the query (libpq, node-postgres, pgx, Prisma).
  const isSocket = host.startsWith('/');
  const authority = `${isSocket ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
  const query = isSocket ? `?host=${encodeURIComponent(host)}` : '';
  return {
    DATABASE_URL: `postgresql://${who}@${authority}/${encodeURIComponent(database)}${query}`,
    PGHOST: host,
    PGPORT: port,
    PGUSER: user,
    PGPASSWORD: password,
    PGDATABASE: database,
  };
}

/** Also of a connection string. */
function partsOf({ connectionString, ...config }: ClientConfig) {
  const url = connectionString === undefined ? undefined : new URL(connectionString);
  const said = (name: string) => url?.searchParams.get(name) || undefined;
  const secret = typeof config.password === 'string' ? config.password : '';
  return {
    host: said('host') ?? (url ? url.hostname.replace(/^\[|\]$/g, '') || 'localhost' : (config.host ?? '')),
    port: said('port') ?? (url?.port || String(config.port ?? 5432)),
    user: said('user') ?? (url ? decodeURIComponent(url.username) : (config.user ?? '')),
    password: said('password') ?? (url ? decodeURIComponent(url.password) : secret),
    database: url ? decodeURIComponent(url.pathname.slice(1)) : (config.database ?? ''),
  };
}
