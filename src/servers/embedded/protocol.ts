/** The messages between the main thread and the embedded server's worker. */
import type { TarEntry } from '../baseline-cache/tar.js';
import type { Notice, QueryResult } from '../server.js';

/** The files of a data folder. */
export type DataFolder = readonly TarEntry[];

/** Given to the worker when it starts. */
export interface WorkerOptions {
  /** PGlite's `dist` folder. */
  pglite: string;
  /** Where a fresh data folder is kept between runs; null to make it anew each time. */
  cache: string | null;
  /** Whether CREATE EXTENSION must work: it costs about 100 ms. */
  extensions: boolean;
  /** Whether to do without PGlite's insides, as where they aren't what we know: slower, with nothing but its documented API. */
  plain: boolean;
  /** The data folder to start from, as a tar or as files; without it a fresh one. */
  data?: Uint8Array | DataFolder;
}

/** Queries, run one after the other; or an image of the engine that is to be taken, restored or forgotten. */
export type Request =
  | { id: number; queries: readonly string[] }
  | { id: number; keep: number; withData: boolean }
  | { id: number; restore: number }
  | { id: number; forget: number };

export interface ErrorFields {
  message: string;
  sqlstate: string;
  detail?: string | undefined;
  hint?: string | undefined;
  position?: number | undefined;
  constraint?: string | undefined;
  column?: string | undefined;
  where?: string | undefined;
}

export type EngineAnswer =
  | { kind: 'result'; result: QueryResult; notices: Notice[] }
  | { kind: 'error'; error: ErrorFields; notices: Notice[] };

export type Lost = { kind: 'lost'; reason: string };

/** An answer to each query, or the end of the server. */
export type EngineOutcome = { kind: 'answers'; answers: EngineAnswer[] } | Lost;

/**
 * The image is taken. With the files that a server can start from, if that was asked for, and if it would then have all that
 * this one has.
 */
export type KeptFolder = { kind: 'kept'; data: DataFolder | null } | Lost;

/** Whether it could be done. */
type Restored = { kind: 'restored'; done: boolean };

/** `lacks`: why there can be no images, where there can be none. No request to forget is answered. */
export type FromWorker =
  | { kind: 'ready'; version: string; lacks: readonly string[] }
  | ({ id: number } & (EngineOutcome | KeptFolder | Restored));
