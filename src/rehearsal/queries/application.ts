/** The application as it runs while a migration is deployed: its queries, prepared before and used after. */
import type { QueryReport } from '../../report-schema/types.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { type ChangeSession, type Outcome, PostgresError } from '../../servers/server.js';
import type { ApplicationQuery } from '../../sql/queries.js';
import type { Stage } from '../ground/stage.js';
import { describePlan, indexesOf, type PlanNode } from '../validation/plan.js';

/** What a query came to: its plan, or why there is none. */
type PlanAnswer = { plan: PlanNode } | { error: PostgresError };

/** Manual, PREPARE: a plan is made anew after DDL; one whose result would have other columns is refused. */
const FEATURE_NOT_SUPPORTED = '0A000';
/**
 * Postgres can't infer a parameter's type, as a driver could that sends it along; or it can't prepare the text: CALL, REFRESH,
 * placeholders of a driver's own.
 */
const INDETERMINATE = new Set(['42P18', '42P08', '42601']);

export class Application {
  readonly #session: ChangeSession;
  readonly #queries: readonly ApplicationQuery[];
  readonly #own: boolean;
  #before: PlanAnswer[] = [];

  /** `own`: no other code uses the session. Its prepared statements of these names are replaced. */
  constructor(session: ChangeSession, queries: readonly ApplicationQuery[], own: boolean) {
    this.#session = session;
    this.#queries = queries;
    this.#own = own;
  }

  /** The session, where it is the application's own. */
  async close(): Promise<void> {
    if (this.#own) await this.#session.close();
  }

  /** Prepares every query against the schema as it is now, and keeps it prepared. */
  async prepare(): Promise<void> {
    this.#before = await this.#planned(true);
  }

  /** Tries every query against the schema as it is now: as prepared before, and anew. */
  async tryAgain(): Promise<QueryReport[]> {
    const cached = await this.#planned(false);
    const fresh = await this.#planned(true);
    return this.#queries.map((query, index) => report(query, this.#before[index], cached[index], fresh[index]));
  }

  async #planned(prepare: boolean): Promise<PlanAnswer[]> {
    const outcomes = prepare ? await this.#prepareAll() : this.#queries.map(() => null);
    const counts = await this.#parameterCounts();
    await this.#session.query('SET plan_cache_mode = force_generic_plan');
    const explained = await this.#session.queryAll(
      this.#queries.map((_, index) => {
        const values = Array.from({ length: counts.get(nameOf(index)) ?? 0 }, () => 'NULL').join(', ');
        return `EXPLAIN (FORMAT JSON) EXECUTE ${nameOf(index)}${values && `(${values})`}`;
      }),
    );
    await this.#session.query('RESET plan_cache_mode');
    return explained.map((outcome, index) => {
      const refused = outcomes[index];
      return refused ? { error: refused } : answer(outcome);
    });
  }

  async #prepareAll(): Promise<(PostgresError | null)[]> {
    const known = await this.#parameterCounts();
    const names = this.#queries.map((_, index) => nameOf(index)).filter((name) => known.has(name));
    await this.#session.queryAll(names.map((name) => `DEALLOCATE ${name}`));
    const outcomes = await this.#session.queryAll(
      this.#queries.map(({ sql }, index) => `PREPARE ${nameOf(index)} AS ${sql}`),
    );
    return outcomes.map((outcome) => (outcome instanceof PostgresError ? outcome : null));
  }

  async #parameterCounts(): Promise<Map<string, number>> {
    const { rows } = await this.#session.query(catalogSql('prepared queries'));
    return new Map(rows.map(([name, count]) => [String(name), Number(count)]));
  }
}

/** On a connection of its own, where the server has several; its queries are prepared. */
export async function openApplication(
  { scratch, session, multiSession }: Stage,
  queries: readonly ApplicationQuery[],
): Promise<Application> {
  const application = new Application(multiSession ? await scratch.connect() : session, queries, multiSession);
  await application.prepare();
  return application;
}

function nameOf(index: number): string {
  return `ms_query_${index}`;
}

function answer(outcome: Outcome): PlanAnswer {
  if (outcome instanceof PostgresError) return { error: outcome };
  const text = outcome.rows.map(([line]) => line).join('\n');
  return { plan: (JSON.parse(text) as { Plan: PlanNode }[])[0]?.Plan ?? { 'Node Type': '?' } };
}

function report(
  { name, sql, location: { path, line } }: ApplicationQuery,
  before: PlanAnswer | undefined,
  cached: PlanAnswer | undefined,
  fresh: PlanAnswer | undefined,
): QueryReport {
  const query = { name, path, line, sql };
  const failure = (error: PostgresError) => ({ sqlstate: error.sqlstate, error: error.message });
  if (before === undefined || fresh === undefined || 'error' in before) {
    const error = before && 'error' in before ? before.error : undefined;
    const status = error && INDETERMINATE.has(error.sqlstate) ? 'not checked' : 'fails already';
    return { ...query, status, indexes: [], ...(error && failure(error)) };
  }
  if ('error' in fresh) return { ...query, status: 'breaks', indexes: [], ...failure(fresh.error) };
  const plans = {
    planBefore: describePlan(before.plan),
    planAfter: describePlan(fresh.plan),
    indexes: indexesOf(fresh.plan),
  };
  if (cached && 'error' in cached && cached.error.sqlstate === FEATURE_NOT_SUPPORTED) {
    return { ...query, status: 'breaks where prepared', ...plans, ...failure(cached.error) };
  }
  return { ...query, status: 'works', ...plans };
}
