/** Opens `pg` connections. The driver is loaded on first use: a run that needs no server never pays for it. */
import type { Client, ClientConfig } from 'pg';

/** What `pg` does not type but has had since version 8. */
interface PgWire {
  on(event: 'commandComplete', listener: (message: { text: string }) => void): void;
  on(event: 'emptyQuery' | 'readyForQuery', listener: () => void): void;
  stream: { on(event: 'data', listener: (chunk: Buffer) => void): void; cork(): void; uncork(): void; destroy(): void };
}

export type PgClient = Client & { connection: PgWire; processID: number };

/** Connects once. Values come back as the text that the server sent. */
export async function connectClient(config: ClientConfig): Promise<PgClient> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    application_name: 'migration-safety',
    connectionTimeoutMillis: 10_000,
    ...config,
    types: { getTypeParser: () => (value: string) => value },
    // Queries that are sent together go out together; `@types/pg` doesn't know it yet.
    ...{ pipeline: true },
  }) as PgClient;
  // Without a listener, a connection that breaks while idle would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return client;
}
