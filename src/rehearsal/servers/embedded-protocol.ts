/** What the main thread and the embedded server's worker say to each other. */
import type { Notice, QueryResult } from './server.js';

/** Given to the worker when it starts. */
export interface WorkerOptions {
  /** PGlite's `dist` folder. */
  pglite: string;
  /** Where a fresh data folder is kept between runs; null to make it anew each time. */
  cache: string | null;
  /** Whether CREATE EXTENSION must work: it costs 130 ms. */
  extensions: boolean;
}

/** Run one after the other. */
export interface Request {
  id: number;
  queries: readonly string[];
}

export interface ErrorFields {
  message: string;
  sqlstate: string;
  detail?: string | undefined;
  hint?: string | undefined;
  position?: number | undefined;
}

export type Answer =
  | { kind: 'result'; result: QueryResult; notices: Notice[] }
  | { kind: 'error'; error: ErrorFields; notices: Notice[] };

/** An answer to each query, or the end of the server. */
export type Outcome = { kind: 'answers'; answers: Answer[] } | { kind: 'lost'; reason: string };

export type FromWorker = { kind: 'ready'; version: string } | ({ id: number } & Outcome);
