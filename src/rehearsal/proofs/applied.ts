import type { Statement } from '../../model.js';
import type { MigrationReport } from '../../report-schema/types.js';
import { count, failed, notChecked, type ProofOutcome, proven, type SchemaProof } from './proof.js';

export const MADE_TO_RUN = 'its statements were then run outside the transaction, so that the rest could be checked';

export const PARTED = 'each file was then run in a transaction of its own, so that the rest could be checked';

/** What is said of a run without some of its statements. */
export function leftOutWords(leftOut: readonly { statement: Statement }[]): string {
  const lines = leftOut.map(({ statement }) => statement.location.line);
  const [which, are] = lines.length === 1 ? ['line', 'was'] : ['lines', 'were'];
  return `${which} ${lines.join(', ')} ${are} left out: only an administrator may run it, and nothing but owners, roles and rights depends on it`;
}

export default {
  on: 'schema',
  check: 'applied',
  title: 'The migration applies',
  show({ report: { statements, madeToRun } }: { report: MigrationReport }): ProofOutcome {
    const up = statements.filter(({ role }) => role === 'up');
    const refused = up.filter(({ status }) => status === 'failed');
    if (up.length === 0) return notChecked('no-statement', 'it holds no statement');
    const leftOut = up.filter(({ status }) => status === 'notRun');
    if (refused.length === 0 && leftOut.length > 0) {
      return notChecked('not-as-sent', `${count(up.length - leftOut.length, 'statement')} applied; ${madeToRun}`);
    }
    if (refused.length === 0) return proven(`${count(up.length, 'statement')} applied`);
    const states = [...new Set(refused.map(({ sqlstate = 'not sent' }) => sqlstate))].join(', ');
    const rest = madeToRun ? `; ${madeToRun}` : '';
    return failed(`Postgres refused ${count(refused.length, 'statement')} (${states})${rest}`);
  },
} satisfies SchemaProof;
