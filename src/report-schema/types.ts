/** The report's nouns, inferred from its schema: each field and its meaning are there once. Types only. */
import type * as v from 'valibot';
import type { reportSchema } from './report.js';

/** The one result that everything else renders. */
export type Report = v.InferOutput<typeof reportSchema>;
/** What a rule or the rehearsal reports. */
export type Finding = Report['findings'][number];
export type Severity = Finding['severity'];
/**
 * Where a finding's certainty comes from; `EVIDENCE` has what each word means. `static` is also what a server ran but can't
 * tell: what production's rows are, who is connected, which deploy broke off.
 */
export type Evidence = Finding['evidence'];
export type Consequence = NonNullable<Finding['consequences']>[number];
export type Silenced = NonNullable<Report['silenced']>[number];
export type Related = NonNullable<Finding['related']>[number];
/** A mechanical repair: applying all its edits gives the safe form. */
export type Fix = NonNullable<Finding['fixes']>[number];
export type TextEdit = Fix['edits'][number];

export type NotChecked = Report['notChecked'][number];
export type BaselineReport = NonNullable<Report['baseline']>;
export type ServerReport = NonNullable<Report['postgres']['server']>;
export type ServerKind = ServerReport['kind'];

export type MigrationReport = Report['migrations'][number];
export type StatementReport = MigrationReport['statements'][number];
export type StatementStatus = StatementReport['status'];
export type LockReport = NonNullable<StatementReport['locks']>[number];
/** Rows that a statement wrote. */
export type RowsWritten = StatementReport['rows'][number];
/** One object that differs between two snapshots of the catalogs. */
export type Difference = StatementReport['objects'][number];
/** A lock over its whole life: from the statement that took it to the one that ended its transaction. */
export type LockHold = MigrationReport['lockTimeline'][number];

export type RollbackReport = MigrationReport['rollback'];
export type RollbackVerdict = RollbackReport['verdict'];
export type RollbackData = NonNullable<RollbackReport['data']>;
export type RerunReport = MigrationReport['rerun'];
export type Interruption = NonNullable<RerunReport['interrupted']>[number];
export type Retry = Interruption['again'];
export type ValidationReport = MigrationReport['validations'][number];
export type PlanReport = MigrationReport['plans'][number];
/** A query of the application, tried before the migration and after it. */
export type QueryReport = MigrationReport['queries'][number];
export type WriteCostReport = MigrationReport['writeCosts'][number];
/** One line of the checklist: a fact that a server showed, or why it could not be shown. */
export type Proof = MigrationReport['proofs'][number];
