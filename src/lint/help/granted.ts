/** What GRANTs have given on a relation in the end, as SQL that gives it on another one. */
import type { GrantStmt, RoleSpec } from '@pgsql/types';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../../sql/ast.js';

type GrantState = 'granted' | 'grantable' | 'revoked';

/** One privilege: on the whole relation, or on one of its columns. */
interface Privilege {
  name: string;
  column?: string;
}

/** What a role has, and by whose word; of a privilege that no GRANT named and a REVOKE took, nobody knows where it came from. */
type Held = Map<string, Privilege & { state: GrantState }>;

const ALL = 'ALL';

/** As the scripts gave them; undefined where they don't show what is left. Privileges that were revoked without a GRANT came by default: `on` gets them too. */
export function grantedAgain({ name, facts }: KnownObject, on: string, schema: Schema): string[] | undefined {
  const roles = new Map<string, Held>();
  for (const grant of facts?.privileges ?? []) {
    for (const item of grant.grantees ?? []) {
      const spec = nodeOf(item, 'RoleSpec');
      const role = spec && roleSql(spec);
      if (role === undefined) return undefined;
      const held = roles.get(role) ?? new Map();
      roles.set(role, held);
      if (!isFollowed(held, grant)) return undefined;
    }
  }
  const all = [...roles.values()].flatMap((held) => [...held.values()]);
  // A column may have got another name since.
  if (all.some(({ column }) => column !== undefined && !schema.find('column', `${name}.${column}`))) return undefined;
  return statementsOf(roles, sqlName(on));
}

/** Whether such a statement lets PUBLIC change rows. */
export function letsEverybodyWrite(sql: string): boolean {
  return /^GRANT .*\b(?:ALL|INSERT|UPDATE|DELETE|TRUNCATE)\b.* TO (?:.*, )?PUBLIC\b/.test(sql);
}

function roleSql({ roletype, rolename }: RoleSpec): string | undefined {
  if (roletype === 'ROLESPEC_CSTRING') return rolename && quoteIdentifier(rolename);
  return roletype?.slice('ROLESPEC_'.length);
}

const keyOf = ({ name, column }: Privilege) => `${name} ${column ?? ''}`;

function privilegesOf({ privileges = [] }: GrantStmt): Privilege[] {
  if (privileges.length === 0) return [{ name: ALL }];
  return privileges.flatMap((item): Privilege[] => {
    const { priv_name: priv, cols = [] } = nodeOf(item, 'AccessPriv') ?? {};
    const name = priv?.toUpperCase() ?? ALL;
    if (cols.length === 0) return [{ name }];
    return cols.map((column) => ({ name, column: nodeOf(column, 'String')?.sval ?? '' }));
  });
}

/** Takes one statement over; false where it takes a part of ALL that has no name of its own. */
function isFollowed(held: Held, grant: GrantStmt): boolean {
  for (const privilege of privilegesOf(grant)) {
    const key = keyOf(privilege);
    const known = held.get(key);
    if (grant.is_grant) {
      const state = grant.grant_option || known?.state === 'grantable' ? 'grantable' : 'granted';
      if (privilege.name === ALL && privilege.column === undefined) forget(held, ({ state: was }) => was === 'revoked');
      held.set(key, { ...privilege, state });
    } else if (grant.grant_option) {
      if (known?.state !== 'grantable') return false;
      held.set(key, { ...privilege, state: 'granted' });
    } else {
      const { name, column } = privilege;
      const isNamed = forget(held, (one) => isTaken(one, privilege));
      const isPartOfAll = column === undefined && name !== ALL && held.get(keyOf({ name: ALL })) !== undefined;
      // What only a column had no default gives.
      if (column === undefined && (isPartOfAll || !isNamed)) held.set(key, { ...privilege, state: 'revoked' });
    }
  }
  return true;
}

/** A REVOKE takes a privilege from the columns as well; one of ALL takes every privilege. */
function isTaken(held: Privilege, { name, column }: Privilege): boolean {
  return (name === ALL || held.name === name) && (column === undefined || held.column === column);
}

/** Whether there was anything to forget. */
function forget(held: Held, isMeant: (one: Privilege & { state: GrantState }) => boolean): boolean {
  const gone = [...held].filter(([, one]) => isMeant(one));
  for (const [key] of gone) held.delete(key);
  return gone.length > 0;
}

/** REVOKEs stand before the GRANTs of single privileges, and after those of all. */
function statementsOf(roles: ReadonlyMap<string, Held>, on: string): string[] {
  const grantees = new Map<string, string[]>();
  const add = (text: string, role: string) => grantees.set(text, [...(grantees.get(text) ?? []), role]);
  const order = (one: Privilege & { state: GrantState }) => (one.name === ALL ? 0 : one.state === 'revoked' ? 1 : 2);
  for (const rank of [0, 1, 2]) {
    for (const [role, held] of roles) {
      const own = [...held.values()].filter((one) => order(one) === rank);
      for (const state of ['revoked', 'granted', 'grantable'] as const) {
        const names = listOf(own.filter((one) => one.state === state));
        if (names !== '') add(`${rank} ${state} ${names}`, role);
      }
    }
  }
  return [...grantees]
    .toSorted(([a], [b]) => Number(a[0]) - Number(b[0]))
    .map(([text, named]) => {
      const [, state, ...words] = text.split(' ');
      const to = named.join(', ');
      const list = words.join(' ');
      if (state === 'revoked') return `REVOKE ${list} ON ${on} FROM ${to};`;
      return `GRANT ${list} ON ${on} TO ${to}${state === 'grantable' ? ' WITH GRANT OPTION' : ''};`;
    });
}

/** Each privilege once, with its columns. */
function listOf(privileges: readonly Privilege[]): string {
  const names = [...new Set(privileges.map(({ name, column }) => `${name}${column === undefined ? '' : ' ('}`))];
  return names
    .map((name) => {
      if (!name.endsWith('(')) return name;
      const own = privileges.filter((one) => one.column !== undefined && `${one.name} (` === name);
      return `${name}${own.map(({ column }) => quoteIdentifier(column ?? '')).join(', ')})`;
    })
    .join(', ');
}
