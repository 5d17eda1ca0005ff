/** What is reported of changed rights: those that no statement says, and those that a REVOKE takes away. Pure. */
import type { Script, Statement } from '../../model.js';
import { shortName } from '../../schema/objects.js';
import { enumerated } from '../../schema/sql-name.js';
import { nodeOf } from '../../sql/ast.js';
import { code } from '../../sql/words.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { runsCode } from '../run/hazards/unwritten.js';
import { observe } from '../run/observe.js';
import { type Entry, keyOf, listOf } from '../snapshot/entry.js';
import { relationSql } from '../snapshot/names.js';
import { type Snapshot, whatItWas } from '../snapshot/snapshot.js';
import type { RightChange } from './changes.js';
import type { NamedRights } from './named.js';
import { DEFAULTS, grantsOf, inOrder, objectWords, roleWords } from './rights.js';

interface TwoSchemas {
  before: Snapshot;
  after: Snapshot;
}

const PROOF = 'Catalogs compared before the migration and after it';

/** Changes of what was there before that no statement names. What replaced another object is told with that. */
export function unsaid(
  changes: readonly RightChange[],
  named: NamedRights,
  { before, after }: TwoSchemas,
): RightChange[] {
  const was = whatItWas(before);
  // A new table's own policies are a part of it.
  const isNew = ({ tableParts }: Entry) => {
    const table = tableParts && after.get(keyOf('table', tableParts));
    return table !== null && table !== undefined && was(table) === undefined;
  };
  return changes.filter((change) => {
    const { lineage, kind, entry, of } = change;
    if (lineage === 'replaced' || named.says(change) !== undefined) return false;
    // A policy that is gone, and row level security that is off, are losses that are told where statements are looked at.
    if ((lineage === 'gone' && kind === 'policy') || of === 'row security') return false;
    if (lineage === 'same' && kind === 'policy' && named.renames) return false;
    if (lineage !== 'new' || entry.kind === 'default acl') return true;
    return kind === 'policy' && !isNew(entry);
  });
}

/** What went because an object was made or defined anew: told of the replacement, and no doing of a statement that says so. */
export function lostByReplacing(changes: readonly RightChange[], named: NamedRights): RightChange[] {
  return changes.filter((change) => {
    const { lineage, kind, after } = change;
    if (lineage === 'replaced' && kind === 'privileges') return named.says(change) === undefined;
    return (
      kind === 'safeguard' && lineage !== 'new' && DEFAULTS.has(after) && MAKES.test(named.says(change)?.kind ?? '')
    );
  });
}

const MAKES = /^(?:ViewStmt|CreateFunctionStmt|CreateStmt)$/;

export function unsaidFindings(script: Script, changes: readonly RightChange[], named: NamedRights): Observation[] {
  const places = new Map<string, { statement: Statement | undefined; isSpoken: boolean; group: RightChange[] }>();
  for (const change of changes) {
    const statement = named.blames(change);
    const isSpoken = statement !== undefined && speaksAtRunTime(statement, change);
    const key = `${statement?.start} ${isSpoken}`;
    const place = places.get(key) ?? { statement, isSpoken, group: [] };
    place.group.push(change);
    places.set(key, place);
  }
  return [...places.values()].map(({ statement, isSpoken, group }) => {
    const words = group.slice(0, MOST).map(inWords);
    const more = group.length > MOST ? ` (and ${group.length - MOST} more)` : '';
    const what = isSpoken
      ? 'The names are made up at run time; this is what it changed'
      : 'This changes who may do what, and its SQL doesn’t say so';
    return observe('unwritten-access-change', script, statement, {
      message: `${what}: ${words.join('; ')}${more}.`,
      proof: PROOF,
      cause: `access ${isSpoken} ${statement?.start ?? -1}`,
      ...(isSpoken && { severity: 'warning' as const }),
    });
  });
}

/** The block's own text has the command in one piece, and only the names come from elsewhere. */
function speaksAtRunTime({ kind, sql }: Statement, { kind: about, of }: RightChange): boolean {
  if (kind !== 'DoStmt') return false;
  const command = of === 'row security' ? /\brow\s+level\s+security\b/i : COMMANDS[about];
  return command?.test(sql) ?? false;
}

const COMMANDS: Partial<Record<RightChange['kind'], RegExp>> = {
  privileges: /\b(?:grant|revoke)\s+\w/i,
  policy: /\b(?:create|alter|drop)\s+policy\b/i,
  owner: /\bowner\s+to\b/i,
};

const MOST = 4;

function inWords({ entry, role, kind, before, after }: RightChange): string {
  const who = kind === 'privileges' ? `${roleWords(role)} on ` : '';
  return `${who}${objectWords(entry)}: ${before ?? 'nothing'} → ${after ?? 'nothing'}`;
}

/** Of what stays: what a role could do before the change, and can't do any more by any way that the catalogs show. */
export function revoked(
  script: Script,
  changes: readonly RightChange[],
  { named, before, after, earlier }: TwoSchemas & { named: NamedRights; earlier: readonly TwoSchemas[] },
): Observation[] {
  const was = whatItWas(before);
  return changes.flatMap((change) => {
    const { kind, entry, role, lineage } = change;
    if (kind !== 'privileges' || lineage !== 'same' || entry.kind === 'default acl') return [];
    const statement = named.revokes(change);
    const old = was(entry);
    if (statement === undefined || old === undefined) return [];
    const had = heldAtFirst(role, old, earlier);
    const lost = lostBy(role, old, entry, after).filter(had);
    if (lost.length === 0) return [];
    const isPublic = role === 'public';
    const who = isPublic ? 'Who has it through PUBLIC alone' : code(roleWords(role));
    return [
      observe('privilege-revoked', script, statement, {
        message: `${who} loses ${enumerated(lost)} on ${code(objectWords(entry))} once this has run. Code that logs in so and needs it fails with SQLSTATE 42501.`,
        proof: PROOF,
        help: 'Deploy first the release that no longer needs it, or grant the role what it still needs before you revoke the rest.',
        cause: `revoked ${statement.start} ${entry.key}`,
        ...(isPublic && { severity: 'info' as const }),
      }),
    ];
  });
}

/** First policies of tables whose row level security is off: nobody asks them. */
export function idlePolicies(script: Script, { before, after }: TwoSchemas): Observation[] {
  const was = whatItWas(before);
  const had = new Set(
    [...before.values()].flatMap(({ kind, tableParts }) => (kind === 'policy' ? JSON.stringify(tableParts) : [])),
  );
  const tables = new Map<string, Entry>();
  for (const policy of after.values()) {
    const own = policy.tableParts && after.get(keyOf('table', policy.tableParts));
    if (policy.kind !== 'policy' || !own || own.attributes['row security'] === true) continue;
    if (had.has(JSON.stringify((was(own) ?? own).parts)) || tables.has(own.key)) continue;
    tables.set(own.key, policy);
  }
  return [...tables].map(([key, policy]) => {
    const name = shortName(after.get(key)?.name ?? '');
    const statement = script.statements.find(
      ({ node }) => nodeOf(node, 'CreatePolicyStmt')?.policy_name === policy.parts.at(-1),
    );
    return observe('policy-without-row-security', script, statement ?? script.statements.find(runsCode), {
      message: `The policy ${code(policy.parts.at(-1) ?? '')} does nothing: row level security of ${code(name)} is off. Every role with a GRANT on it sees and writes all its rows.`,
      proof: PROOF,
      help: `Switch it on in the same migration:\nALTER TABLE ${relationSql(policy.tableParts ?? [])} ENABLE ROW LEVEL SECURITY;`,
      facts: [hazard('policy-without-row-security', (policy.tableParts ?? []).join('.'))],
    });
  });
}

/** Whether a role had it before the first migration of the change: what a migration of the change has granted, no release uses. */
function heldAtFirst(role: string, old: Entry, earlier: readonly TwoSchemas[]): (privilege: string) => boolean {
  let first: { entry: Entry; schema: Snapshot } | undefined;
  for (const { before, after } of earlier.toReversed()) {
    const then = after.get((first?.entry ?? old).key);
    // Where the migrations between don't show it, it may be any.
    if (then === undefined) return () => true;
    const was = whatItWas(before)(then);
    if (was === undefined) return () => false;
    first = { entry: was, schema: before };
  }
  if (first === undefined) return () => true;
  const { entry, schema } = first;
  const holders = new Set(['public', role, ...groupsOf(role, schema)]);
  // Its own it could do without a GRANT.
  if (holders.has(String(entry.attributes.owner))) return () => true;
  const own = JSON.stringify(entry.parts);
  const parts = [...schema.values()].filter(
    ({ kind, tableParts }) => kind === 'column' && JSON.stringify(tableParts) === own,
  );
  const held = new Set(
    [entry, ...parts].flatMap((one) => grantsOf(one).flatMap((g) => (holders.has(g.role) ? [g.privilege] : []))),
  );
  return (privilege) => held.has(privilege);
}

function lostBy(role: string, old: Entry, now: Entry, after: Snapshot): string[] {
  const holders = new Set(['public', role, ...groupsOf(role, after)]);
  const held = (entry: Entry) => grantsOf(entry).flatMap((grant) => (holders.has(grant.role) ? [grant.privilege] : []));
  const has = new Set(held(now));
  const own = JSON.stringify(now.parts);
  const columns = [...after.values()].filter(
    ({ kind, tableParts }) => kind === 'column' && JSON.stringify(tableParts) === own,
  );
  const byColumns = columns.map((column) => new Set(held(column)));
  const had = inOrder(grantsOf(old).filter((grant) => grant.role === role)).map(({ privilege }) => privilege);
  // On every column it is as good as on the table; DELETE and TRUNCATE are of tables only.
  const isOnAll = (privilege: string) => byColumns.length > 0 && byColumns.every((one) => one.has(privilege));
  return had.filter((privilege) => !has.has(privilege) && !isOnAll(privilege));
}

/** The roles whose rights it has as a member of theirs. */
function groupsOf(role: string, snapshot: Snapshot, seen = new Set<string>()): string[] {
  const entry = snapshot.get(keyOf('role', [role.replace(/^"(.*)"$/, '$1')]));
  const groups = entry ? listOf(entry.attributes, 'member of').map((name) => name.replace(/\*$/, '')) : [];
  return groups.flatMap((group) => {
    if (seen.has(group)) return [];
    seen.add(group);
    return [group, ...groupsOf(group, snapshot, seen)];
  });
}
