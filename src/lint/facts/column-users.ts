/** What uses a column so that Postgres doesn’t change its type, besides views. */
import type { CreateTrigStmt, Node } from '@pgsql/types';
import { lastName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { columnsIn } from '../../schema/types.js';
import { nodeOf, quoteIdentifier } from '../../sql/ast.js';
import { code } from '../../sql/words.js';
import { createPolicy, createTrigger } from '../help/parts-anew.js';

export interface ColumnUser {
  /** For the middle of a sentence. */
  words: string;
  drop: string;
  /** Undefined where the scripts don't show all of it. */
  create: string | undefined;
}

/** Only those that name it beyond doubt: in ATPrepAlterColumnType and RememberAllDependentForRebuilding each has a refusal of its own. */
export function columnUsers(table: string, column: string, schema: Schema): ColumnUser[] {
  const target = sqlName(table);
  const of = ({ kind, name }: KnownObject, create: string | undefined): ColumnUser => ({
    words: `the ${kind} ${code(lastName(name))}`,
    drop: `DROP ${kind.toUpperCase()} ${quoteIdentifier(lastName(name))} ON ${target};`,
    create,
  });
  const policies = schema.partsOf(table, 'policy').filter(({ facts }) => {
    const { using, 'with check': check } = (facts?.definition ?? {}) as Partial<Record<string, Node>>;
    return [using, check].some((expression) => columnsIn(withoutQueries(expression)).includes(column));
  });
  const triggers = schema.partsOf(table, 'trigger').filter(({ facts }) => {
    const { columns = [], whenClause } = (facts?.definition?.definition ?? {}) as CreateTrigStmt;
    const isListed = columns.some((item) => nodeOf(item, 'String')?.sval === column);
    return isListed || columnsIn(whenClause).includes(column);
  });
  const computed = schema
    .partsOf(table, 'column')
    .filter(({ facts, needs = [] }) => facts?.generated && needs.includes(`${table}.${column}`));
  const publications = schema.every('publication').filter(({ facts }) => {
    const { columns = [], whereClause } = (facts?.definition?.[`table ${table}`] ?? {}) as Published;
    const isListed = columns.some((item) => nodeOf(item, 'String')?.sval === column);
    return isListed || columnsIn(whereClause).includes(column);
  });
  return [
    ...publications.map(({ name }) => ({
      words: `the publication ${code(name)}`,
      drop: `ALTER PUBLICATION ${quoteIdentifier(name)} DROP TABLE ${target};`,
      create: undefined,
    })),
    ...policies.map((one) => of(one, createPolicy(one))),
    ...triggers.map((one) => of(one, createTrigger(one))),
    ...computed.map(({ name }) => ({
      words: `the generated column ${code(lastName(name))}`,
      drop: `ALTER TABLE ${target} DROP COLUMN ${quoteIdentifier(lastName(name))};`,
      create: undefined,
    })),
  ];
}

/** A table of a publication, with its columns and its rows. */
interface Published {
  columns?: Node[];
  whereClause?: Node;
}

/** A name in a query may be another table’s column. */
function withoutQueries(expression: Node | undefined): Node | undefined {
  if (expression === undefined) return undefined;
  return JSON.parse(JSON.stringify(expression), (key, value) => (key === 'subselect' ? undefined : value));
}
