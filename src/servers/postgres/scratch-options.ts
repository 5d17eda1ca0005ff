/** What scratch databases are made with. */

import type { ChangeSession, Keeper, Observer, OperatorSession } from '../server.js';
import type { ScratchRole } from './scratch-role.js';

export interface ScratchOptions {
  keeper: Keeper;
  /** Sessions in a database, by their kinds. */
  open: {
    change(database: string, role: ScratchRole | null): Promise<ChangeSession>;
    observer(database: string): Promise<Observer>;
    operator(database: string): Promise<OperatorSession>;
    /** For what has to be run in the database itself. */
    keeper(database: string): Promise<Keeper>;
  };
  /** How another program reaches a database as a role. */
  environment(database: string, role: ScratchRole | null): Record<string, string>;
  /** Whether SQL runs with the administrator's rights. */
  superuser: boolean;
  /** How CREATE DATABASE copies; the server's own way is right for one that keeps what it writes. */
  strategy?: 'file_copy' | undefined;
  /** Keeps a database without sessions for later runs. */
  keep?: ((key: string, database: Keepable) => Promise<void>) | undefined;
}

/** A scratch database without sessions. */
export interface Keepable {
  name: string;
  /** Who owns what is in it; null: the administrator. */
  role: string | null;
  /** Roles that go with it. */
  madeRoles: readonly string[];
}

/** The administrator's part. */
export type Administration = Pick<ScratchOptions, 'keeper' | 'open'>;
