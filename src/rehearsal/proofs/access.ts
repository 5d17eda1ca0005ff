/** Who may do what, before the migration and after it: nothing changes but what a statement says. */
import { rightChanges } from '../security/changes.js';
import { idlePolicies, lostByReplacing, revoked, unsaid, unsaidFindings } from '../security/findings.js';
import { NamedRights } from '../security/named.js';
import { accessTable } from '../security/table.js';
import { count, failed, proven, schemaProof } from './proof.js';

export default schemaProof({
  check: 'access',
  title: 'Rights change only where the migration says so',
  show({ before, after, earlier, migration: { up } }) {
    const changes = rightChanges(before, after);
    if (changes.length === 0) return null;
    const named = new NamedRights(up);
    const unnamed = unsaid(changes, named, { before, after });
    const observations = [
      ...idlePolicies(up, { before, after }),
      ...unsaidFindings(up, unnamed, named),
      ...revoked(up, changes, { named, before, after, earlier }),
    ];
    const rest = { observations, table: accessTable(changes) };
    const all = `${count(changes.length, 'right')} differ${changes.length === 1 ? 's' : ''}`;
    if (unnamed.length > 0) return failed(`${all}, ${unnamed.length} without a statement that says so`, rest);
    const lost = lostByReplacing(changes, named);
    if (lost.length > 0)
      return failed(`${all}, ${lost.length} of them because an object was made anew without it`, rest);
    return proven(`${all}, as its statements say`, rest);
  },
});
