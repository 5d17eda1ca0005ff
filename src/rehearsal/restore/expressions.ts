/**
 * What a restore computes anew, tried as it will be: pg_dump's scripts set an empty search_path, and what a function's body finds
 * by search_path isn't found there (manual, pg_dump; since 17 CREATE INDEX and REINDEX are run so as well).
 */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { type Outcome, PostgresError } from '../../servers/server.js';
import type { Stage } from '../ground/stage.js';
import { type StoredExpression, triesOf } from './tries.js';

export interface Evaluated extends StoredExpression {
  /** Null where a row of sample values, and one without values, went through. */
  error: PostgresError | null;
  /** It is refused as well where names are found as they are in the migration's session. */
  anywhere: boolean;
  /** What is answered to the statement that makes the object anew, where its functions are not IMMUTABLE. */
  mutable: PostgresError | null;
}

/** More are not tried. */
const MOST = 200;

export interface EvaluatedAll {
  expressions: Evaluated[];
  /** So many more were left out. */
  left: number;
}

export async function evaluateAll(stage: Stage): Promise<EvaluatedAll> {
  const { rows } = await (await stage.scratch.observe()).read(catalogSql('stored expressions'));
  const taken = rows.slice(0, MOST).map(storedExpression);
  if (taken.length === 0) return { expressions: [], left: 0 };
  const tries = taken.map(triesOf);
  const computed = await inTransaction(
    stage,
    tries.map(({ values }) => values),
    true,
  );
  const made = await inTransaction(
    stage,
    tries.map(({ made: sql }) => sql),
    true,
  );
  const refused = computed.map((outcomes) => outcomes.find((one) => one instanceof PostgresError) ?? null);
  const again = await inTransaction(
    stage,
    tries.map(({ values }, at) => (refused[at] ? values : [])),
    false,
  );
  stage.tracer.unseen();
  const expressions = taken.map((one, at) => ({
    ...one,
    error: refused[at] ?? null,
    anywhere: (again[at] ?? []).some(
      (outcome) => outcome instanceof PostgresError && outcome.message === refused[at]?.message,
    ),
    mutable:
      ((made[at] ?? []).find((outcome) => outcome instanceof PostgresError && outcome.sqlstate === NOT_IMMUTABLE) as
        | PostgresError
        | undefined) ?? null,
  }));
  return { expressions, left: rows.length - taken.length };
}

/** Functions in index expressions, generated columns and partition keys must be IMMUTABLE (invalid_object_definition). */
const NOT_IMMUTABLE = '42P17';

function storedExpression(row: (string | null)[]): StoredExpression {
  const [key, kind, schema, table, name, expression, columns, functions, partitionKey] = row;
  return {
    ...{ key: key ?? '', kind: kind ?? '', schema: schema ?? '', table: table ?? '', name: name ?? '' },
    expression: expression ?? '',
    columns: JSON.parse(columns ?? '[]') as StoredExpression['columns'],
    functions: (JSON.parse(functions ?? 'null') as string[] | null) ?? [],
    partitionKey: partitionKey ?? null,
  };
}

/** What came of each of the groups, every query for itself and all of it taken back. */
async function inTransaction(
  stage: Stage,
  groups: readonly (readonly string[])[],
  emptyPath: boolean,
): Promise<Outcome[][]> {
  if (groups.every((group) => group.length === 0)) return groups.map(() => []);
  const path = emptyPath ? "SET LOCAL search_path = ''; " : '';
  const begin = `BEGIN; ${path}SET LOCAL client_min_messages = error; SET LOCAL statement_timeout = '2s'`;
  const queries = groups.flat().flatMap((sql) => ['SAVEPOINT ms_trial', sql, 'ROLLBACK TO ms_trial']);
  const [begun, ...outcomes] = await stage.session.queryAll([begin, ...queries, 'ROLLBACK']);
  if (begun instanceof PostgresError) throw begun;
  stage.session.takeNotices();
  let at = 0;
  return groups.map((group) => {
    const its = outcomes.slice(at * 3, (at + group.length) * 3);
    at += group.length;
    return its;
  });
}
