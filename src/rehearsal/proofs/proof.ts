/**
 * A proof: one thing that is shown of a migration by running something. A file for each, and one list (list.ts); what they
 * show is folded into the report in one place (run.ts). What was not tried, or not as it will be run, is never proven.
 */
import type { Migration, Script } from '../../model.js';
import type { Proof as Line, MigrationReport } from '../../report-schema/types.js';
import type { ApplicationQuery } from '../../sql/queries.js';
import type { Observation } from '../../verdict/observation.js';
import type { SeedCatalog } from '../ground/seed/catalog.js';
import type { Seeding } from '../ground/seed/seed.js';
import type { Stage } from '../ground/stage.js';
import type { StatisticsFile } from '../ground/statistics/schema.js';
import type { Again } from '../look-again.js';
import type { RelatedRelations } from '../probes/related.js';
import type { ScriptRun } from '../run/apply.js';
import type { Snapshot } from '../snapshot/snapshot.js';

/** Why nothing was shown: the program goes by this, people by the detail. */
export type Reason = NonNullable<Line['reason']>;

interface Common {
  /** What was tried, and on what. */
  detail: string;
  /** Another than the proof's own, where what it shows depends on the settings. */
  title?: string;
  /** What the report shows as a table, folded away: text without an explanation. */
  table?: Line['table'];
  /** The proof's own part of the report. */
  part?: Partial<MigrationReport>;
  observations?: readonly Observation[];
  /** Columns that an INSERT left out, in full, where it worked after the migration: what says that none does is refuted. */
  leftOut?: readonly string[];
  again?: Again;
}

export type ProofOutcome = Common & ({ status: 'proven' | 'failed' } | { status: 'not checked'; reason: Reason });

/** The state before a migration is run. */
interface Scene {
  stage: Stage;
  migration: Migration<Script>;
}

/** The first run: on the schema as the baseline leaves it. */
export interface SchemaScene extends Scene {
  before: Snapshot;
  /** The tables have the user's rows. */
  seeded: boolean;
  /** The application's queries, which must work before and after. */
  queries: readonly ApplicationQuery[];
  /** Validation scripts besides the migration's own. */
  validation: readonly Script[];
  /** What the migrations of the change before it did, in order. */
  earlier: readonly { before: Snapshot; after: Snapshot }[];
  /** The migrations of the change that come after it. */
  later: readonly Script[];
  /** What production's planner knows of its tables, where the operator gave it. */
  statistics?: StatisticsFile | null | undefined;
  /** Is called when the migration is done with, whatever became of it. */
  defer(work: () => Promise<unknown>): void;
}

export interface SchemaApplied extends SchemaScene {
  run: ScriptRun;
  after: Snapshot;
  /** With the parts of the proofs before. */
  report: MigrationReport;
  /** The session did not survive: nothing more can be tried in it. */
  endSession(): void;
  /** The database is no longer as the migration left it. */
  spoil(): void;
  /** Another script of the migration was run and traced. */
  ran(script: Script, run: ScriptRun): void;
  /** What the schema is after a rollback that ran as its tool runs it. */
  rolledBack(schema: Snapshot): void;
}

/** The second run: on tables with rows, the user's or made-up ones. */
export interface RowsScene extends Scene {
  /** Of the first run. */
  report: MigrationReport;
  /** Tables that existed before the change. */
  existing: ReadonlySet<string>;
  /** Those of them that the migration wrote to or rewrote in the first run, by the names that they had before it. */
  written: readonly string[];
  /** Its place in what the tool sends in one transaction: nobody sees the schema in between. */
  sent: { isFirst: boolean; isLast: boolean; memory: Map<string, unknown> };
  /** What was there before the change, and may have changed for those who use it. */
  related: RelatedRelations;
  /** The schema that the running application was written for. */
  deployed: SeedCatalog;
  /** The application's queries. */
  queries: readonly ApplicationQuery[];
  /** The factor by which writes may become dearer. */
  maxWriteCost: number | null;
  /** SQL expressions for made-up rows, by `table.column`. */
  hints: Readonly<Record<string, string>>;
  seeding: Seeding;
}

/** What is known of a migration that was not run on rows. */
type Untried = Pick<RowsScene, 'migration' | 'report' | 'existing' | 'written' | 'related' | 'queries'>;

interface Base {
  check: Line['check'];
  /** What it shows, as the checklist says it. */
  title: string;
}

export interface SchemaProof<Begun = unknown> extends Base {
  on: 'schema';
  /** It destroys the database: it is shown after the others. */
  last?: true;
  /** Before the migration. */
  begin?(scene: SchemaScene): Promise<Begun>;
  /** Once it has been applied. Null where there is nothing to show. */
  show(scene: SchemaApplied, begun: Begun): Promise<ProofOutcome | null> | ProofOutcome | null;
}

export interface RowsProof<Begun = unknown> extends Base {
  on: 'rows';
  begin(scene: RowsScene): Promise<Begun>;
  show(scene: RowsScene, begun: Begun): Promise<ProofOutcome | null>;
  /** Where it was not run on rows: null where there is nothing to show. */
  untried(scene: Untried, reason: Reason): ProofOutcome | null;
}

/** Of the change as a whole: it is shown with the last migration. */
export interface ChangeProof extends Base {
  on: 'change';
}

export type ProofDefinition = SchemaProof | RowsProof | ChangeProof;

/** Checks a proof's shape at compile time. */
export function schemaProof<Begun>(proof: Omit<SchemaProof<Begun>, 'on'>): SchemaProof {
  return { on: 'schema', ...proof } as SchemaProof;
}

/** Checks a proof's shape at compile time. */
export function rowsProof<Begun>(proof: Omit<RowsProof<Begun>, 'on'>): RowsProof {
  return { on: 'rows', ...proof } as RowsProof;
}

export const proven = (detail: string, rest: Omit<Common, 'detail'> = {}): ProofOutcome => ({
  status: 'proven',
  detail,
  ...rest,
});
export const failed = (detail: string, rest: Omit<Common, 'detail'> = {}): ProofOutcome => ({
  status: 'failed',
  detail,
  ...rest,
});
export const notChecked = (reason: Reason, detail: string, rest: Omit<Common, 'detail'> = {}): ProofOutcome => ({
  status: 'not checked',
  reason,
  detail,
  ...rest,
});

/** `3 indexes`. */
export function count(number: number, noun: string): string {
  const plural = noun.endsWith('x') ? `${noun}es` : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${number} ${number === 1 ? noun : plural}`;
}
