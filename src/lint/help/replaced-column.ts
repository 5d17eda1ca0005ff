/** A column that takes another one's place: what is made for it beforehand, and what the switch does. */
import type { Node } from '@pgsql/types';
import type { RecipeStep } from '../../findings/recipe.js';
import { lastName } from '../../schema/objects.js';
import { sqlName } from '../../schema/sql-name.js';
import type { ColumnType } from '../../schema/types.js';
import { nodeOf, quoteIdentifier } from '../../sql/ast.js';
import { notValid } from './steps.js';

export interface WithColumn {
  /** Beside all traffic, before the switch. */
  steps: RecipeStep[];
  /** In the switch, while both columns are there. */
  before: string[];
  /** In the switch, when the new column has the name. */
  after: string[];
}

export interface ReplacedColumn {
  table: string;
  column: string;
  /** The column that takes its place. */
  next: string;
  to: ColumnType;
  /** Its name in the end: the old one’s unless said. */
  called?: string;
}

export const NOTHING: WithColumn = { steps: [], before: [], after: [] };

export const newName = (name: string) => `${name.slice(0, 59)}_new`;

/** A constraint of the new column, which gets the name of the old one’s when that is gone. */
export function unchecked(table: string, name: string, text: string): WithColumn {
  const alter = `ALTER TABLE ${sqlName(table)}`;
  const [was, own] = [quoteIdentifier(name), quoteIdentifier(newName(name))];
  return {
    steps: [...notValid(table, own, `${alter} ADD CONSTRAINT ${own} ${text} NOT VALID;`)],
    before: [],
    after: [`${alter} RENAME CONSTRAINT ${own} TO ${was};`],
  };
}

export function swapped(names: readonly string[], { column, next }: ReplacedColumn): string[] {
  return names.map((name) => (name === column ? next : name));
}

export function inSchemaOf(table: string, name: string): string {
  return sqlName(`${table.slice(0, table.lastIndexOf('.'))}.${name}`);
}

/** The tree with the new column where it names the old one. */
export function forNew<T extends Node>(node: T, { table, column, next }: ReplacedColumn): T {
  return JSON.parse(JSON.stringify(node), (name, value) => {
    if (name === 'IndexElem' && value.name === column) return { ...value, name: next };
    if (name !== 'ColumnRef') return value;
    const fields: Node[] = value.fields ?? [];
    const parts = fields.map((field) => nodeOf(field, 'String')?.sval);
    const isOwn = parts.at(-1) === column && (parts.length === 1 || parts.at(-2) === lastName(table));
    return isOwn ? { ...value, fields: [...fields.slice(0, -1), { String: { sval: next } }] } : value;
  }) as T;
}
