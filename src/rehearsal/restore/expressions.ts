/**
 * What a restore computes anew, tried as it will be: pg_dump's scripts set an empty search_path, and what a function's body finds
 * by search_path isn't found there (manual, pg_dump; since 17 CREATE INDEX and REINDEX are run so as well).
 */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { PostgresError } from '../../servers/server.js';
import { ident, literal } from '../../sql/quote.js';
import type { Stage } from '../ground/stage.js';

interface StoredExpression {
  /** Says which it is, before the change and after it. */
  key: string;
  kind: string;
  schema: string;
  table: string;
  name: string;
  expression: string;
}

export interface Evaluated extends StoredExpression {
  /** Null where a row of sample values, and one without values, went through. */
  error: PostgresError | null;
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
  const taken = rows.slice(0, MOST);
  if (taken.length === 0) return { expressions: [], left: 0 };
  const queries = taken.flatMap(([, , , , , expression, columns]) => {
    const all = JSON.parse(columns ?? '[]') as SampledColumn[];
    return [samples(all), samples(all.map(([name, type]) => [name, type, '', null]))].flatMap((row) => [
      'SAVEPOINT ms_trial',
      `SELECT (${expression}) FROM (SELECT ${row}) AS ms_row`,
      'ROLLBACK TO ms_trial',
    ]);
  });
  const begin = `BEGIN; SET LOCAL search_path = ''; SET LOCAL client_min_messages = error; SET LOCAL statement_timeout = '2s'`;
  const [begun, ...outcomes] = await stage.session.queryAll([begin, ...queries, 'ROLLBACK']);
  if (begun instanceof PostgresError) throw begun;
  stage.session.takeNotices();
  stage.tracer.unseen();
  const expressions = taken.map(([key, kind, schema, table, name, expression], at) => {
    const its = outcomes.slice(at * 6, at * 6 + 6);
    return {
      ...{ key: key ?? '', kind: kind ?? '', schema: schema ?? '', table: table ?? '', name: name ?? '' },
      expression: expression ?? '',
      error: its.find((one) => one instanceof PostgresError) ?? null,
    };
  });
  return { expressions, left: rows.length - taken.length };
}

/** Name, type, its category (pg_type.typcategory), the first label of an enum. */
type SampledColumn = [name: string, type: string, category: string, label: string | null];

function samples(columns: readonly SampledColumn[]): string {
  return columns
    .map(([name, type, category, label]) => `CAST(${sample(type, category, label)} AS ${type}) AS ${ident(name)}`)
    .join(', ');
}

/** A value that most expressions can do something with. */
function sample(type: string, category: string, label: string | null): string {
  if (label !== null) return literal(label);
  if (/^jsonb?$/.test(type)) return `'{}'`;
  if (type === 'uuid') return `'00000000-0000-4000-8000-000000000001'`;
  switch (category) {
    case 'N':
      return '1';
    case 'S':
      return `'a'`;
    case 'B':
      return 'true';
    case 'D':
      return type.startsWith('time ') ? `'12:00'` : `'2026-01-01'`;
    case 'A':
      return `'{}'`;
    case 'T':
      return `'1 day'`;
    default:
      return 'NULL';
  }
}
