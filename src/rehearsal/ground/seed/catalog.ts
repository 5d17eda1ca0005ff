/** The catalogs' facts about the tables that are to be seeded. */
import { catalogSql } from '../../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../../servers/server.js';

interface CheckConstraint {
  name: string;
  /** Attribute numbers. */
  columns: number[];
  /** The condition, every name qualified. Of a domain: `VALUE` means the column. */
  sql: string;
}

export interface PgType {
  oid: number;
  /** As `format_type` writes it, qualified where it isn't the system's. */
  sql: string;
  /** A function's name: that of a range type is its constructor. */
  name: string;
  schema: string;
  kind: 'base' | 'domain' | 'enum' | 'range' | 'multirange' | 'composite';
  category: string;
  /** An array's elements; a domain's base; a range's subtype; a multirange's range. */
  of: number;
  /** A domain's type modifier for its base type. */
  typmod: number;
  notNull: boolean;
  /** Of a domain, and of one that it is made of. */
  hasDefault: boolean;
  labels: string[];
  attributes: { type: number; typmod: number }[];
  checks: CheckConstraint[];
}

export interface Column {
  name: string;
  number: number;
  type: number;
  typmod: number;
  notNull: boolean;
  /** `a`: always, `d`: by default, empty: no identity column. */
  identity: '' | 'a' | 'd';
  generated: boolean;
  /** The default, or what a generated column is generated from. */
  expression: string | null;
  /** The sequence that belongs to it, quoted. */
  sequence: string | null;
}

export interface ForeignKey {
  name: string;
  columns: number[];
  /** The table that takes part in the order: of a partition, its root. */
  parent: number;
  parentColumns: string[];
  full: boolean;
  /** As pg_constraint.confdeltype has it: `c`, `n` and `d` do something to the rows that refer to a deleted one. */
  onDelete: string;
}

interface Unique {
  /** Of its index. */
  name: string;
  columns: number[];
  /** Every column that its expressions and its predicate use as well. */
  uses: number[];
  /** Neither expressions nor a predicate nor operators of its own. */
  plain: boolean;
  primary: boolean;
  deferrable: boolean;
  nullsEqual: boolean;
}

export interface Table {
  oid: number;
  schema: string;
  name: string;
  partitioned: boolean;
  hasRules: boolean;
  /** A trigger sees each row before it is inserted, and may fill columns. */
  isFilled: boolean;
  /** The conditions of the partitions that can take rows. */
  partitions: string[];
  columns: Column[];
  checks: CheckConstraint[];
  foreignKeys: ForeignKey[];
  uniques: Unique[];
}

export interface SeedCatalog {
  tables: Table[];
  types: Map<number, PgType>;
}

export async function readCatalog(session: ChangeSession): Promise<SeedCatalog> {
  // With an empty search_path every name in an expression is qualified. In a query of several statements, SET LOCAL
  // ends with the query.
  const { rows } = await session.query(`SET LOCAL search_path = ''; ${catalogSql('seed catalog')}`);
  const { tables, types } = JSON.parse(rows[0]?.[0] ?? '{}') as { tables: Table[]; types: PgType[] };
  return { tables, types: new Map(types.map((type) => [type.oid, type])) };
}
