/** The checklist: what a server has shown of a migration, line by line. Pure. */
import type { MigrationReport, Proof, QueryReport, RollbackVerdict } from '../report/types.js';
import { shortName } from '../schema/objects.js';
import { inWords } from './rollback.js';
import { created as createdBetween, isDisabled, isUnvalidated, type Snapshot } from './snapshot/snapshot.js';

/** What the rehearsal of one migration has come to so far. */
export type Rehearsed = Omit<MigrationReport, 'proofs'>;

/** One line for each thing that careful teams ask before they merge. `after` is null where the migration didn't apply. */
export function checklist(report: Rehearsed, before: Snapshot, after: Snapshot | null): Proof[] {
  const proofs = [applied(report)];
  if (after === null) return proofs;
  const objects = createdObjects(before, after);
  if (objects) proofs.push(objects);
  proofs.push(rolledBack(report), rerun(report), validated(report));
  for (const proof of [planned(report), queried(report, newIndexes(before, after))]) if (proof) proofs.push(proof);
  return proofs;
}

function applied({ statements, madeToRun }: Rehearsed): Proof {
  const title = 'The migration applies';
  const up = statements.filter(({ role }) => role === 'up');
  const failed = up.filter(({ status }) => status === 'failed');
  if (failed.length === 0)
    return { check: 'applied', status: 'proven', title, detail: `${count(up.length, 'statement')} applied` };
  const states = [...new Set(failed.map(({ sqlstate }) => sqlstate))].join(', ');
  const rest = madeToRun ? `; ${madeToRun}` : '';
  return {
    check: 'applied',
    status: 'failed',
    title,
    detail: `Postgres refused ${count(failed.length, 'statement')} (${states})${rest}`,
  };
}

const NAMED = new Set(['index', 'constraint', 'trigger']);

function createdObjects(before: Snapshot, after: Snapshot): Proof | null {
  const title = 'Everything that it creates exists and is valid';
  const created = createdBetween(before, after);
  if (created.length === 0) return null;
  const bad = created.filter(({ definition }) => definition.includes('(invalid)'));
  const off = created.filter(isDisabled);
  const names = (entries: typeof created) => entries.map(({ kind, name }) => `${kind} ${shortName(name)}`).join(', ');
  if (bad.length > 0) return { check: 'objects', status: 'failed', title, detail: `not valid: ${names(bad)}` };
  if (off.length > 0) return { check: 'objects', status: 'failed', title, detail: `disabled: ${names(off)}` };
  const kinds = new Map<string, number>();
  for (const { kind } of created) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const summary = [...kinds].map(([kind, number]) => count(number, kind)).join(', ');
  const named = created
    .filter(({ kind }) => NAMED.has(kind))
    .map(({ name }) => shortName(name))
    .sort();
  const open = created.filter(isUnvalidated);
  const list = named.length > 0 && named.length <= 12 ? `${summary}: ${named.join(', ')}` : summary;
  const detail = open.length > 0 ? `${list}; not validated yet: ${names(open)}` : list;
  return { check: 'objects', status: 'proven', title, detail };
}

/** The schema is back: what became of the rows has a line of its own. */
const SAME = 'catalogs compared before the migration and after its rollback: no difference';

function restored({ reordered = [] }: MigrationReport['rollback']): string {
  if (reordered.length === 0) return SAME;
  return `${SAME}, but for the order of columns in ${reordered.join(', ')}, which counts for SELECT * and INSERT without columns`;
}

const ROLLBACK_STATUS: Record<RollbackVerdict, Proof['status']> = {
  reversible: 'proven',
  'reversible, loses data written after deploy': 'proven',
  'reversible only while there is no new data': 'proven',
  'schema restored, data lost': 'proven',
  'declared irreversible': 'not checked',
  'not restored': 'failed',
  'down fails': 'failed',
  'no down': 'not checked',
  'not checked': 'not checked',
};

function rolledBack({ rollback, statements }: Rehearsed): Proof {
  const title = 'The rollback restores the schema exactly';
  const failed = statements.find(({ role, status }) => role === 'down' && status === 'failed');
  const details: Record<RollbackVerdict, string> = {
    reversible: restored(rollback),
    'reversible, loses data written after deploy': `${restored(rollback)}; what is written to ${rollback.data?.dropped.join(', ')} after the deployment goes with it`,
    'reversible only while there is no new data': restored(rollback),
    'schema restored, data lost': restored(rollback),
    'declared irreversible': `its author says so: ${rollback.irreversible}`,
    'not restored': rollback.differences.map(inWords).join('; '),
    'down fails': `line ${failed?.line}: ${failed?.error} (${failed?.sqlstate})`,
    'no down': 'there is no rollback script',
    'not checked': 'a validation query had to be stopped, and the session with it',
  };
  return { check: 'rollback', status: ROLLBACK_STATUS[rollback.verdict], title, detail: details[rollback.verdict] };
}

function rerun({ rerun: { verdict, differences }, rollback }: Rehearsed): Proof {
  const title = 'It applies again after the rollback';
  if (verdict === 'repeatable')
    return { check: 'rerun', status: 'proven', title, detail: 'up, down, up: the same schema' };
  if (verdict === 'not checked') {
    const detail =
      rollback.verdict === 'no down' || rollback.verdict === 'declared irreversible'
        ? 'there is no rollback script'
        : 'the rollback did not run to its end';
    return { check: 'rerun', status: 'not checked', title, detail };
  }
  const detail = verdict === 'fails' ? 'the second time it fails' : differences.map(inWords).join('; ');
  return { check: 'rerun', status: 'failed', title, detail };
}

function validated({ validations }: Rehearsed): Proof {
  const title = 'The validation queries pass';
  if (validations.length === 0)
    return { check: 'validation', status: 'not checked', title, detail: 'there is no validation script' };
  const of = (status: string) => validations.filter((validation) => validation.status === status).length;
  const parts = [`${of('passed')} of ${validations.length} passed`];
  if (of('failed') > 0) parts.push(`${of('failed')} failed`);
  if (of('unchecked') > 0) parts.push(`${of('unchecked')} can’t fail`);
  const status = of('failed') > 0 ? 'failed' : of('passed') === validations.length ? 'proven' : 'not checked';
  return { check: 'validation', status, title, detail: parts.join(', ') };
}

function planned({ plans }: Rehearsed): Proof | null {
  if (plans.length === 0) return null;
  const title = 'The target queries use their indexes';
  const words = { chosen: 'uses', usable: 'can use', 'not used': 'does not use' };
  const detail = plans.map(({ line, index, status }) => `line ${line} ${words[status]} ${index}`).join('; ');
  return {
    check: 'plans',
    status: plans.some(({ status }) => status === 'not used') ? 'failed' : 'proven',
    title,
    detail,
  };
}

function newIndexes(before: Snapshot, after: Snapshot): string[] {
  return [...after].flatMap(([key, { kind, name }]) => (kind === 'index' && !before.has(key) ? [shortName(name)] : []));
}

/** Also: which plans changed, and which new index serves none of them. */
function queried({ queries }: Rehearsed, fresh: string[]): Proof | null {
  if (queries.length === 0) return null;
  const title = 'The application’s queries still work';
  const of = (...statuses: QueryReport['status'][]) => queries.filter(({ status }) => statuses.includes(status));
  const broken = of('breaks', 'breaks where prepared');
  const changed = queries.filter(({ planBefore, planAfter }) => planBefore !== planAfter);
  const used = new Set(queries.flatMap(({ indexes }) => indexes));
  const unused = fresh.filter((name) => !used.has(name.split('.').at(-1) ?? name));
  const parts = [
    `${of('works').length} of ${queries.length} work`,
    ...broken.map(({ name, status, sqlstate }) => `${name} ${status} (${sqlstate})`),
    ...named('fail on the old schema, too', of('fails already')),
    ...named('could not be tried', of('not checked')),
    ...named('have another plan', changed),
    ...(unused.length > 0 ? [`no query uses the new index ${unused.join(', ')}`] : []),
  ];
  const status = broken.length > 0 ? 'failed' : of('works').length > 0 ? 'proven' : 'not checked';
  return { check: 'queries', status, title, detail: parts.join('; ') };
}

function named(what: string, queries: QueryReport[]): string[] {
  return queries.length === 0 ? [] : [`${queries.map(({ name }) => name).join(', ')} ${what}`];
}

function count(number: number, noun: string): string {
  const plural = noun.endsWith('x') ? `${noun}es` : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${number} ${number === 1 ? noun : plural}`;
}
