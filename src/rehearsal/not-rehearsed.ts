/** What is known of a migration that was not run. */
import type { Migration, Script } from '../model.js';
import type { MigrationReport, RollbackReport } from '../report-schema/types.js';
import { irreversibleReason } from '../sql/directives.js';
import { blankReport } from './run/statement-report.js';

export function notRehearsed({ id, path, layout, up, down, irreversible }: Migration<Script>): MigrationReport {
  const blank = (script: Script) => script.statements.map((statement) => blankReport(script, statement, 'notRun'));
  return {
    ...{ id, path, layout },
    statements: [...blank(up), ...(down ? blank(down) : [])],
    lockTimeline: [],
    rollback: untriedRollback(up, down, irreversible),
    rerun: { verdict: 'not checked', differences: [] },
    ...{ validations: [], plans: [], queries: [], writeCosts: [], bloat: [], proofs: [] },
  };
}

function untriedRollback(up: Script, down: Script | undefined, said: string | undefined): RollbackReport {
  const reason = said ?? irreversibleReason(up) ?? (down && irreversibleReason(down));
  if (reason !== undefined && down === undefined) {
    return { verdict: 'declared irreversible', differences: [], irreversible: reason };
  }
  return { verdict: down ? 'not checked' : 'no down', differences: [], ...(reason && { irreversible: reason }) };
}
