/** How two findings are about one thing: by their places, and by what their messages name. Pure. */
import type { Severity } from '../report-schema/types.js';
import { lastName, shortName } from '../schema/objects.js';
import { type Fact, type Place, samePlace } from './fact.js';

/** What is asked of the two findings. */
export interface Stating {
  rule: string;
  severity: Severity;
  at: Place;
  facts: readonly Fact[];
  /** What its migration is called. */
  migration: string;
  message: string;
}

export const atStatement = (a: Stating, b: Stating) => samePlace(a.at, b.at);
export const inScript = (a: Stating, b: Stating) => a.at.path === b.at.path;
const inMigration = (a: Stating, b: Stating) => a.migration === b.migration;

/** The object that the rollback leaves, or doesn't restore, is what the second run stumbles over. */
export function ofObject(follower: Stating, leader: Stating): boolean {
  const objects = leader.facts.flatMap((fact) =>
    fact.kind === 'leaves' || fact.kind === 'differs' ? [lastName(fact.object.name)] : [],
  );
  return inMigration(follower, leader) && objects.some((name) => isNamedIn(follower.message, name));
}

/** Whether the text holds the name as a whole. */
function isNamedIn(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`).test(text);
}

/** The follower names a table that the leader says is locked. */
export function ofLockedTable(follower: Stating, leader: Stating): boolean {
  const tables = leader.facts.flatMap((fact) => (fact.kind === 'lock' ? [shortName(fact.on)] : []));
  return inScript(follower, leader) && tables.some((table) => isNamedIn(follower.message, table));
}

/** The values that are lost are of the table that is locked. */
export function ofTable(follower: Stating, leader: Stating): boolean {
  const tables = leader.facts.flatMap((fact) => (fact.kind === 'lock' ? [shortName(fact.on)] : []));
  const lost = follower.facts.flatMap((fact) => (fact.kind === 'lost' ? [`${fact.of}.`] : []));
  return inMigration(follower, leader) && lost.some((name) => tables.some((table) => name.startsWith(`${table}.`)));
}

/** Both are about writes to one table. */
export function onItsTable(follower: Stating, leader: Stating): boolean {
  const table = / on `([^`]+)`/.exec(follower.message)?.[1];
  return table !== undefined && inMigration(follower, leader) && isNamedIn(leader.message, table);
}

/** Postgres answered the same to both: what the follower has behind its colon ends the leader's words. */
export function refusedAlike(follower: Stating, leader: Stating): boolean {
  const answer = / after this migration: (.+ \(SQLSTATE \w+\))/.exec(follower.message)?.[1];
  const told = /^.+ \(SQLSTATE \w+\)/.exec(leader.message)?.[0];
  return answer !== undefined && told !== undefined && atStatement(follower, leader) && told.endsWith(`: ${answer}`);
}

/** The write failed inside the function that the leader is about. */
export function inFunction(follower: Stating, leader: Stating): boolean {
  const name = /in the function `"?([^`("]+)/.exec(follower.message)?.[1];
  return name !== undefined && inMigration(follower, leader) && isNamedIn(leader.message, lastName(name));
}

/** All that is gone is named by the other. */
export function allNamed(follower: Stating, leader: Stating): boolean {
  const gone = follower.facts.flatMap((fact) =>
    fact.kind === 'hazard' && fact.name === 'gone' ? (fact.of ?? []) : [],
  );
  return (
    gone.length > 0 && atStatement(follower, leader) && gone.every((name) => isNamedIn(leader.message, lastName(name)))
  );
}

/** The right that the write lacks is one that the other says is lost, of the same role. */
export function forItsRight(follower: Stating, leader: Stating): boolean {
  const object = /: permission denied for \w+ (.+) \(SQLSTATE 42501\)/.exec(follower.message)?.[1];
  const role = / by the role `([^`]+)`/.exec(follower.message)?.[1];
  const lost = / lacks what the old one had \(privileges\): (.+)\.$/.exec(leader.message)?.[1];
  if (object === undefined || role === undefined || lost === undefined || !inMigration(follower, leader)) return false;
  return isNamedIn(leader.message, object) && (isNamedIn(lost, role) || isNamedIn(lost, 'public'));
}

/** The call that Postgres can't decide is one of the function that has two forms now. */
export function ofItsCall(follower: Stating, leader: Stating): boolean {
  const called = /: function ([^(]+)\(.*\) is not unique \(SQLSTATE 42725\)/.exec(follower.message)?.[1];
  return called !== undefined && atStatement(follower, leader) && isNamedIn(leader.message, lastName(called));
}

/** The write that fails is the one that the foreign key's action let through. */
export function byItsForeignKey(follower: Stating, leader: Stating): boolean {
  const [, parent = '', child = ''] =
    /refer to on `([^`]+)`.* on table "([^"]+)" \(SQLSTATE 23503\)/.exec(leader.message) ?? [];
  const isBoth = parent !== '' && isNamedIn(follower.message, parent) && isNamedIn(follower.message, child);
  return isBoth && inMigration(follower, leader);
}

/** Postgres refuses the write because of the very table. */
export function refusesItsTable(follower: Stating, leader: Stating): boolean {
  const table = /: cannot (?:update|delete from) table "([^"]+)" because .*\(SQLSTATE 55000\)/.exec(
    leader.message,
  )?.[1];
  const said = /^Postgres refuses [^`]*`([^`]+)`/.exec(follower.message)?.[1];
  return table !== undefined && said !== undefined && lastName(said) === table && atStatement(follower, leader);
}

/** Both end in the same answer of Postgres. */
export function endsAlike(follower: Stating, leader: Stating): boolean {
  const answer = /: ([^:]+ \(SQLSTATE \w+\))\.$/.exec(follower.message)?.[1];
  return answer !== undefined && atStatement(follower, leader) && leader.message.endsWith(`: ${answer}.`);
}

/** The values that don't fit are of the column that is narrowed. */
export function ofNarrowed(follower: Stating, leader: Stating): boolean {
  const [, table, column] = / in `(.+)\.([^`.]+)`, the rollback fails here/.exec(follower.message) ?? [];
  const names = `\`${column}\` in \`${table}\``;
  return table !== undefined && atStatement(follower, leader) && leader.message.includes(names);
}
