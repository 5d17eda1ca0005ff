import type { QueryReport } from '../../report-schema/types.js';
import { wordOf } from '../mended.js';
import { queryFindings, triedQuery } from '../queries/findings.js';
import { queriesOutcome } from '../queries/outcome.js';
import { type QueryRun, QueryRuns } from '../queries/runs.js';
import { type ProofOutcome, rowsProof } from './proof.js';
import planned from './queries.js';

/** Says more than the plans do, in their place. */
export default rowsProof<QueryRuns | null>({
  check: planned.check,
  title: planned.title,
  async begin({ stage, queries, hints, seeding }) {
    if (queries.length === 0) return null;
    const runs = new QueryRuns(stage.session, queries, { seeding, hints });
    await stage.scratch.pastRowSecurity(() => runs.begin());
    stage.tracer.unseen();
    return runs;
  },
  async show({ stage, migration: { up }, report, queries: asked }, runs): Promise<ProofOutcome | null> {
    if (runs === null) return null;
    const ran = await stage.scratch.pastRowSecurity(() => runs.compare());
    stage.tracer.unseen();
    // Not all that were planned may have been run.
    const wordOfRun = ({ name, sql }: { name: string; sql: string }, line: number) => `${line} ${name} ${sql}`;
    const runOf = new Map(asked.map((query, at) => [wordOfRun(query, query.location.line), ran[at]]));
    const queries = report.queries.map((query) => withRun(query, runOf.get(wordOfRun(query, query.line))));
    const news = queries.filter(({ status }, at) => status === 'breaks' && report.queries[at]?.status !== 'breaks');
    const reports = report.statements.filter(({ role }) => role === 'up');
    const made = reports.flatMap(({ objects }) =>
      objects.flatMap(({ kind, change, name }) => (kind === 'index' && change === 'extra' ? [name] : [])),
    );
    const again = async () => {
      const now = await stage.scratch.pastRowSecurity(() => runs.compare());
      // Several may have one name.
      const broken = new Set(asked.filter((_, at) => now[at]?.status !== 'works').map(({ name }) => name));
      const works = asked.filter(({ name }) => !broken.has(name));
      return new Set(works.map(({ name }) => wordOf(triedQuery(name))));
    };
    return {
      ...queriesOutcome(queries, made),
      part: { queries },
      observations: queryFindings(up, reports, news),
      again,
    };
  },
  untried: () => null,
});

/** What is refused while it is planned stays so. */
function withRun(query: QueryReport, run: QueryRun | undefined): QueryReport {
  if (run === undefined || query.status === 'breaks' || query.status === 'fails already') return query;
  const { sqlstate = '', message = '' } = run.error ?? {};
  const said = run.error ? { sqlstate, error: message } : {};
  if (run.status === 'works') {
    const { sqlstate: _, error: __, ...known } = query;
    // What can't be planned ran all the same.
    const worked = query.status === 'not checked' ? { ...known, status: 'works' as const } : query;
    return { ...worked, onRows: 'works', ...(run.columns && { result: run.columns }) };
  }
  if (query.status === 'breaks where prepared' && run.status !== 'breaks') return { ...query, onRows: run.status };
  const status = run.status === 'breaks' ? 'breaks' : query.status;
  return { ...query, status, onRows: run.status, ...said };
}
