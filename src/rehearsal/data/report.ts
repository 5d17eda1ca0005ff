/** Adds to a migration's report what its rollback did to rows. Pure. */
import type { MigrationReport, Proof } from '../../report/types.js';
import type { Tried } from './rollback-data.js';
import { rollbackVerdict } from './worth.js';

const TITLE = 'The rollback brings the rows back, too';

export function withData(report: MigrationReport, tried: Tried | string): MigrationReport {
  const { rollback, proofs } = report;
  if (typeof tried === 'string') return { ...report, proofs: inserted(proofs, line('not checked', tried)) };
  const data = { dropped: [], ...rollback.data, ...tried };
  const verdict = rollbackVerdict(rollback.differences, data);
  return { ...report, rollback: { ...rollback, verdict, data }, proofs: inserted(proofs, proofOf(data)) };
}

function proofOf({ lost, refused }: Tried): Proof {
  if (lost.length > 0) {
    const list = lost.map(({ table, column, detail }) => `${table}${column ? `.${column}` : ''}: ${detail}`);
    return line('failed', list.join('; '));
  }
  if (refused.length > 0) {
    return line(
      'failed',
      `it fails once there is ${refused.map(({ data, sqlstate }) => `${data} (${sqlstate})`).join(', or ')}`,
    );
  }
  return line('proven', 'tried on made-up rows, and on rows that only the new schema allows');
}

function line(status: Proof['status'], detail: string): Proof {
  return { check: 'data', status, title: TITLE, detail };
}

/** After the line about the schema. */
function inserted(proofs: Proof[], proof: Proof): Proof[] {
  const at = proofs.findIndex(({ check }) => check === 'rollback') + 1;
  return [...proofs.slice(0, at), proof, ...proofs.slice(at)];
}
