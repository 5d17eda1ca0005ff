/** Who may do what with an object, as the catalogs hold it: one line for each role and each safeguard. Pure. */
import { shortName } from '../../schema/objects.js';
import { OWN_ROLE } from '../../servers/catalogs/snapshot/shared.js';
import { type Entry, listOf, shown } from '../snapshot/entry.js';

/** What stands in the column of roles where a right is of no role in particular. */
export const EVERYBODY = 'all roles';

export type RightKind = 'privileges' | 'owner' | 'safeguard' | 'policy';

/** One right: of a role, or of the object itself. */
export interface Right {
  kind: RightKind;
  /** As the catalogs name it; `public` is every role. */
  role: string;
  /** What of the object it is about; together with `role` unique in it. */
  of: string;
  /** As people read it. */
  value: string;
}

/** `reader:SELECT*`, as snapshots hold it. */
export interface GrantedRight {
  role: string;
  privilege: string;
  option: boolean;
}

export function grantsOf({ attributes }: Pick<Entry, 'attributes'>): GrantedRight[] {
  return listOf(attributes, 'grants').map((text) => {
    const colon = text.lastIndexOf(':');
    const option = text.endsWith('*');
    return { role: text.slice(0, colon), privilege: text.slice(colon + 1, option ? -1 : undefined), option };
  });
}

/** The object as a reader of the report knows it. */
export function objectWords({ kind, name, tableParts, parts }: Entry): string {
  if (kind === 'policy' || kind === 'column')
    return `${kind} ${parts.at(-1)} of ${shortName((tableParts ?? []).join('.'))}`;
  if (kind === 'default acl') return `default privileges ${name}`;
  return `${kind} ${shortName(name)}`;
}

export function roleWords(role: string): string {
  if (role === 'public') return 'PUBLIC (every role)';
  return role === OWN_ROLE ? 'the migration’s role' : role;
}

/** Everything that is said of an object; nothing of what has neither privileges nor safeguards. */
export function rightsOf(entry: Entry): Right[] {
  return [...privileges(entry), ...ownership(entry), ...safeguards(entry), ...policies(entry)];
}

/** The owner's own are the owner's anyway. */
function privileges(entry: Entry): Right[] {
  const byRole = new Map<string, GrantedRight[]>();
  for (const grant of grantsOf(entry)) {
    if (grant.role === entry.attributes.owner) continue;
    byRole.set(grant.role, [...(byRole.get(grant.role) ?? []), grant]);
  }
  return [...byRole].map(([role, grants]) => ({
    kind: 'privileges' as const,
    role,
    of: 'privileges',
    value: inOrder(grants)
      .map(({ privilege, option }) => `${privilege}${option ? ' (may grant it)' : ''}`)
      .join(', '),
  }));
}

const READ_FIRST = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'];

/** As the manual lists them. */
export function inOrder(grants: readonly GrantedRight[]): GrantedRight[] {
  const place = ({ privilege }: GrantedRight) => READ_FIRST.indexOf(privilege);
  return [...grants].sort((a, b) => place(a) - place(b) || (a.privilege < b.privilege ? -1 : 1));
}

function ownership({ attributes: { owner } }: Entry): Right[] {
  if (typeof owner !== 'string') return [];
  return [{ kind: 'owner', role: EVERYBODY, of: 'owner', value: `owned by ${roleWords(owner)}` }];
}

const NO_OPTIONS = 'none of its security options';
const OFF = 'row level security off';
const AS_CALLER = 'runs with its caller’s rights';
const NO_SETTINGS = 'no settings of its own';

/** What an object has that is made anew, or defined anew by OR REPLACE, without a word about it. */
export const DEFAULTS: ReadonlySet<string | null> = new Set([NO_OPTIONS, OFF, AS_CALLER, NO_SETTINGS]);

/** Options of views that decide what may be seen or written through them. */
const GUARDS = /^(?:security_barrier|security_invoker|check_option)=/;

const VOLATILITY: Record<string, string> = { i: 'IMMUTABLE', s: 'STABLE' };

function safeguards({ kind, attributes }: Entry): Right[] {
  const all: [string, string][] = [];
  if (kind === 'table') {
    all.push(['row security', attributes['row security'] ? 'row level security on' : OFF]);
    all.push(['forced', attributes['row security forced'] ? 'holds for the owner, too' : 'the owner sees all rows']);
  }
  if (kind === 'view') {
    const guards = listOf(attributes, 'with').filter((option) => GUARDS.test(option));
    all.push(['options', guards.length > 0 ? guards.join(', ') : NO_OPTIONS]);
  }
  if (kind === 'function') {
    const definer = attributes['security definer'] === true;
    all.push(['runs as', definer ? 'runs with its owner’s rights' : AS_CALLER]);
    all.push(['settings', attributes.set === undefined ? NO_SETTINGS : `SET ${shown(attributes.set)}`]);
    all.push(['volatility', VOLATILITY[String(attributes.volatility)] ?? 'VOLATILE']);
    if (attributes.leakproof !== undefined) all.push(['leakproof', 'LEAKPROOF']);
  }
  return all.map(([of, value]) => ({ kind: 'safeguard', role: EVERYBODY, of, value }));
}

const COMMANDS: Record<string, string> = { r: 'SELECT', a: 'INSERT', w: 'UPDATE', d: 'DELETE', '*': 'ALL' };

function policies({ kind, attributes }: Entry): Right[] {
  if (kind !== 'policy') return [];
  const { using, 'with check': check } = attributes;
  const value = [
    attributes.restrictive ? 'RESTRICTIVE' : '',
    `FOR ${COMMANDS[String(attributes.for)] ?? attributes.for}`,
    using === undefined ? '' : `USING (${shown(using)})`,
    check === undefined ? '' : `WITH CHECK (${shown(check)})`,
  ];
  const roles = listOf(attributes, 'to').map(roleWords).join(', ');
  return [{ kind: 'policy', role: roles, of: 'policy', value: value.filter((part) => part !== '').join(' ') }];
}
