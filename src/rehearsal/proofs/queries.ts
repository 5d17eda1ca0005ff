import type { QueryReport } from '../../report-schema/types.js';
import { shortName } from '../../schema/objects.js';
import { code } from '../../sql/words.js';
import { type Application, openApplication } from '../queries/application.js';
import { queryFindings } from '../queries/findings.js';
import type { Snapshot } from '../snapshot/snapshot.js';
import { failed, notChecked, type ProofOutcome, proven, schemaProof } from './proof.js';

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
    return { ...outcome(queries, newIndexes(before, after)), ...rest };
  },
});

/** The plan's node for INSERT, UPDATE, DELETE and MERGE. */
const WRITES = /\bModifyTable\b/;

/** Also: which plans changed, and which new index serves none of them. */
function outcome(queries: readonly QueryReport[], fresh: readonly string[]): ProofOutcome {
  const of = (...statuses: QueryReport['status'][]) => queries.filter(({ status }) => statuses.includes(status));
  const broken = of('breaks', 'breaks where prepared');
  const changed = queries.filter(({ planBefore, planAfter }) => planBefore !== planAfter);
  const used = new Set(queries.flatMap(({ indexes }) => indexes));
  const unused = fresh.filter((name) => !used.has(name.split('.').at(-1) ?? name));
  const written = of('works').filter(({ planAfter = '' }) => WRITES.test(planAfter));
  const detail = [
    `${of('works').length} of ${queries.length} work`,
    ...broken.map(({ name, status, sqlstate }) => `${code(name)} ${status} (${sqlstate})`),
    ...named('fail on the old schema, too', of('fails already')),
    ...named('could not be tried', of('not checked')),
    ...named('have another plan', changed),
    ...named('would write, and were planned only: what constraints and triggers say to a row is not known', written),
    ...(unused.length > 0 ? [`no query uses the new index ${unused.map(code).join(', ')}`] : []),
  ].join('; ');
  if (broken.length > 0) return failed(detail);
  if (written.length > 0) return notChecked('planned-only', detail);
  return of('works').length > 0 ? proven(detail) : notChecked('cannot-be-tried', detail);
}

function named(what: string, queries: readonly QueryReport[]): string[] {
  return queries.length === 0 ? [] : [`${queries.map(({ name }) => code(name)).join(', ')} ${what}`];
}

function newIndexes(before: Snapshot, after: Snapshot): string[] {
  return [...after].flatMap(([key, { kind, name }]) => (kind === 'index' && !before.has(key) ? [shortName(name)] : []));
}
