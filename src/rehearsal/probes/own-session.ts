/** A session that is another one for a while. */
import type { ChangeSession } from '../../servers/server.js';
import { resetSession } from '../ground/session.js';

export class OwnSession implements ChangeSession {
  readonly kind = 'change';
  readonly #usual: ChangeSession;
  readonly #connect: () => Promise<ChangeSession>;
  #now: ChangeSession;

  constructor(usual: ChangeSession, connect: () => Promise<ChangeSession>) {
    this.#usual = usual;
    this.#connect = connect;
    this.#now = usual;
  }

  /** Does the work on a new connection: a setting that was once made up in a session is never again what it was (it stays empty). */
  async apart<T>(work: () => Promise<T>): Promise<T> {
    this.#now = await this.#connect();
    try {
      await resetSession(this.#now);
      return await work();
    } finally {
      const opened = this.#now;
      this.#now = this.#usual;
      await opened.close();
    }
  }

  get pid(): number | null {
    return this.#now.pid;
  }

  query(sql: string): ReturnType<ChangeSession['query']> {
    return this.#now.query(sql);
  }

  queryAll(queries: readonly string[]): ReturnType<ChangeSession['queryAll']> {
    return this.#now.queryAll(queries);
  }

  takeNotices(): ReturnType<ChangeSession['takeNotices']> {
    return this.#now.takeNotices();
  }

  close(): Promise<void> {
    return this.#now.close();
  }
}
