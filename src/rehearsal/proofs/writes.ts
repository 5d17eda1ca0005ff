import { code } from '../../sql/words.js';
import {
  costFindings,
  costTable,
  describeCosts,
  factor,
  tableOf,
  targetsOf,
  type WriteTarget,
} from '../write-cost/compare.js';
import { WriteCosts } from '../write-cost/write-costs.js';
import { failed, notChecked, type ProofOutcome, proven, rowsProof } from './proof.js';

interface MeasuredBefore {
  targets: WriteTarget[];
  costs: WriteCosts;
}

export default rowsProof<MeasuredBefore>({
  check: 'writes',
  title: 'Write cost measured',
  async begin({ stage, migration: { up }, existing }) {
    const targets = targetsOf(up, existing);
    const costs = new WriteCosts(stage);
    await stage.scratch.pastRowSecurity(() => costs.before(targets));
    return { targets, costs };
  },
  async show({ stage, migration: { up }, maxWriteCost }, { targets, costs }): Promise<ProofOutcome | null> {
    if (targets.length === 0) return null;
    const measured = await stage.scratch.pastRowSecurity(() => costs.after());
    const writeCosts = measured.map(({ cost }) => cost);
    const observations = measured.flatMap(({ target, cost }) => costFindings(up, target, cost, maxWriteCost));
    const rest = {
      ...(maxWriteCost !== null && { title: `Writes cost at most ${maxWriteCost} times what they did` }),
      part: { writeCosts },
      observations,
      ...(writeCosts.length > 0 && { table: costTable(writeCosts) }),
    };
    const missing = targets.map(tableOf).filter((name) => !writeCosts.some(({ table }) => table === name));
    const unknown =
      missing.length > 0
        ? [`not measured: the rows of ${missing.map(code).join(', ')} could not be written anew, or not counted`]
        : [];
    const detail = [describeCosts(writeCosts), ...unknown].filter((part) => part !== '').join('; ');
    if (writeCosts.some((cost) => maxWriteCost !== null && factor(cost) > maxWriteCost)) return failed(detail, rest);
    return missing.length > 0 ? notChecked('not-measured', detail, rest) : proven(detail, rest);
  },
  untried({ migration: { up }, existing }, reason) {
    const targets = targetsOf(up, existing);
    if (targets.length === 0) return null;
    return notChecked(
      reason,
      `not measured: nothing was written to ${targets.map((target) => code(tableOf(target))).join(', ')}`,
    );
  },
});
