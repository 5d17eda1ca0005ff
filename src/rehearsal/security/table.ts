/** The report's table of who may do what, before and after. Pure. */
import type { Proof } from '../../report-schema/types.js';
import type { RightChange } from './changes.js';
import { EVERYBODY, objectWords, roleWords } from './rights.js';

export function accessTable(changes: readonly RightChange[]): NonNullable<Proof['table']> {
  return {
    caption: 'who may do what',
    head: ['Role', 'Object', 'Before', 'After'],
    rows: changes.map(({ kind, role, entry, lineage, before, after }) => [
      role === EVERYBODY && kind === 'owner' ? '–' : roleWords(role),
      objectWords(entry),
      before ?? (lineage === 'new' ? 'not there' : 'nothing'),
      after ?? (lineage === 'gone' ? 'dropped' : 'nothing'),
    ]),
  };
}
