/** Published tables take UPDATE and DELETE after the migration as before it. */
import { shortName } from '../../schema/objects.js';
import { code } from '../../sql/words.js';
import { wordOf } from '../mended.js';
import {
  lostIdentities,
  newlyRefused,
  refusedWrites,
  replicationTable,
  triedReplication,
} from '../replication/findings.js';
import { type PublishedTable, publishedTables } from '../replication/published.js';
import { keyOf } from '../snapshot/entry.js';
import { count, failed, notChecked, proven, schemaProof } from './proof.js';

export default schemaProof<PublishedTable[]>({
  check: 'replication',
  title: 'Published tables take UPDATE and DELETE',
  async begin({ stage: { scratch, session } }) {
    return publishedTables(await scratch.observe(), session);
  },
  async show({ stage: { scratch, session }, migration: { up }, before, after }, was) {
    const is = await publishedTables(await scratch.observe(), session);
    const changes = { before: was, after: is };
    const table = replicationTable(changes);
    const existing = ({ schema, name }: PublishedTable) => before.has(keyOf('table', [schema, name]));
    const observations = [...refusedWrites(up, changes, existing), ...lostIdentities(up, before, after, is)];
    if (table === null && observations.length === 0) return null;
    const rest = { observations, ...(table && { table }) };
    const refusing = is.filter((one) => newlyRefused(one, was).length > 0);
    const again = async () => {
      const end = await publishedTables(await scratch.observe(), session);
      const there = end.filter(({ oid }) => refusing.some((one) => one.oid === oid));
      const works = there.filter((one) => one.untried === undefined && newlyRefused(one, was).length === 0);
      return new Set(works.map((one) => wordOf(triedReplication(one))));
    };
    if (refusing.length > 0) return failed(`refused since: ${namesOf(refusing)}`, { ...rest, again });
    const untried = is.filter((one) => one.untried !== undefined);
    if (untried.length > 0)
      return notChecked('cannot-be-tried', `${namesOf(untried)}: ${untried[0]?.untried ?? ''}`, rest);
    const number = count(is.length, 'published table');
    return proven(
      `UPDATE and DELETE prepared on ${number}: ${is.length === 1 ? 'it takes' : 'all take'} what they took before`,
      rest,
    );
  },
});

function namesOf(tables: readonly PublishedTable[]): string {
  return tables.map(({ schema, name }) => code(shortName(`${schema}.${name}`))).join(', ');
}
