import { code } from '../../sql/words.js';
import { inWords, probeFindings } from '../probes/findings.js';
import { type ComparedWrites, Prober } from '../probes/prober.js';
import { failed, notChecked, type ProofOutcome, proven, rowsProof } from './proof.js';

export default rowsProof<Prober>({
  check: 'probes',
  title: 'The deployed application can still write',
  async begin({ stage, related, deployed, hints, seeding }) {
    const prober = new Prober(stage.session, { tables: related, deployed, hints, seeding });
    await stage.scratch.pastRowSecurity(() => prober.begin());
    stage.tracer.unseen();
    return prober;
  },
  async show({ migration: { up }, report, related, stage }, prober): Promise<ProofOutcome | null> {
    if (related.length === 0) return null;
    const compared = await stage.scratch.pastRowSecurity(() => prober.compare());
    stage.tracer.unseen();
    return outcome(
      compared,
      probeFindings(
        up,
        report.statements.filter(({ role }) => role === 'up'),
        compared.comparisons,
      ),
    );
  },
  untried({ related }, reason) {
    if (related.length === 0) return null;
    return notChecked(reason, `nothing was written to ${few(related.map(code))}`);
  },
});

function outcome(
  { comparisons, untried }: ComparedWrites,
  observations: ProofOutcome['observations'],
): ProofOutcome | null {
  const rest = { observations: observations ?? [] };
  const of = (result: string) => comparisons.filter((one) => one.result === result);
  const tables = [...new Set(of('works').map(({ table }) => table))];
  const words = {
    breaks: of('breaks').map(
      ({ table, operation, error }) => `${operation} on ${code(table)} fails (${error?.sqlstate}): ${error?.message}`,
    ),
    unknown: of('unknown').map(({ table, operation, error }) => {
      const why = error ? `: ${error.message} (${error.sqlstate})` : '';
      return `${operation} on ${code(table)} could not be tried on a row that fits the new schema${why}`;
    }),
    untried: untried.map(({ table, reason }) => `${code(table)} was not tried (${reason})`),
  };
  const works =
    tables.length > 0 ? [`on one row, as before: ${few(tables.map((table) => shownOf(table, of('works'))))}`] : [];
  const detail = [...words.breaks, ...works, ...words.unknown, ...words.untried].join('; ');
  if (words.breaks.length > 0) return failed(detail, rest);
  if (words.unknown.length > 0 || words.untried.length > 0) return notChecked('cannot-be-tried', detail, rest);
  return tables.length > 0 ? proven(detail, rest) : null;
}

function shownOf(table: string, works: ComparedWrites['comparisons']): string {
  const operations = works.filter((one) => one.table === table).map(({ operation }) => operation);
  return `${inWords(operations)} on ${code(table)}`;
}

const MOST_NAMED = 5;

function few(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return more > 0 ? `${names.slice(0, MOST_NAMED).join(', ')} and ${more} more` : names.join(', ');
}
