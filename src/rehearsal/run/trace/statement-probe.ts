/**
 * Observes what a statement did. Nothing is prepared in the change's session, and every name is qualified, so that its SQL can
 * neither replace a query nor answer it. Locks are read from another session where there is one.
 */
import { catalogSql } from '../../../servers/catalogs/catalog-sql.js';
import {
  type ChangeSession,
  type Observer,
  PostgresError,
  type QueryResult,
  resultOf,
} from '../../../servers/server.js';
import { type Activity, type Moment, type Row, readActivity } from './activity.js';
import { changeable } from './catalog.js';

/** What two looks around a statement have seen. */
export interface ProbedStatement {
  before: Moment;
  after: Activity;
  /** What the catalogs say of the relations that the transaction may have changed, if it wrote into them. */
  rows: readonly Row[];
  /** What COMMIT was refused with. */
  refusedCommit: PostgresError | null;
}

export class StatementProbe {
  readonly #session: ChangeSession;
  readonly #observer: Observer;
  #canCountWal: boolean | undefined;

  constructor(session: ChangeSession, observer: Observer) {
    this.#session = session;
    this.#observer = observer;
  }

  /** Before the first look: in no transaction, so that no counter is left from what ran unseen. */
  async open(): Promise<void> {
    await this.#flush();
  }

  /** Runs a statement between two looks; `alone`: in a transaction of its own. Throws its refusal. */
  async observe(sql: string, alone: boolean): Promise<ProbedStatement> {
    const before = catalogSql('before');
    const queries = [alone ? `BEGIN; ${before}` : before, sql, catalogSql('after')];
    const [first, ran, last] = await this.#session.queryAll(queries);
    const refusal = ran instanceof PostgresError ? ran : readOtherwise(ran);
    if (refusal) {
      if (alone) await this.#session.query('ROLLBACK');
      throw refusal;
    }
    const after = readActivity(resultOf(last).rows);
    const rows = await this.#complete(after);
    const [commit] = alone ? await this.#session.queryAll(['COMMIT']) : [];
    return {
      before: readActivity(resultOf(first).rows),
      after,
      rows,
      refusedCommit: commit instanceof PostgresError ? commit : null,
    };
  }

  /** A look into a transaction that is open. */
  async look(): Promise<Activity> {
    const after = readActivity((await this.#session.query(catalogSql('after'))).rows);
    await this.#addHeld(after);
    return after;
  }

  /** What is committed. */
  async lookOutside(): Promise<Activity> {
    await this.#flush();
    return readActivity((await this.#session.query(catalogSql('committed'))).rows);
  }

  /** The WAL between two looks: where other sessions may write as well, the positions say nothing about this one. */
  walBetween(before: Moment, after: Moment): number | null {
    return this.#observer.outside ? null : Math.max(0, after.wal - before.wal);
  }

  /** Bytes of WAL that the session alone has written, in no transaction; null where the server doesn't provide that. */
  async written(): Promise<number | null> {
    const { pid } = this.#session;
    if (!this.#observer.outside || pid === null) return null;
    this.#canCountWal ??= (await this.#observer.read(catalogSql('can count wal'))).rows.length > 0;
    if (!this.#canCountWal) return null;
    await this.#flush();
    const { rows } = await this.#observer.read(catalogSql('wal of', pid));
    const bytes = rows[0]?.[0] ?? null;
    return bytes === null ? null : Number(bytes);
  }

  /** Adds the locks that are seen from outside, and reads what the transaction may have changed. */
  async #complete(after: Activity): Promise<readonly Row[]> {
    const changed = after.wrote && !after.schemaChanged ? changeable(after.locks) : [];
    const [rows] = await Promise.all([
      changed.length === 0
        ? []
        : this.#session.query(catalogSql('changed relations', changed)).then(({ rows }) => rows),
      this.#addHeld(after),
    ]);
    return rows;
  }

  async #addHeld({ locks }: Activity): Promise<void> {
    const { pid } = this.#session;
    if (!this.#observer.outside || pid === null) return;
    const { rows } = await this.#observer.read(catalogSql('held', pid));
    for (const [key, lock] of readActivity(rows).locks) locks.set(key, lock);
  }

  #flush(): Promise<QueryResult> {
    return this.#session.query(catalogSql('flush'));
  }
}

/** SQL can make the server read a text otherwise than the parser did: as several statements, with no look between them. */
export function readOtherwise(ran: QueryResult | undefined): PostgresError | null {
  if (ran === undefined || ran.statements <= 1) return null;
  return new PostgresError({
    message: `the server read this as ${ran.statements} statements, so that nobody can tell what it does: standard_conforming_strings is off`,
    sqlstate: '',
  });
}
