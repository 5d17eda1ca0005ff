import { code } from '../../sql/words.js';
import { failed, proven, schemaProof } from './proof.js';

const WORDS = { chosen: 'uses', usable: 'can use', 'not used': 'does not use' };

/** They were explained while the validation queries ran. */
export default schemaProof({
  check: 'plans',
  title: 'The target queries use their indexes',
  show({ report: { plans } }) {
    if (plans.length === 0) return null;
    const detail = plans.map(({ line, index, status }) => `line ${line} ${WORDS[status]} ${code(index)}`).join('; ');
    return plans.some(({ status }) => status === 'not used') ? failed(detail) : proven(detail);
  },
});
