/** GRANTs to roles that stand for everybody. */
import type { GrantStmt } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { nodeOf, relationName } from '../../sql/ast.js';

/** The role that PostgREST, and what is built on it, takes for requests without a login. */
const ANONYMOUS = 'anon';

/** PUBLIC, or who calls an API without a login; undefined for all others. */
export function everybodyIn({ grantees = [] }: GrantStmt): 'PUBLIC' | 'anon' | undefined {
  const roles = grantees.flatMap((item) => nodeOf(item, 'RoleSpec') ?? []);
  if (roles.some(({ roletype }) => roletype === 'ROLESPEC_PUBLIC')) return 'PUBLIC';
  return roles.some(({ rolename }) => rolename === ANONYMOUS) ? ANONYMOUS : undefined;
}

/** Whether it means all that a schema holds now. */
export function isForAll({ targtype }: GrantStmt): boolean {
  return targtype === 'ACL_TARGET_ALL_IN_SCHEMA';
}

/** The relations of that kind that it names, or that its schemas are known to hold. */
export function grantedOn(grant: GrantStmt, kind: 'table' | 'view', schema: Schema): string[] {
  const { objects = [] } = grant;
  if (!isForAll(grant)) {
    const named = objects.flatMap((item) => relationName(nodeOf(item, 'RangeVar')) ?? []).map(fullName);
    return kind === 'table' ? named : named.filter((name) => schema.find('view', name));
  }
  const schemas = objects.flatMap((item) => nodeOf(item, 'String')?.sval ?? []);
  return schema
    .every(kind)
    .map(({ name }) => name)
    .filter((name) => schemas.some((one) => name.startsWith(`${one}.`)));
}

/** The tables among them whose rows nothing keeps back; what others' row security is, no script shows. */
export function unguarded(tables: readonly string[], schema: Schema): string[] {
  return tables.filter((table) => {
    const known = schema.find('table', table);
    return known !== undefined && !known.partial && known.facts !== undefined && !known.facts.rowSecurity;
  });
}
