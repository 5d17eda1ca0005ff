/** Rehearses SQL given as text. */
import type { SourceFile, TransactionMode } from '../../src/model.js';
import type { StatisticsFile } from '../../src/rehearsal/ground/statistics/schema.js';
import { type Rehearsal, rehearse } from '../../src/rehearsal/rehearse.js';
import type { MigrationReport, StatementReport } from '../../src/report-schema/types.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { applicationQueries } from '../../src/sql/queries.js';
import { migrationOf } from './examples.js';

const grammar = await loadGrammar();

export interface Rehearsed {
  rehearsal: Rehearsal;
  report: MigrationReport;
  /** Of the up script, by their order. */
  up: StatementReport[];
  rules: string[];
}

/** One migration after `setup`. */
export async function rehearseSql(
  server: Server,
  setup: string,
  sql: string,
  {
    down,
    verify,
    seed,
    bootstrap,
    statistics,
    queries = '',
    maxWriteCost = null,
    transaction,
    unread = [],
    undecided = false,
  }: {
    down?: string;
    verify?: string;
    seed?: string;
    /** What the administrator runs first. */
    bootstrap?: string;
    /** Production's. */
    statistics?: StatisticsFile;
    /** The application's. */
    queries?: string;
    maxWriteCost?: number | null;
    transaction?: TransactionMode;
    /** Migrations before it that are not SQL. */
    unread?: SourceFile[];
    /** How it is sent is a guess. */
    undecided?: boolean;
  } = {},
): Promise<Rehearsed> {
  const { migration, baseline } = migrationOf(
    { setup, sql, ...(down !== undefined && { down }), ...(transaction && { transaction }) },
    grammar,
  );
  if (undecided) migration.undecided = true;
  if (verify !== undefined) {
    migration.verify = grammar.parseScript({
      role: 'verify',
      file: { path: 'verify.sql', text: verify },
      sql: verify,
      transaction: 'autocommit',
    });
  }
  const script = (path: string, text: string) =>
    grammar.parseScript({ role: 'up', file: { path, text }, sql: text, transaction: 'autocommit' });
  const rehearsal = await rehearse(server, {
    ...(bootstrap !== undefined && { bootstrap: [script('bootstrap.sql', bootstrap)] }),
    changed: [migration],
    baseline,
    unread,
    seed: seed === undefined ? [] : [script('seed.sql', seed)],
    queries: applicationQueries({ path: 'queries.sql', text: queries }),
    maxWriteCost,
    ...(statistics && { statistics }),
  });
  const [report] = rehearsal.migrations;
  if (report === undefined) throw new Error('nothing was rehearsed');
  const up = report.statements.filter(({ role }) => role === 'up');
  return { rehearsal, report, up, rules: rehearsal.observations.map(({ finding }) => finding.rule) };
}
