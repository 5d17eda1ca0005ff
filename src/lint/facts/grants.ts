/** What a GRANT lets its roles do. */
import type { GrantStmt } from '@pgsql/types';
import { nodeOf } from '../../sql/ast.js';

const WRITES = new Set(['insert', 'update', 'delete', 'truncate']);

/** Change or delete rows of tables. No list means ALL. */
export function letsWrite({ objtype, privileges = [] }: GrantStmt): boolean {
  if (objtype !== 'OBJECT_TABLE') return false;
  if (privileges.length === 0) return true;
  return privileges.some((item) => WRITES.has(nodeOf(item, 'AccessPriv')?.priv_name?.toLowerCase() ?? ''));
}
