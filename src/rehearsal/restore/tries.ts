/** What is sent to try an expression that a restore computes. Pure. */
import { ident, literal } from '../../sql/quote.js';

/** Name, type, its category (pg_type.typcategory), the first label of an enum. */
type SampledColumn = [name: string, type: string, category: string, label: string | null];

export interface StoredExpression {
  /** Says which it is, before the change and after it. */
  key: string;
  kind: string;
  schema: string;
  /** Or a domain. */
  table: string;
  name: string;
  expression: string;
  columns: readonly SampledColumn[];
  /** The oids of the functions that it calls, as far as the catalogs record it. */
  functions: readonly string[];
  partitionKey: string | null;
}

export interface Tries {
  /** It is computed on sample values, and without values. */
  values: string[];
  /** Something like the object is made anew. */
  made: string[];
}

export function triesOf(one: StoredExpression): Tries {
  const { kind, expression, columns } = one;
  // What is in its tables is all that it has.
  if (kind === 'materialized view')
    return { values: [`SELECT pg_catalog.count(ms_row.*) FROM (${expression}\n) ms_row`], made: [] };
  const values = [samples(columns), samples(columns.map(([name, type]) => [name, type, '', null]))].map(
    (row) => `SELECT (${expression}) FROM (SELECT ${row}) AS ms_row`,
  );
  const made = objectOf(one);
  return { values, made: made === undefined ? [] : [made] };
}

function objectOf({ kind, key, schema, table, name, expression, columns, partitionKey }: StoredExpression) {
  const like = `LIKE ${ident(schema)}.${ident(table)}`;
  switch (kind) {
    case 'index': {
      const isPredicate = key.endsWith(' 0');
      const indexed = isPredicate ? `((1)) WHERE (${expression})` : `((${expression}))`;
      return `CREATE TEMP TABLE ms_like (${like}); CREATE INDEX ON pg_temp.ms_like ${indexed}`;
    }
    case 'generated column': {
      const type = columns.find(([column]) => column === name)?.[1] ?? 'pg_catalog.text';
      return `CREATE TEMP TABLE ms_like (${like}, ms_column ${type} GENERATED ALWAYS AS (${expression}) STORED)`;
    }
    case 'partition key':
      return `CREATE TEMP TABLE ms_like (${like}) PARTITION BY ${partitionKey}`;
    default:
      return undefined;
  }
}

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
