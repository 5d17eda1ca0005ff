/** Data types as the grammar spells them, brought to one spelling. */
import type { Node, TypeName } from '@pgsql/types';
import { nodeOf, walk } from '../sql/ast.js';

export interface ColumnType {
  /** The catalogs' name, such as `int4`, `varchar` or `timestamptz`; a user's type keeps its schema where one was written. */
  name: string;
  /** Its modifiers, for example [10, 2] of numeric(10, 2). */
  modifiers: number[];
  array: boolean;
  /** smallserial, serial, bigserial: an integer with a sequence as its default. */
  serial: boolean;
}

const SERIALS: Record<string, string> = {
  smallserial: 'int2',
  serial2: 'int2',
  serial: 'int4',
  serial4: 'int4',
  bigserial: 'int8',
  serial8: 'int8',
};

/** Names that the grammar leaves as they are written though the catalogs spell them otherwise. */
const ALIASES: Record<string, string> = { character: 'bpchar', decimal: 'numeric', boolean: 'bool' };

export function columnType(type: TypeName | undefined): ColumnType | undefined {
  const names = (type?.names ?? []).map((name) => nodeOf(name, 'String')?.sval ?? '');
  if (!type || names.length === 0) return undefined;
  const own = names[0] === 'pg_catalog' ? names.slice(1) : names;
  const spelled = own.join('.');
  const serial = SERIALS[spelled];
  return {
    name: serial ?? ALIASES[spelled] ?? spelled,
    modifiers: (type.typmods ?? []).map((mod) => nodeOf(mod, 'A_Const')?.ival?.ival ?? 0),
    array: (type.arrayBounds ?? []).length > 0,
    serial: serial !== undefined,
  };
}

/** As SQL writes it. */
export function typeText({ name, modifiers, array }: ColumnType): string {
  return `${name}${modifiers.length > 0 ? `(${modifiers.join(', ')})` : ''}${array ? '[]' : ''}`;
}

/** The columns that an expression names, each once. */
export function columnsIn(expression: Node | undefined): string[] {
  const names = new Set<string>();
  walk(expression, (tag, body) => {
    if (tag !== 'ColumnRef') return;
    const last = nodeOf((body.fields as Node[] | undefined)?.at(-1), 'String')?.sval;
    if (last) names.add(last);
  });
  return [...names];
}
