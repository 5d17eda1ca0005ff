/**
 * One fact, one finding: the same cause in several places is one finding with its places, and what only follows from
 * another finding's fact stands inside that one. Pure.
 */
import type { Location } from '../model.js';
import type { Consequence, Finding, Severity } from '../report-schema/types.js';
import type { Fact, Place } from './fact.js';
import { follows, MASKING, mayFollow } from './follows.js';
import type { Stating } from './near.js';
import type { Silence } from './policy.js';

/** A finding before it is known what it follows from. */
export interface Stated {
  finding: Finding;
  at: Place;
  /** What it says, the subject first. */
  facts: readonly Fact[];
  /** Findings of one check with the same cause are one. */
  cause?: string | undefined;
  silence: Silence | null;
  /** Nothing silences it. */
  binding?: true;
}

type MigrationOf = (path: string) => string;
/** The gravest harm has the least. */
type WeightOf = (rule: string) => number;

/** The findings and the silenced ones, each with what follows from it. */
export function gather(all: readonly Stated[], migrationOf: MigrationOf, weightOf: WeightOf = () => 0): Stated[] {
  const groups = byCause(all);
  const asked = new Map<string, Candidate[]>();
  for (const group of groups) {
    const statings = group.map((one) => stating(one, migrationOf));
    const { migration } = statings[0] as Stating;
    const near = asked.get(migration);
    if (near) near.push({ group, statings });
    else asked.set(migration, [{ group, statings }]);
  }
  const heads = new Map<SameCause, SameCause>();
  const told = new Map<SameCause, SameCause>();
  for (const near of asked.values()) {
    for (const one of near) {
      const leads = leadsOf(one, near, weightOf);
      const spoken = one.group.filter((_, at) => (leads[at] ?? []).length > 0);
      const found = leads.flat().map(({ group }) => group);
      const [head] = found;
      if (head && spoken.length === one.group.length) heads.set(one.group, head);
      // What nothing else speaks of is its place; those that are spoken of come after it.
      told.set(one.group, [...one.group.filter((part) => !spoken.includes(part)), ...spoken] as unknown as SameCause);
    }
  }
  const followers = new Map<SameCause, SameCause[]>();
  for (const group of heads.keys()) {
    const root = rootOf(group, heads);
    if (ONLY_REPEATS.has(group[0].finding.rule) || root[0].finding.rule === MASKING) continue;
    followers.set(root, [...(followers.get(root) ?? []), group]);
  }
  return groups.flatMap((group) =>
    heads.has(group) ? [] : [joined(told.get(group) ?? group, followers.get(group) ?? [])],
  );
}

/** What follows only where the other names all of it. */
const ONLY_REPEATS: ReadonlySet<string> = new Set(['unwritten-loss']);

/** Findings of one cause, and what is asked of each. */
interface Candidate {
  group: SameCause;
  statings: readonly Stating[];
}

function stating({ finding: { rule, severity, message }, at, facts }: Stated, migrationOf: MigrationOf): Stating {
  return { rule, severity, at, facts, migration: migrationOf(at.path), message };
}

/** Findings of one cause, in the order of their places; rarely more than one. */
type SameCause = readonly [Stated, ...Stated[]];

function byCause(told: readonly Stated[]): SameCause[] {
  const groups = new Map<string, [Stated, ...Stated[]]>();
  for (const [index, one] of told.entries()) {
    const { rule, severity, evidence } = one.finding;
    const apart = one.cause === undefined || evidence === 'refuted';
    const key = JSON.stringify(apart ? index : [rule, severity, one.silence?.by, one.cause]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => {
    // File by file, as they were looked at: the way there before the way back.
    const files = [...new Set(group.map(({ finding }) => finding.path))];
    const fileOf = ({ finding }: Stated) => files.indexOf(finding.path);
    return group.sort((a, b) => fileOf(a) - fileOf(b) || byLine(a.finding, b.finding));
  });
}

function byLine(a: Location, b: Location): number {
  return a.line - b.line || a.column - b.column;
}

/**
 * For each of its places, the findings whose fact it follows from. None that is less grave, so that nothing is hidden behind
 * it. What a directive silences takes along what the rehearsal saw of the very fact, and nothing else.
 */
function leadsOf({ group, statings }: Candidate, near: readonly Candidate[], weightOf: WeightOf): Candidate[][] {
  const { rule, severity, evidence } = group[0].finding;
  if (!mayFollow(rule) || evidence === 'refuted' || group[0].silence !== null) return [];
  const grave = near.filter(({ group: [{ finding: it, silence }] }) => {
    const heavier = RANK[it.severity] - RANK[severity] || weightOf(it.rule) - weightOf(rule);
    const speaks = silence === null || (silence.by === 'directive' && OF_ITS_LOCK.has(rule));
    return it.evidence !== 'refuted' && heavier <= 0 && speaks;
  });
  // What is said leads before what is silenced.
  const inOrder = [...grave.filter(isSaid), ...grave.filter((one) => !isSaid(one))];
  return statings.map((follower) => inOrder.filter((one) => one.statings.some((leader) => follows(follower, leader))));
}

/** The lock of a statement, as it was seen: the same fact as that of the rule which foresaw it. */
const OF_ITS_LOCK: ReadonlySet<string> = new Set([
  'blocking-scan',
  'lock-held-during-scan',
  'lock-on-unnamed-table',
  'no-lock-timeout',
]);

function isSaid({ group: [{ silence }] }: Candidate): boolean {
  return silence === null;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function rootOf(group: SameCause, heads: ReadonlyMap<SameCause, SameCause>): SameCause {
  const head = heads.get(group);
  return head === undefined ? group : rootOf(head, heads);
}

function joined(group: SameCause, followers: readonly SameCause[]): Stated {
  const [first, ...others] = group;
  const { finding } = first;
  const elsewhere = others.filter(({ finding: one }) => !isAt(one, finding));
  const places = elsewhere
    .map(({ finding: one }) => placeOf(one))
    .filter((place, at, all) => !all.slice(0, at).some((known) => isAt(place, known)));
  // The same statement, and another table of it.
  const more = others.filter(({ finding: one }) => isAt(one, finding) && one.message !== finding.message);
  // SQL is of its place; a sentence is of all.
  const withSql = elsewhere.map((one) => one.finding).filter(({ help: words }) => words.includes('\n'));
  const help = inOne([finding, ...more.map((one) => one.finding), ...withSql]);
  const fixes = group.find((one) => one.finding.fixes)?.finding.fixes;
  const grave = (one: SameCause) => RANK[one[0].finding.severity];
  const consequences = [...more.map((one): SameCause => [one]), ...followers.toSorted((a, b) => grave(a) - grave(b))]
    .map(([one, ...rest]) => consequenceOf(one, rest))
    .filter((one) => !saysSo(finding, one));
  return {
    ...first,
    facts: group.flatMap(({ facts }) => facts),
    finding: {
      ...finding,
      help,
      ...(fixes && { fixes }),
      ...(places.length > 0 && { places }),
      ...(consequences.length > 0 && { consequences }),
    },
  };
}

/** Each once, and what they begin with once, or with the place that they are for. What ends in code that no semicolon closes is set apart. */
function inOne(findings: readonly Pick<Finding, 'help' | 'line'>[]): string {
  const begun = new Set<string>();
  return findings
    .filter(({ help }, at) => findings.findIndex((one) => one.help === help) === at)
    .map(({ help, line }) => {
      const [first = '', ...rest] = help.split('\n');
      const isRepeated = rest.length > 0 && begun.has(first);
      begun.add(first);
      if (!isRepeated) return help;
      // What is counted there is counted for one place.
      const counted = /Instead of this statement([^.]*:)$/.exec(first)?.[1];
      const head = counted === undefined ? [] : [`Instead of the statement in line ${line}${counted}`];
      return [...head, ...rest].join('\n');
    })
    .map((help, at, { length }) => (at === length - 1 || /[.:;]$/.test(help) ? help : `${help}\n`))
    .join('\n');
}

function placeOf({ path, line, column, endLine, endColumn }: Location): Location {
  return { path, line, column, endLine, endColumn };
}

function isAt(place: Location, known: Location): boolean {
  return known.path === place.path && known.line === place.line && known.column === place.column;
}

function consequenceOf({ finding }: Stated, others: readonly Stated[]): Consequence {
  const { rule, evidence, message } = finding;
  const lines = [...new Set(others.map(({ finding: { line } }) => line))].filter((line) => line !== finding.line);
  const also = lines.length > 0 ? ` Also at ${lines.length > 1 ? 'lines' : 'line'} ${lines.join(', ')}.` : '';
  return { rule, evidence, ...placeOf(finding), message: `${message}${also}` };
}

/** What the finding says already, the table by its name, which messages mark: a consequence would only repeat it. */
function saysSo({ message }: Finding, { rule, message: words }: Consequence): boolean {
  if (!REPEATS.has(rule)) return false;
  const table = /\bon (`[^`]+`)/.exec(words)?.[1];
  return table !== undefined && message.includes(table);
}

const REPEATS: ReadonlySet<string> = new Set(['blocking-scan', 'lock-on-unnamed-table', 'drop-table-locks-referenced']);
