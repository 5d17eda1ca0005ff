import type { RollbackReport } from '../../report-schema/types.js';
import { inWords } from '../rollback/rollback.js';
import { failed, notChecked, proven, schemaProof } from './proof.js';

/** The rollback's proof has run the migration once more. */
export default schemaProof({
  check: 'rerun',
  last: true,
  title: 'It applies again after the rollback',
  show({ report: { rerun, madeToRun, rollback }, migration: { down } }) {
    // What is shown of another run than the tool's is no verdict.
    const verdict = madeToRun === undefined ? rerun.verdict : 'not checked';
    switch (rerun.verdict) {
      case 'repeatable':
        return proven(`up, down, ${isBuiltAgain(rollback) ? 'what went along built again, ' : ''}up: the same schema`, {
          part: { rerun: { ...rerun, verdict } },
        });
      case 'fails':
        return failed('the second time it fails');
      case 'differs':
        return failed(rerun.differences.map(inWords).join('; '));
      case 'not checked':
        return down
          ? notChecked('incomplete', 'the rollback did not run to its end')
          : notChecked('no-script', 'there is no rollback script');
    }
  },
});

/** The index that goes with its constraint is there before the constraint is. */
function isBuiltAgain({ harmless = [] }: RollbackReport): boolean {
  return harmless.some(({ kind, change }) => kind === 'index' && change === 'missing');
}
