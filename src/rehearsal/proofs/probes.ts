import { enumerated } from '../../schema/sql-name.js';
import { code } from '../../sql/words.js';
import type { ComparedWrites } from '../probes/compared.js';
import { operationsOf, probeFindings } from '../probes/findings.js';
import { KEPT } from '../probes/probe.js';
import { Prober } from '../probes/prober.js';
import type { RelatedRelations } from '../probes/related.js';
import { failed, notChecked, type ProofOutcome, proven, rowsProof } from './proof.js';

export default rowsProof<Prober | null>({
  check: 'probes',
  title: 'The deployed application can still write',
  async begin({ stage, related, deployed, hints, seeding, sent }) {
    if (!sent.isFirst) return null;
    const prober = new Prober(stage, { related, deployed, hints, seeding });
    await prober.begin();
    stage.tracer.unseen();
    sent.memory.set(PROBER, prober);
    return prober;
  },
  async show({ migration: { up }, report, related, stage, sent }): Promise<ProofOutcome | null> {
    if (!sent.isLast) return null;
    const prober = sent.memory.get(PROBER) as Prober | undefined;
    if (prober === undefined || isNone(related)) return null;
    const compared = await prober.compare();
    stage.tracer.unseen();
    const reports = report.statements.filter(({ role }) => role === 'up');
    const shown = outcome(compared, probeFindings(up, reports, compared.comparisons));
    return (
      shown && { ...shown, leftOut: compared.leftOut, again: async () => working((await prober.compare()).comparisons) }
    );
  },
  untried({ related }, reason) {
    if (isNone(related)) return null;
    return notChecked(reason, `nothing was written to ${few([...related.tables, ...related.views].map(code))}`);
  },
});

const PROBER = 'prober';

/** Of those by whom, and on which table, nothing fails any more. */
function working(comparisons: ComparedWrites['comparisons']): ReadonlySet<string> {
  const who = ({ table, role }: ComparedWrites['comparisons'][number]) => JSON.stringify([table, role]);
  const broken = new Set(comparisons.filter(({ result }) => result === 'breaks').map(who));
  const works = comparisons.filter((one) => one.result === 'works' && !broken.has(who(one)));
  return new Set(works.map(({ table, role, operation }) => JSON.stringify([table, role, operation])));
}

const isNone = ({ tables, views }: RelatedRelations) => tables.length + views.length === 0;

function outcome(
  { comparisons, untried, roles: strangers, heldBy }: ComparedWrites,
  observations: ProofOutcome['observations'],
): ProofOutcome | null {
  const rest = { observations: observations ?? [] };
  const of = (result: string) => comparisons.filter((one) => one.result === result);
  // What fails in one way is not said to work in another.
  const spoilt = new Set([...of('breaks'), ...of('unknown')].map(wordOf));
  const sound = of('works').filter((one) => !spoilt.has(wordOf(one)));
  const tables = [...new Set(sound.map(({ table }) => table))];
  const by = (role?: string) => (role === undefined ? '' : ` by ${code(role)}`);
  const grouped = (result: string) => groupsOf(of(result));
  const words = {
    breaks: grouped('breaks').map(
      ({ what, several, role, error }) =>
        `${what}${by(role)} ${several ? 'fail' : 'fails'} (${error?.sqlstate}): ${error?.message}`,
    ),
    unknown: grouped('unknown').map(({ what, several, role, error, perhaps, isKept }) => {
      if (perhaps !== undefined) return `${what}${by(role)}: ${perhaps}`;
      if (error === undefined && isKept) return `${what}${by(role)} keeps the old values`;
      if (error === undefined) return `${what}${by(role)} met no row, or let none through`;
      const why = 'which may be the made-up row’s or session’s own doing';
      return `${what}${by(role)} ${several ? 'are' : 'is'} refused, ${why}: ${error.message} (${error.sqlstate})`;
    }),
    strangers:
      strangers.length > 0
        ? [`not tried as ${few(strangers.map(code))}: made by no \`bootstrap\`, or with rights beyond one database`]
        : [],
    untried: untried.map(({ table, reason, role }) => `${code(table)} was not tried${by(role)} (${reason})`),
  };
  const roles = [...new Set(sound.flatMap(({ role }) => role ?? []))];
  const shown = (role?: string) =>
    tables.map((table) => ({
      table,
      words: shownOf(
        table,
        sound.filter((one) => one.role === role),
      ),
    }));
  const listed = (role?: string) => shown(role).flatMap(({ words }) => words ?? []);
  const own = shown().flatMap(({ table, words }) => (words === null ? [] : [`${words}${heldRows(table, heldBy)}`]));
  const alike = roles.filter((role) => listed(role).join() === listed().join());
  const works = [
    ...(own.length > 0
      ? [`on one row, as before: ${few(own)}${alike.length > 0 ? `, also as ${few(alike.map(code))}` : ''}`]
      : []),
    ...roles.filter((role) => !alike.includes(role)).map((role) => `as ${code(role)}: ${few(listed(role))}`),
  ];
  const detail = [...words.breaks, ...works, ...words.unknown, ...words.untried, ...words.strangers].join('; ');
  if (words.breaks.length > 0) return failed(detail, rest);
  const open = [...words.unknown, ...words.untried, ...words.strangers];
  if (open.length > 0) return notChecked('cannot-be-tried', detail, rest);
  return tables.length > 0 ? proven(detail, rest) : null;
}

/** What fails for one reason is said once. */
function groupsOf(comparisons: ComparedWrites['comparisons']) {
  const groups = new Map<string, ComparedWrites['comparisons']>();
  for (const one of comparisons) {
    const key = JSON.stringify([one.table, one.role, one.error?.sqlstate, one.error?.message]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const { table = '', role, error, perhaps } = group[0] ?? {};
    const operations = operationsOf(group);
    const what = `${enumerated(operations)} on ${code(table)}`;
    const isKept = group.every(({ operation }) => operation === KEPT);
    return { what, several: operations.length > 1, role, error, perhaps, isKept };
  });
}

/** Who does what to which table, as people call it. */
function wordOf({ table, role, operation }: ComparedWrites['comparisons'][number]): string {
  return JSON.stringify([table, role, operationsOf([{ operation }])]);
}

/** Null where nothing is. */
function shownOf(table: string, works: ComparedWrites['comparisons']): string | null {
  const its = works.filter((one) => one.table === table);
  return its.length > 0 ? `${enumerated(operationsOf(its))} on ${code(table)}` : null;
}

/** What a new foreign key keeps was not deleted. */
function heldRows(table: string, heldBy: ComparedWrites['heldBy']): string {
  const children = [...new Set(heldBy.flatMap((one) => (one.table === table ? [code(one.child)] : [])))];
  return children.length > 0 ? ` (of a row that ${enumerated(children)} doesn’t refer to)` : '';
}

const MOST_NAMED = 5;

function few(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more` : names.join(', ');
}
