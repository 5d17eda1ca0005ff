/** Finds the right names for columns that a query asks for and its relations don't have (SQLSTATE 42703). */
import type { Node, RangeVar } from '@pgsql/types';
import { closest, distance } from 'fastest-levenshtein';
import type { Script, Statement } from '../../model.js';
import type { TextEdit } from '../../report-schema/types.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';
import { display, nodeOf, relationName, walk } from '../../sql/ast.js';
import { byteToUtf16, fileOffsets, LineMap } from '../../sql/positions.js';

export interface MissingColumns {
  relations: string[];
  columns: { name: string; instead: string | undefined }[];
  /** Replaces each missing name; empty unless all are known. */
  edits: TextEdit[];
}

/** The statistics views and pg_indexes name the same things differently. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ['tablename', 'relname'],
  ['table_name', 'relname'],
  ['indexname', 'indexrelname'],
  ['index_name', 'indexrelname'],
];

/** What a SELECT's column references lack. Null where it isn't a plain SELECT from relations. */
export async function missingColumns(
  session: ChangeSession,
  statement: Statement,
  script: Script,
): Promise<MissingColumns | null> {
  const select = nodeOf(statement.node, 'SelectStmt');
  const relations = (select?.fromClause ?? []).map((item) => nodeOf(item, 'RangeVar'));
  if (relations.length === 0 || relations.some((relation) => relation === undefined)) return null;
  const names = relations.flatMap((relation) => relationName(relation as RangeVar) ?? []);
  const columns = await columnsOf(session, names.map(display));
  const known = new Set(columns);
  const missing = new Map<string, number[]>();
  for (const { name, location } of columnReferences(statement.node)) {
    if (!known.has(name)) missing.set(name, [...(missing.get(name) ?? []), location]);
  }
  if (missing.size === 0 || columns.length === 0) return null;
  const found = [...missing.keys()].map((name) => ({ name, instead: suggestion(name, columns) }));
  const complete = found.every(({ instead }) => instead !== undefined);
  const edits = complete
    ? found.flatMap(({ name, instead = '' }) => renames(script, name, instead, missing.get(name) ?? []))
    : [];
  return { relations: names.map(display), columns: found, edits };
}

async function columnsOf(session: ChangeSession, relations: string[]): Promise<string[]> {
  const { rows } = await session.query(catalogSql('columns of', relations));
  return rows.map(([name]) => String(name));
}

function columnReferences(node: Node | null): { name: string; location: number }[] {
  const references: { name: string; location: number }[] = [];
  walk(node, (tag, body) => {
    const fields = tag === 'ColumnRef' ? (body.fields as Node[]) : [];
    const name = fields.length === 1 ? nodeOf(fields[0], 'String')?.sval : undefined;
    if (name !== undefined) references.push({ name, location: Number(body.location ?? 0) });
  });
  return references;
}

function suggestion(name: string, columns: string[]): string | undefined {
  const synonym = SYNONYMS.find(([wrong, right]) => wrong === name && columns.includes(right))?.[1];
  if (synonym !== undefined) return synonym;
  const near = closest(name, columns);
  return distance(name, near) <= Math.max(2, name.length / 3) ? near : undefined;
}

function renames(script: Script, name: string, instead: string, locations: number[]): TextEdit[] {
  const lines = new LineMap(script.file.text);
  const toUtf16 = byteToUtf16(script.parsedSql);
  const inFile = fileOffsets(script);
  return locations.flatMap((byte) => {
    const start = toUtf16(byte);
    const [from, to] = [inFile(start), inFile(start + name.length)];
    // What a placeholder stands for isn't the file's to mend.
    if (script.file.text.slice(from, to) !== name) return [];
    return [{ ...lines.location(script.file.path, from, to), text: instead }];
  });
}
