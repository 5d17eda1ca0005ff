import { shortName } from '../../schema/objects.js';
import { type Application, openApplication } from '../queries/application.js';
import { queryFindings } from '../queries/findings.js';
import { queriesOutcome } from '../queries/outcome.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { schemaProof } from './proof.js';

export default schemaProof<Application | null>({
  check: 'queries',
  title: 'The application’s queries still work',
  async begin({ stage, queries, defer }) {
    if (queries.length === 0) return null;
    const application = await openApplication(stage, queries);
    defer(() => application.close());
    return application;
  },
  async show({ migration: { up }, run, before, after }, application) {
    if (application === null) return null;
    const queries = await application.tryAgain();
    const rest = { part: { queries }, observations: queryFindings(up, run.reports, queries) };
    return { ...queriesOutcome(queries, newIndexes(before, after)), ...rest };
  },
});

function newIndexes(before: Snapshot, after: Snapshot): string[] {
  return [...after].flatMap(([key, { kind, name }]) => (kind === 'index' && !before.has(key) ? [shortName(name)] : []));
}
