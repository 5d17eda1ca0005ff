/** What a throwaway cluster is, and what it is made from. */
import type { Identity } from './unprivileged.js';

export interface Cluster {
  /** The socket's folder, or a loopback address. */
  host: string;
  port: number;
  /** Where its data is. */
  data: string;
  stop(): Promise<void>;
}

export interface ClusterPlan {
  bin: string;
  /** The temporary folder: data, socket and nothing else. */
  folder: string;
  identity: Identity | undefined;
  /** The password of `postgres`, for a cluster that listens on a port as a service does. */
  password: string | undefined;
  port: number;
  /** Settings of the server besides ours. */
  settings?: Record<string, string> | undefined;
  /** Called with what the server writes to its log. */
  log?: ((text: string) => void) | undefined;
  /** A data folder to start from, as a tar, instead of what initdb makes. */
  kept?: Buffer | undefined;
}
