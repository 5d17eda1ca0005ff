/** How a file gets out of the transaction that its migration tool opens: what docs/layouts.md says, for the middle of a sentence. */
import type { Migration } from '../../model.js';

export type WayOut =
  /** The tool reads this and begins no transaction. */
  | { mark: string }
  /** A COMMIT in the file ends the tool's transaction, and that is how it is done. */
  | { commit: string }
  /** There is none: whoever runs the tool has to run the statement apart from it. */
  | { none: string };

const WAYS: Record<string, WayOut> = {
  atlas: { mark: 'write `-- atlas:txmode none` at the top of the file, with an empty line below it' },
  dbmate: { mark: 'write `transaction:false` after `-- migrate:up` or `-- migrate:down`' },
  diesel: { mark: 'write `run_in_transaction = false` into the `metadata.toml` beside it' },
  drizzle: { commit: 'Drizzle' },
  flyway: { mark: 'write `executeInTransaction=false` into a file of its name with `.conf` after it' },
  'golang-migrate': { mark: 'let it be the only statement of its file' },
  goose: { mark: 'write `-- +goose NO TRANSACTION` at the top of the file' },
  'graphile-migrate': { mark: 'write `--! no-transaction` as the first line' },
  hasura: { none: 'Hasura' },
  liquibase: { mark: 'write `runInTransaction:false` after the changeset’s author and id' },
  'node-pg-migrate': { none: 'node-pg-migrate' },
  pop: { mark: 'give the file a name that ends in `.autocommit.up.sql` or `.autocommit.down.sql`' },
  'postgres-migrations': { mark: 'write `-- postgres-migrations disable-transaction` at the top of the file' },
  prisma: { mark: 'let it be the only statement of its file' },
  'sql-migrate': { mark: 'write `notransaction` after `-- +migrate Up` or `-- +migrate Down`' },
  sqlx: { mark: 'write `-- no-transaction` as the first line' },
  supabase: { none: 'The Supabase CLI' },
  tern: { mark: 'write `---- tern: disable-tx ----` into that section' },
};

/** Undefined where it isn't known which tool runs the file, or the tool opens no transaction. */
export function wayOut({ layout }: Pick<Migration, 'layout'>): WayOut | undefined {
  return WAYS[layout];
}

/** What to do where the file has to run outside a transaction; one sentence, or two. */
export function wayOutAdvice(migration: Pick<Migration, 'layout'>): string {
  const way = wayOut(migration);
  if (way === undefined) return 'Tell the tool to run that file without a transaction, if it can.';
  if ('mark' in way) return `For the tool to run it without a transaction, ${way.mark}.`;
  if ('none' in way) return `${way.none} can’t run a file without a transaction: run such a statement apart from it.`;
  return `${way.commit} has no mark for that: a \`COMMIT;\` before the statement ends its transaction, and what follows has to be repeatable.`;
}
