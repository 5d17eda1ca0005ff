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
  /** The data folder to start from, as a tar; without it a fresh one. */
  data?: Uint8Array;
}

/** Queries, run one after the other, or the wish for the data folder as it stands. */
export type Request = { id: number; queries: readonly string[] } | { id: number; dump: true };

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

export type Lost = { kind: 'lost'; reason: string };

/** An answer to each query, or the end of the server. */
export type Outcome = { kind: 'answers'; answers: Answer[] } | Lost;

/** The data folder as a tar; null where a server that starts from it would not have all that this one has. */
export type Dumped = { kind: 'dump'; data: Uint8Array<ArrayBuffer> | null } | Lost;

export type FromWorker = { kind: 'ready'; version: string } | ({ id: number } & (Outcome | Dumped));
