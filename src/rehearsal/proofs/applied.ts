import type { MigrationReport } from '../../report-schema/types.js';
import { count, failed, notChecked, type ProofOutcome, proven, type SchemaProof } from './proof.js';

export const MADE_TO_RUN = 'its statements were then run outside the transaction, so that the rest could be checked';

export const PARTED = 'each file was then run in a transaction of its own, so that the rest could be checked';

export default {
  on: 'schema',
  check: 'applied',
  title: 'The migration applies',
  show({ report: { statements, madeToRun } }: { report: MigrationReport }): ProofOutcome {
    const up = statements.filter(({ role }) => role === 'up');
    const refused = up.filter(({ status }) => status === 'failed');
    if (up.length === 0) return notChecked('no-statement', 'it holds no statement');
    if (refused.length === 0) return proven(`${count(up.length, 'statement')} applied`);
    const states = [...new Set(refused.map(({ sqlstate = 'not sent' }) => sqlstate))].join(', ');
    const rest = madeToRun ? `; ${madeToRun}` : '';
    return failed(`Postgres refused ${count(refused.length, 'statement')} (${states})${rest}`);
  },
} satisfies SchemaProof;
