import type { ChangeProof } from './proof.js';

export default {
  on: 'change',
  check: 'application',
  title: 'The application’s own program passes on the new schema',
} satisfies ChangeProof;
