/** What the checklist says of the application's queries. Pure. */
import type { QueryReport } from '../../report-schema/types.js';
import { code } from '../../sql/words.js';
import { failed, notChecked, type ProofOutcome, proven } from '../proofs/proof.js';

/** The plan's node for INSERT, UPDATE, DELETE and MERGE. */
const WRITES = /\bModifyTable\b/;

/** Also: which plans changed, and which of the new indexes, `fresh`, serves none of them. */
export function queriesOutcome(queries: readonly QueryReport[], fresh: readonly string[]): ProofOutcome {
  const of = (...statuses: QueryReport['status'][]) => queries.filter(({ status }) => statuses.includes(status));
  const broken = of('breaks', 'breaks where prepared');
  const changed = queries.filter(({ planBefore, planAfter }) => planBefore !== planAfter);
  const used = new Set(queries.flatMap(({ indexes }) => indexes));
  const unused = fresh.filter((name) => !used.has(name.split('.').at(-1) ?? name));
  const works = of('works');
  const ran = works.filter(({ onRows }) => onRows === 'works');
  const refused = works.filter(({ onRows, sqlstate }) => onRows === 'not checked' && sqlstate !== undefined);
  const planned = works.filter(
    (query) => query.onRows !== 'works' && WRITES.test(query.planAfter ?? '') && !refused.includes(query),
  );
  const detail = [
    `${works.length} of ${queries.length} work${onRows(ran.length, works.length)}`,
    ...broken.map(({ name, status, sqlstate }) => `${code(name)} ${status} (${sqlstate})`),
    ...named('fail on the old schema, too', of('fails already')),
    ...named('could not be tried', of('not checked')),
    ...queries.flatMap(({ name, result }) =>
      result ? [`${code(name)} returns (${result.after}) and no longer (${result.before})`] : [],
    ),
    ...named('have another plan', changed),
    ...named('would write, and were planned only: what constraints and triggers say to a row is not known', planned),
    ...refused.map(
      ({ name, error, sqlstate }) =>
        `${code(name)} is refused on the rows here, which may be their own doing: ${error} (${sqlstate})`,
    ),
    ...(unused.length > 0 ? [`no query uses the new index ${unused.map(code).join(', ')}`] : []),
  ].join('; ');
  if (broken.length > 0) return failed(detail);
  if (refused.length > 0) return notChecked('cannot-be-tried', detail);
  if (planned.length > 0) return notChecked('planned-only', detail);
  // What could not be tried is not called proven because others were.
  const isWhole = works.length > 0 && of('not checked').length === 0;
  return isWhole ? proven(detail) : notChecked('cannot-be-tried', detail);
}

function onRows(ran: number, works: number): string {
  if (ran === 0) return '';
  return `, ${ran < works ? `${ran} of them ` : ''}run on rows before and after`;
}

function named(what: string, queries: readonly QueryReport[]): string[] {
  return queries.length === 0 ? [] : [`${queries.map(({ name }) => code(name)).join(', ')} ${what}`];
}
