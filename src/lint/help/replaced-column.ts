/** A column that takes another one's place: what is made for it beforehand, and what the switch does. */
import type { Node } from '@pgsql/types';
import type { RecipeStep } from '../../findings/recipe.js';
import { lastName } from '../../schema/objects.js';
import { enumerated, sqlName } from '../../schema/sql-name.js';
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
export function unchecked(table: string, name: string, text: string, validated: boolean): WithColumn {
  const alter = `ALTER TABLE ${sqlName(table)}`;
  const [was, own] = [quoteIdentifier(name), quoteIdentifier(newName(name))];
  const [add, validate] = notValid(table, own, `${alter} ADD CONSTRAINT ${own} ${text} NOT VALID;`);
  return {
    steps: validated && validate ? [add, validate] : [add],
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

const isView = ({ sql }: RecipeStep) => sql.startsWith('CREATE MATERIALIZED VIEW');

/** The rules that the switch answers: what is made for the new column takes the place of what goes with the old one. */
export function answeredBySwitch(steps: readonly RecipeStep[]): string[] {
  return [
    'drop-column',
    ...(steps.every(isView) ? [] : ['drop-column-drops-index']),
    'drop-trigger',
    ...(steps.some(isView) ? ['rename-table'] : []),
  ];
}

/** The last migration, which nobody can write whole from here: what is left to do, and what is known of it. */
export function leftToDo(what: string, missing: readonly string[], { sql }: RecipeStep): string {
  const [ignore, ...rest] = sql.split('\n');
  const todo = missing.map((one) => `-- here make anew: ${one.replaceAll('`', '')}`);
  return [
    `${what} isn’t changed yet: no SQL is known for ${enumerated(missing)}. Write that into the last migration, which does the rest in one transaction:`,
    ...(ignore === undefined ? [] : [ignore]),
    ...rest,
    ...todo,
  ].join('\n');
}

/** What stands in the first file until then. */
export function unfinished(step: RecipeStep, what: string, missing: readonly string[]): RecipeStep {
  const note = `-- ${what.replaceAll('`', '')} is changed by a last migration, written by hand: for ${enumerated(missing).replaceAll('`', '')}`;
  return { ...step, sql: `${note}\n${step.sql}` };
}
