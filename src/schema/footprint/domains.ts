/** Domains: their new rules are held against every column that uses them. */
import type { AlterDomainStmt } from '@pgsql/types';
import { nodeOf } from '../../sql/ast.js';
import { dotted } from '../effects/effect.js';
import type { DomainFacts } from '../facts.js';
import { fullName } from '../objects.js';
import type { Schema } from '../schema.js';
import type { ColumnType } from '../types.js';
import { type Footprint, type FootprintReader, isPartitioned, touch } from './touch.js';

/** What is known of the domain that a type is. */
export function domainOf(type: ColumnType | undefined, schema: Schema): Partial<DomainFacts> | undefined {
  return type && schema.find('domain', fullTypeName(type))?.facts;
}

export function fullTypeName({ name }: ColumnType): string {
  return name.includes('.') ? name : `public.${name}`;
}

/** The tables with a column of the type. */
export function tablesWith(type: string, schema: Schema): string[] {
  const columns = schema.every('column').filter(({ facts }) => facts?.type && fullTypeName(facts.type) === type);
  return [...new Set(columns.flatMap(({ table }) => table ?? []))];
}

export const alterDomain: FootprintReader = (node, { schema }) => {
  const domain = nodeOf(node, 'AlterDomainStmt');
  const name = dotted(domain?.typeName);
  if (!domain || !name || !checksRows(domain)) return [];
  return tablesWith(fullName(name), schema).map(
    (table): Footprint => touch(table, 'SHARE', isPartitioned(table, schema) ? undefined : 'scan'),
  );
};

/** SET NOT NULL (O), VALIDATE CONSTRAINT (V), and ADD CONSTRAINT (C) without NOT VALID. */
function checksRows({ subtype, def }: AlterDomainStmt): boolean {
  if (subtype === 'C') return nodeOf(def, 'Constraint')?.skip_validation !== true;
  return subtype === 'O' || subtype === 'V';
}
