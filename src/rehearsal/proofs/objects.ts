import { shortName } from '../../schema/objects.js';
import { code } from '../../sql/words.js';
import { created, isDisabled, isInvalid, isUnvalidated } from '../snapshot/snapshot.js';
import { count, failed, proven, schemaProof } from './proof.js';

/** There may be many of other kinds, and their names are not asked for. */
const NAMED = new Set(['index', 'constraint', 'trigger']);
const MOST_NAMES = 12;

export default schemaProof({
  check: 'objects',
  title: 'All created objects exist and are valid',
  show({ before, after }) {
    const all = created(before, after);
    if (all.length === 0) return null;
    const names = (entries: typeof all) =>
      entries.map(({ kind, name }) => `${kind} ${code(shortName(name))}`).join(', ');
    const bad = all.filter(isInvalid);
    if (bad.length > 0) return failed(`not valid: ${names(bad)}`);
    const off = all.filter(isDisabled);
    if (off.length > 0) return failed(`disabled: ${names(off)}`);
    const kinds = new Map<string, number>();
    for (const { kind } of all) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const summary = [...kinds].map(([kind, number]) => count(number, kind)).join(', ');
    const named = all
      .filter(({ kind }) => NAMED.has(kind))
      .map(({ name }) => code(shortName(name)))
      .sort();
    const list = named.length > 0 && named.length <= MOST_NAMES ? `${summary}: ${named.join(', ')}` : summary;
    const open = all.filter(isUnvalidated);
    return proven(open.length > 0 ? `${list}; not validated yet: ${names(open)}` : list);
  },
});
