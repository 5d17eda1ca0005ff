/** What rows a schema allows: columns, keys, checks and labels, as the catalogs have them. */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';

export interface ShapeColumn {
  schema: string;
  table: string;
  column: string;
  /** As format_type writes it. */
  type: string;
  /** pg_type.typcategory: N numbers, S strings, E enums, … */
  category: string;
  notNull: boolean;
  generated: boolean;
}

export interface ShapeKey {
  schema: string;
  table: string;
  name: string;
  columns: string[];
}

export interface ShapeCheck extends ShapeKey {
  expression: string;
}

/** All keys are `schema table name`, as JSON. */
export interface Shape {
  columns: ReadonlyMap<string, ShapeColumn>;
  uniques: ReadonlyMap<string, ShapeKey>;
  checks: ReadonlyMap<string, ShapeCheck>;
  foreignKeys: ReadonlyMap<string, ShapeKey>;
  /** An enum's labels, by the type's name as format_type writes it. */
  labels: ReadonlyMap<string, readonly string[]>;
}

interface Raw {
  columns: ShapeColumn[];
  uniques: ShapeKey[];
  constraints: (ShapeCheck & { kind: 'c' | 'f' })[];
  labels: [string, string[] | null][];
}

export async function readShape(session: ChangeSession): Promise<Shape> {
  const { rows } = await session.query(catalogSql('shape'));
  const raw = JSON.parse(rows[0]?.[0] ?? '{}') as Raw;
  const named = <K extends ShapeKey>(keys: K[]) =>
    new Map(
      keys.map((key) => [JSON.stringify([key.schema, key.table, key.name]), { ...key, columns: key.columns ?? [] }]),
    );
  return {
    columns: new Map(raw.columns.map((one) => [JSON.stringify([one.schema, one.table, one.column]), one])),
    uniques: named(raw.uniques),
    checks: named(raw.constraints.filter(({ kind }) => kind === 'c')),
    foreignKeys: named(raw.constraints.filter(({ kind }) => kind === 'f')),
    labels: new Map(raw.labels.map(([type, labels]) => [type, labels ?? []])),
  };
}
