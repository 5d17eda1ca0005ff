/** An address in the words that other programs read. Pure. */
import type { ClientConfig } from 'pg';

/** Manual, libpq: Environment Variables; and DATABASE_URL, which most applications read. */
export function environmentOf({ host = '', port, user, password, database }: ClientConfig): Record<string, string> {
  const secret = typeof password === 'string' ? password : '';
  const who = [user ?? '', secret].map(encodeURIComponent).join(':');
  // A socket's folder is no host of a URL: drivers take it from the query (libpq, node-postgres, pgx, Prisma).
  const isSocket = host.startsWith('/');
  const authority = [isSocket ? 'localhost' : host, ...(port === undefined ? [] : [port])].join(':');
  const query = isSocket ? `?host=${encodeURIComponent(host)}` : '';
  return {
    DATABASE_URL: `postgresql://${who}@${authority}/${encodeURIComponent(database ?? '')}${query}`,
    PGHOST: host,
    PGPORT: String(port ?? ''),
    PGUSER: user ?? '',
    PGPASSWORD: secret,
    PGDATABASE: database ?? '',
  };
}
