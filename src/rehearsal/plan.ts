/** What is to be rehearsed. */
import type { Migration, Script, SourceFile } from '../model.js';
import type { ApplicationQuery } from '../sql/queries.js';
import type { ProgramEnd } from '../system/run-program.js';
import type { StatisticsFile } from './ground/statistics/schema.js';

export interface Plan {
  changed: Migration<Script>[];
  /** Scripts that the administrator runs before all others, in order. */
  bootstrap?: Script[];
  /** Scripts that build the schema before the change, in order. */
  baseline: Script[];
  /** Migrations before the change that are not SQL, and so were not run. */
  unread?: SourceFile[];
  /** Scripts that put rows into it. */
  seed: Script[];
  /** SQL expressions for made-up rows, by `table.column`. */
  seedHints?: Record<string, string>;
  /** Validation queries that belong to no single migration. */
  validation?: Script[];
  /** The application's own queries. */
  queries?: ApplicationQuery[];
  /** What production's planner knows. */
  statistics?: StatisticsFile | null;
  /** The application's own program, run where these variables lead to a database. */
  application?: ((environment: Record<string, string>) => Promise<ProgramEnd>) | null;
  /** The factor by which writes may become dearer. */
  maxWriteCost?: number | null;
}
