/** Runs the application's queries on rows that fit, before a migration and after it; each is taken back. */
import type { Node } from '@pgsql/types';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { type ChangeSession, PostgresError, type QueryResult, ServerLost } from '../../servers/server.js';
import { walk } from '../../sql/ast.js';
import { loadPgQuery } from '../../sql/pg-query.js';
import type { ApplicationQuery } from '../../sql/queries.js';
import { type QueryUses, usesOf } from '../../sql/query-uses.js';
import type { SeedCatalog, Table } from '../ground/seed/catalog.js';
import { dependsOn, isLabelThatWent } from '../probes/certain.js';
import type { RowsSource } from '../probes/fitting-rows.js';
import { FittingValues } from './fitting-values.js';

/** What became of a query on rows. */
export interface QueryRun {
  /** `breaks`: it ran before the migration, and is refused after it whatever the row. */
  status: 'works' | 'breaks' | 'fails already' | 'not checked';
  error?: PostgresError;
  /** Its result's columns where they are others now, with their types. */
  columns?: { before: string; after: string };
}

/** Its result's columns with their types, or why there is none. */
type RunAnswer = { columns: string; wroteNothing?: true } | PostgresError;

const BEGIN = "BEGIN; SET LOCAL statement_timeout = '5s'; SET LOCAL lock_timeout = '2s'";
const NO_RESULT = { columns: [], types: [] };
const NOT_NULL = '23502';
const UTILITIES = new Set(['TruncateStmt', 'CallStmt', 'RefreshMatViewStmt']);
const WROTE_NOTHING = /^(INSERT 0|UPDATE|DELETE|MERGE) 0$/;
const NOTHING: SeedCatalog = { tables: [], types: new Map() };

/** A query was answered with the end of its session, so that nothing more can be tried there. */
export class EndedByQuery extends ServerLost {
  override name = 'EndedByQuery';
  readonly query: string;

  constructor(query: string, cause: ServerLost) {
    super(cause.message, { cause });
    this.query = query;
  }
}

export class QueryRuns {
  readonly #session: ChangeSession;
  readonly #queries: readonly ApplicationQuery[];
  readonly #source: RowsSource;
  #uses: QueryUses[] = [];
  /** By the query's place: PREPARE takes no such statement, and it has no parameters. */
  #utilities = new Set<number>();
  #before: RunAnswer[] = [];
  #catalog: SeedCatalog = NOTHING;

  constructor(session: ChangeSession, queries: readonly ApplicationQuery[], source: RowsSource) {
    this.#session = session;
    this.#queries = queries;
    this.#source = source;
  }

  /** Before the migration. */
  async begin(): Promise<void> {
    const { parse } = await loadPgQuery();
    this.#uses = this.#queries.map(({ sql }, at) => {
      const answer = parse(sql);
      const tree = 'tree' in answer ? answer.tree.stmts?.[0]?.stmt : undefined;
      const uses = usesOf(tree);
      if (UTILITIES.has(Object.keys(tree ?? {})[0] ?? '') && !hasParameters(tree)) this.#utilities.add(at);
      return uses;
    });
    const values = await FittingValues.read(this.#session, this.#source);
    this.#catalog = values.catalog;
    this.#before = await this.#run(values);
  }

  /** After it, in the order of the queries. */
  async compare(): Promise<QueryRun[]> {
    await this.#session.query('DISCARD PLANS');
    const values = await FittingValues.read(this.#session, this.#source);
    const after = await this.#run(values);
    return this.#queries.map((_, at) => this.#judge(at, this.#before[at], after[at], values));
  }

  #judge(at: number, before: RunAnswer | undefined, after: RunAnswer | undefined, values: FittingValues): QueryRun {
    if (before === undefined || after === undefined) return { status: 'not checked' };
    if (before instanceof PostgresError) {
      return { status: isOfTheRow(before) ? 'not checked' : 'fails already', error: before };
    }
    if (!(after instanceof PostgresError)) {
      // No trigger and no constraint was asked.
      if (before.wroteNothing || after.wroteNothing) return { status: 'not checked' };
      const columns = { before: before.columns, after: after.columns };
      return { status: 'works', ...(columns.before !== columns.after && { columns }) };
    }
    const uses = this.#uses[at];
    const table = uses?.target && values.table(uses.target);
    const sure = uses === undefined || this.#isSure(after, uses, table, values.catalog);
    return { status: sure ? 'breaks' : 'not checked', error: after };
  }

  /** Whatever the application puts into its parameters. */
  #isSure(error: PostgresError, uses: QueryUses, table: Table | undefined, now: SeedCatalog): boolean {
    if (isLabelThatWent(error, this.#catalog, now)) return true;
    if (table === undefined) return !isOfTheRow(error);
    const all = table.columns.map(({ name }) => name);
    const written = [...uses.parameters.values()].flatMap(({ as, column }) => (as === 'written' ? [column] : []));
    const placed = written.map((column) =>
      column.startsWith('#') ? (all[Number(column.slice(1))] ?? column) : column,
    );
    const { inserted } = uses;
    // A column that an INSERT leaves out, and a value that stands in the query, are always the same.
    const given = typeof inserted === 'number' ? all.slice(0, inserted) : inserted;
    const open = error.sqlstate === NOT_NULL ? (given ?? placed) : placed;
    const judged = { error, table, named: new Set(open), before: this.#catalog, now };
    return dependsOn({ ...judged, ...(uses.updated && { fixed: new Set(uses.updated) }) }) === 'nothing';
  }

  async #run(values: FittingValues): Promise<RunAnswer[]> {
    const names = this.#queries.map((_, at) => `ms_run_${at}`);
    const prepared = await this.#session.queryAll(this.#queries.map(({ sql }, at) => `PREPARE ${names[at]} AS ${sql}`));
    const { rows } = await this.#session.query(catalogSql('prepared runs'));
    const types = new Map(rows.map(([name, list]) => [name, JSON.parse(list ?? '[]') as string[]]));
    const answers: RunAnswer[] = [];
    for (const [at, outcome] of prepared.entries()) {
      const uses = this.#uses[at];
      if (this.#utilities.has(at)) {
        answers.push(await this.#execute(at, this.#queries[at]?.sql ?? ''));
        continue;
      }
      if (outcome instanceof PostgresError || uses === undefined) {
        answers.push(outcome instanceof PostgresError ? outcome : { columns: '' });
        continue;
      }
      const given = await values.of(uses, types.get(names[at] ?? '') ?? []);
      answers.push(await this.#execute(at, `EXECUTE ${names[at]}${given.length > 0 ? `(${given.join(', ')})` : ''}`));
    }
    const made = [...types.keys()].map((name) => `DEALLOCATE ${name}`);
    if (made.length > 0) await this.#session.queryAll(made);
    return answers;
  }

  async #execute(at: number, sql: string): Promise<RunAnswer> {
    const queries = [BEGIN, sql, 'SET CONSTRAINTS ALL IMMEDIATE', 'ROLLBACK'];
    const [, outcome, deferred] = await this.#session.queryAll(queries).catch((error: unknown) => {
      throw error instanceof ServerLost ? new EndedByQuery(this.#queries[at]?.name ?? '', error) : error;
    });
    if (outcome instanceof PostgresError) return outcome;
    if (deferred instanceof PostgresError) return deferred;
    const columns = await this.#described(outcome);
    return WROTE_NOTHING.test(outcome?.command ?? '') ? { columns, wroteNothing: true } : { columns };
  }

  /** `id integer, name text`. */
  async #described({ columns, types }: Pick<QueryResult, 'columns' | 'types'> = NO_RESULT): Promise<string> {
    if (types.length === 0) return '';
    const names = types.map((type) => `pg_catalog.format_type(${type}, NULL)`).join(', ');
    const { rows } = await this.#session.query(`SELECT ${names}`);
    return columns.map((name, at) => `${name} ${rows[0]?.[at] ?? ''}`).join(', ');
  }
}

function hasParameters(tree: Node | undefined): boolean {
  let found = false;
  walk(tree, (tag) => {
    found ||= tag === 'ParamRef';
  });
  return found;
}

/** Other values might do. */
function isOfTheRow({ sqlstate }: PostgresError): boolean {
  return !/^(0A|42|3F|55)/.test(sqlstate) || /^42P(08|18)$/.test(sqlstate);
}
