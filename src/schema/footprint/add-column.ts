/** Whether ADD COLUMN leaves the rows as they are, reads them or writes them anew. */
import type { ColumnDef } from '@pgsql/types';
import { nodeOf } from '../../sql/ast.js';
import { columnConstraints } from '../effects/columns.js';
import { columnType } from '../types.js';
import { volatileFunction } from '../volatility.js';
import { domainOf } from './domains.js';
import type { FootprintScene, Work } from './touch.js';

export function addColumnWork(column: ColumnDef | undefined, { schema }: FootprintScene): Work {
  const constraints = column ? columnConstraints(column) : [];
  const has = (type: string) => constraints.some(({ contype }) => contype === type);
  const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
  const type = columnType(column?.typeName);
  const stored = constraints.some((it) => it.contype === 'CONSTR_GENERATED' && it.generated_kind !== 'v');
  if (stored || has('CONSTR_IDENTITY') || type?.serial) return 'rewrite';
  const domain = domainOf(type, schema);
  if (volatileFunction(value ?? domain?.default, schema) !== undefined || domain?.constrained) return 'rewrite';
  const required = has('CONSTR_NOTNULL') && (value === undefined || nodeOf(value, 'A_Const')?.isnull === true);
  const checked = constraints.some(
    ({ contype, is_enforced: enforced }) => contype === 'CONSTR_CHECK' && enforced !== false,
  );
  const indexed = ['CONSTR_UNIQUE', 'CONSTR_PRIMARY'].some(has);
  // The existing rows get the default, which may not be in the referenced table; even DEFAULT NULL is looked up.
  return checked || indexed || required || (value !== undefined && has('CONSTR_FOREIGN')) ? 'scan' : undefined;
}
