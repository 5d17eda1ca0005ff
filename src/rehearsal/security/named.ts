/** What the statements of a change name when they speak of rights, and which statement does. Pure. */
import type { GrantStmt, Node } from '@pgsql/types';
import type { Script, Statement } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import { lastName } from '../../schema/objects.js';
import { OWN_ROLE } from '../../servers/catalogs/snapshot/shared.js';
import { nodeOf, walk } from '../../sql/ast.js';
import { runsCode } from '../run/hazards/unwritten.js';
import type { Entry } from '../snapshot/entry.js';
import type { RightChange } from './changes.js';

/** A statement, or one in its DO block, with what it says. */
interface Speaking {
  statement: Statement;
  node: Node | null;
}

export class NamedRights {
  readonly #all: readonly Speaking[];
  readonly #statements: readonly Statement[];

  constructor({ statements }: Script) {
    this.#statements = statements;
    this.#all = statements.flatMap((statement) =>
      [statement, ...(statement.block?.statements ?? [])].map(({ node }) => ({ statement, node })),
    );
  }

  /** The statement that says the change; undefined where none does. The last one counts. */
  says(change: RightChange): Statement | undefined {
    const { entry, role, kind } = change;
    return this.#all.findLast(({ node }) => {
      if (speaksOfRoles(node, kind === 'privileges' ? [role] : ownersOf(change))) return true;
      if (entry.kind === 'default acl') return nodeOf(node, 'AlterDefaultPrivilegesStmt') !== undefined;
      if (kind === 'privileges') return grantFor(node, entry, role) !== undefined;
      return namesObject(node, entry);
    })?.statement;
  }

  /** What a rename leads to: expressions follow the new name and mean the same. */
  get renames(): boolean {
    return this.#all.some(({ node }) => nodeOf(node, 'RenameStmt') !== undefined);
  }

  /** The REVOKE that names the object and the role. */
  revokes({ entry, role }: Pick<RightChange, 'entry' | 'role'>): Statement | undefined {
    return this.#all.findLast(({ node }) => {
      const grant = grantFor(node, entry, role);
      return grant !== undefined && !grant.is_grant;
    })?.statement;
  }

  /** Where a change happened that no statement says: by CASCADE, else by what runs code; else the first one. */
  blames({ entry }: Pick<RightChange, 'entry'>): Statement | undefined {
    const cascade = this.#all.find(({ node }) => {
      const grant = nodeOf(node, 'GrantStmt');
      return grant && !grant.is_grant && grant.behavior === 'DROP_CASCADE' && reaches(grant, entry);
    });
    return cascade?.statement ?? this.#statements.find(runsCode) ?? this.#statements[0];
  }
}

function ownersOf({ kind, before, after }: RightChange): string[] {
  if (kind !== 'owner') return [];
  return [before, after].flatMap((words) => words?.replace(/^owned by /, '') ?? []);
}

/** DROP OWNED and REASSIGN OWNED reach all that a role has; a role that is renamed has what it had. */
function speaksOfRoles(node: Node | null, roles: readonly string[]): boolean {
  const owned = nodeOf(node, 'DropOwnedStmt')?.roles ?? nodeOf(node, 'ReassignOwnedStmt')?.roles ?? [];
  const rename = nodeOf(node, 'RenameStmt');
  const names = [
    ...owned.map(roleName),
    ...(rename?.renameType === 'OBJECT_ROLE' ? [rename.subname ?? '', rename.newname ?? ''] : []),
  ];
  return roles.some((role) => names.includes(bare(role)));
}

/** The GRANT or REVOKE of the object to the role, if it is one. */
function grantFor(node: Node | null, entry: Entry, role: string): GrantStmt | undefined {
  const grant = nodeOf(node, 'GrantStmt');
  if (!grant || !(grant.grantees ?? []).map(roleName).includes(bare(role))) return undefined;
  return reaches(grant, entry) ? grant : undefined;
}

function reaches(grant: GrantStmt, { kind, parts, tableParts }: Entry): boolean {
  const names: string[] = [];
  walk(grant.objects, (tag, body) => {
    const name = tag === 'RangeVar' ? body.relname : tag === 'String' ? body.sval : undefined;
    if (typeof name === 'string') names.push(name);
  });
  if (grant.targtype === 'ACL_TARGET_ALL_IN_SCHEMA') return names.includes(parts[0] ?? '');
  return names.includes((kind === 'column' ? tableParts?.at(-1) : ownName({ kind, parts })) ?? '');
}

/** Its name without its schema, table or arguments. */
function ownName({ kind, parts }: Pick<Entry, 'kind' | 'parts'>): string {
  return (kind === 'function' ? parts[1] : parts.at(-1)) ?? '';
}

/** An object or its table, which a change of owner reaches with its sequences. */
function namesObject(node: Node | null, entry: Entry): boolean {
  const owner = nodeOf(node, 'AlterOwnerStmt');
  const table = nodeOf(node, 'AlterTableStmt')?.relation?.relname;
  const policy = nodeOf(node, 'AlterPolicyStmt')?.policy_name ?? nodeOf(node, 'CreatePolicyStmt')?.policy_name;
  const names = new Set([
    ...effectsOf(node).flatMap(({ object, was }) => [lastName(object.name), ...(was ? [lastName(was.name)] : [])]),
    ...(table === undefined ? [] : [table]),
    ...(policy === undefined ? [] : [policy]),
  ]);
  walk(owner?.object, (tag, body) => {
    if (tag === 'String') names.add(String(body.sval));
  });
  return names.has(ownName(entry)) || (entry.kind === 'sequence' && names.has(entry.tableParts?.at(-1) ?? ''));
}

function roleName(item: Node): string {
  const { roletype, rolename } = nodeOf(item, 'RoleSpec') ?? {};
  if (roletype === 'ROLESPEC_PUBLIC') return 'public';
  return rolename ?? OWN_ROLE;
}

/** Catalogs quote a role's name where SQL has to. */
function bare(role: string): string {
  return role.startsWith('"') ? role.slice(1, -1).replaceAll('""', '"') : role;
}
