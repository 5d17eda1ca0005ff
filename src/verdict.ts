/** Holds predictions against facts, applies the user's settings and directives, and decides. Pure. */
import { BUILT_IN, builtInFinding } from './built-in.js';
import type { Claim, Location, Prediction, Script } from './model.js';
import type { Observation } from './rehearsal/observation.js';
import type { Evidence, Finding, LockHold, MigrationReport, Report, StatementReport } from './report/types.js';
import { objectKey, shortName } from './schema/objects.js';
import { readDirectives } from './sql/directives.js';
import { compareLockModes } from './sql/locks.js';

export interface Evidences {
  predictions: Prediction[];
  observations: Observation[];
  migrations: MigrationReport[];
  /** The changed migrations' scripts, for their directives. */
  scripts: Script[];
}

export interface Policy {
  failOn: Report['failOn'];
  /** Severity by rule. */
  rules: Record<string, Finding['severity'] | 'off'>;
  knownRules: ReadonlySet<string>;
  /** Whether the settings keep a rule from speaking of a file. */
  ignores?: (rule: string, path: string) => boolean;
  /** Production's major version, and that of the server that was used; null where there is none. */
  versions?: Versions;
  /** Whether the rehearsal looked from outside the change's own session; true where it isn't given. */
  outside?: boolean;
}

export interface Versions {
  target: number | null;
  server: number | null;
}

export type Decision = Pick<Report, 'findings' | 'counts' | 'verdict'>;

/** All findings with their evidence, sorted by place, and the verdict that follows from them. */
export function decide({ predictions, observations, migrations, scripts }: Evidences, policy: Policy): Decision {
  const facts = new Facts(migrations, scripts, policy);
  const seen = new Seen(observations);
  const judged = predictions.map((prediction) => seen.confirm(facts.judge(prediction), prediction));
  const news = observations.filter(
    (observation) =>
      !seen.confirmed.has(observation) && !judged.some((finding, i) => absorbs(finding, predictions[i], observation)),
  );
  const findings = [...judged, ...news.map(({ finding }) => finding)];
  const ran = migrations.some(({ statements }) => statements.some(({ status }) => status !== 'notRun'));
  const kept = levelled(applyDirectives(levelled(findings, policy), scripts, policy, ran), policy).sort(byPlace);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, evidence } of kept) if (evidence !== 'refuted') counts[severity]++;
  return { findings: kept, counts, verdict: fails(counts, policy.failOn) ? 'fail' : 'pass' };
}

/** With the severities that the settings give them, and without what they switch off. */
function levelled(findings: Finding[], { rules, ignores }: Policy): Finding[] {
  return findings.flatMap((finding) => {
    const level = rules[finding.rule] ?? finding.severity;
    return level === 'off' || ignores?.(finding.rule, finding.path) ? [] : [{ ...finding, severity: level }];
  });
}

function fails(counts: Report['counts'], failOn: Report['failOn']): boolean {
  if (failOn === 'never') return false;
  if (counts.error > 0) return true;
  return failOn !== 'error' && (counts.warning > 0 || (failOn === 'info' && counts.info > 0));
}

/** Whether a rule said beforehand what the rehearsal then saw. */
function absorbs(finding: Finding, prediction: Prediction | undefined, observation: Observation): boolean {
  if (finding.evidence !== 'confirmed' || prediction === undefined) return false;
  const { at, fact } = observation;
  // What has a twin among the observations speaks of that alone: no lock_timeout is not the scan that follows.
  if (fact.lockOn !== undefined && finding.rule in BUILT_IN) return false;
  const { claim } = prediction;
  if (fact.leaves) return claim?.leaves !== undefined && sameObject(claim.leaves, fact.leaves);
  if (fact.held && namesBoth(finding, prediction, observation)) return true;
  if (fact.lockOn !== undefined) {
    if (claim?.lock === undefined || shortName(claim.on ?? '') !== fact.lockOn) return false;
    // A rule that speaks of a weaker lock doesn't speak of this one.
    if (fact.held && compareLockModes(claim.lock, fact.held.mode) < 0) return false;
  } else if (fact.sqlstate === undefined || claim?.sqlstate !== fact.sqlstate) return false;
  return at.path === prediction.at.path && at.start === prediction.at.start;
}

/** The rule spoke of the statement that took the lock, and named the one that kept others waiting for it. */
function namesBoth(finding: Finding, { at, claim }: Prediction, { finding: seen, fact }: Observation): boolean {
  if (claim?.lock === undefined || at.path !== seen.path || at.start !== fact.held?.since) return false;
  return finding.related?.some(({ path, line }) => path === seen.path && line === seen.line) ?? false;
}

/** Observations of hazards that a rule of the same name predicts: they are its proof, and are not told a second time. */
class Seen {
  readonly confirmed = new Set<Observation>();
  readonly #byPlace = new Map<string, Observation[]>();

  constructor(observations: readonly Observation[]) {
    for (const observation of observations) {
      const { about, wholeFile } = observation.fact;
      const place = about ? keyOf(about) : placeOfHazard(observation.finding.rule, observation.at, wholeFile);
      const there = this.#byPlace.get(place);
      if (there) there.push(observation);
      else this.#byPlace.set(place, [observation]);
    }
  }

  confirm(finding: Finding, { at, about }: Prediction): Finding {
    const places = [true, false].map((file) => placeOfHazard(finding.rule, at, file));
    if (about) places.push(keyOf(about));
    const twins = places.flatMap((place) => this.#byPlace.get(place) ?? []);
    const [first] = twins;
    if (first === undefined || finding.evidence === 'refuted') return finding;
    for (const twin of twins) this.confirmed.add(twin);
    const proof = first.finding.proof ?? finding.proof;
    return { ...finding, evidence: 'confirmed', ...(proof && { proof }) };
  }
}

/** The static replay knows a function's name, the catalogs its arguments too. */
function keyOf({ kind, name }: { kind: string; name: string }): string {
  return `about ${objectKey({ kind, name: name.replace(/\(.*$/, '') })}`;
}

function placeOfHazard(rule: string, { path, start }: Prediction['at'], wholeFile = false): string {
  return `${rule} ${wholeFile ? 'in' : start} ${path}`;
}

class Facts {
  readonly #statements = new Map<string, StatementReport>();
  readonly #migrations: MigrationReport[];
  readonly #holds: LockHold[];

  readonly #versions: Versions | undefined;
  readonly #outside: boolean;

  constructor(migrations: MigrationReport[], scripts: Script[], { versions, outside = true }: Policy) {
    this.#versions = versions;
    this.#outside = outside;
    this.#migrations = migrations;
    this.#holds = migrations.flatMap(({ lockTimeline }) => lockTimeline);
    const byLine = new Map<string, StatementReport>();
    for (const migration of migrations) {
      for (const report of migration.statements) {
        if (report.status !== 'notRun') byLine.set(placeOf(report.path, report.line, report.sql), report);
      }
    }
    if (byLine.size === 0) return;
    for (const { file, statements } of scripts) {
      for (const { start, location, sql } of statements) {
        const report = byLine.get(placeOf(file.path, location.line, sql));
        if (report) this.#statements.set(`${file.path} ${start}`, report);
      }
    }
  }

  judge({ finding, at, claim }: Prediction): Finding {
    const [evidence, proof] = claim === undefined ? UNKNOWN : this.#evidence(claim, at);
    return { ...finding, evidence, ...(proof && { proof }) };
  }

  /** A file may hold several migrations: the one whose statement it is. */
  #migrationAt({ path, start }: Prediction['at']): MigrationReport | undefined {
    const statement = this.#statements.get(`${path} ${start}`);
    const here = this.#migrations.filter((migration) => migration.path === path);
    return here.find(({ statements }) => statement !== undefined && statements.includes(statement)) ?? here[0];
  }

  #evidence(claim: Claim, at: Prediction['at']): [Evidence, string?] {
    if (claim.leaves) return unlessInside(leftBehind(claim.leaves, this.#migrationAt(at)), this.#outside);
    const report = this.#statements.get(`${at.path} ${at.start}`);
    if (report === undefined || report.status === 'skipped' || report.status === 'notRun') return UNKNOWN;
    const seen = claim.sqlstate
      ? answered(claim.sqlstate, report)
      : claim.lock
        ? unlessInside(locked(claim, report, this.#holds), this.#outside)
        : UNKNOWN;
    return unlessOtherVersion(seen, this.#versions);
  }
}

const UNKNOWN: [Evidence, string?] = ['static'];

/** What a server of another major version does says nothing against what production's would do. */
function unlessOtherVersion(seen: [Evidence, string?], versions?: Versions): [Evidence, string?] {
  const [evidence, proof] = seen;
  const { target = null, server = null } = versions ?? {};
  if (evidence !== 'refuted' || target === null || server === null || target === server) return seen;
  return ['static', `PostgreSQL ${server} showed otherwise (${proof}), but production is PostgreSQL ${target}`];
}

/** What wasn't seen from the session that the SQL shares with us may have been hidden there. */
function unlessInside(seen: [Evidence, string?], outside: boolean): [Evidence, string?] {
  const [evidence, proof] = seen;
  if (evidence !== 'refuted' || outside) return seen;
  return ['static', `${proof}, as far as the one session of the embedded server can tell, which is the SQL’s own, too`];
}

/** A DO block that catches an error gives back the locks of what it undid: that none is left says nothing. */
function mayGiveBack({ kind, sql }: StatementReport): boolean {
  return kind === 'DoStmt' && /\bexception\b/i.test(sql);
}

function placeOf(path: string, line: number, sql: string): string {
  return `${path} ${line} ${sql}`;
}

function answered(sqlstate: string, report: StatementReport): [Evidence, string?] {
  if (report.status === 'applied') return ['refuted', 'Postgres ran the statement'];
  if (report.sqlstate !== sqlstate) return UNKNOWN;
  return ['confirmed', `Postgres refused it with SQLSTATE ${sqlstate}: ${report.error}`];
}

function locked({ lock, on = '' }: Claim, report: StatementReport, holds: LockHold[]): [Evidence, string?] {
  if (report.status === 'failed' || report.locks === null || lock === undefined) return UNKNOWN;
  const taken = report.locks.find(({ relation }) => relation === shortName(on));
  if (taken && compareLockModes(taken.mode, lock) >= 0)
    return ['confirmed', `Postgres took ${taken.mode} on ${shortName(on)}`];
  // What its transaction holds already a statement need not take again.
  const held = holds.find(
    ({ role, path, relation, mode, from, until }) =>
      role === report.role &&
      path === report.path &&
      relation === shortName(on) &&
      compareLockModes(mode, lock) >= 0 &&
      from < report.line &&
      report.line <= until,
  );
  if (held) return ['confirmed', `Postgres held ${held.mode} on ${shortName(on)} since line ${held.from}`];
  if (mayGiveBack(report)) return UNKNOWN;
  return [
    'refuted',
    taken ? `Postgres took only ${taken.mode} on ${shortName(on)}` : `Postgres took no lock on ${shortName(on)}`,
  ];
}

function leftBehind(object: { kind: string; name: string }, report: MigrationReport | undefined): [Evidence, string?] {
  const { verdict, differences } = report?.rollback ?? { verdict: 'not checked', differences: [] };
  if (['down fails', 'no down', 'declared irreversible', 'not checked'].includes(verdict)) return UNKNOWN;
  const left = differences.some((difference) => difference.change === 'extra' && sameObject(object, difference));
  if (left) return ['confirmed', 'After the rollback it was still in the catalogs'];
  return ['refuted', 'After the rollback it was gone from the catalogs'];
}

function sameObject(a: { kind: string; name: string }, b: { kind: string; name: string }): boolean {
  return keyOf(a) === keyOf(b);
}

/** Takes out what directives ignore; reports directives that are wrong or ignore nothing. */
function applyDirectives(findings: Finding[], scripts: Script[], policy: Policy, ran: boolean): Finding[] {
  const { knownRules } = policy;
  // What is switched off, or what only a server could have found, may well be there.
  const mayBeThere = (rule: string, path: string) =>
    policy.rules[rule] === 'off' || policy.ignores?.(rule, path) || (!ran && rule in BUILT_IN);
  const out: Finding[] = [];
  let left = findings;
  for (const script of scripts) {
    const { directives, problems } = readDirectives(script);
    out.push(...problems.map(({ location, message }) => builtInFinding('invalid-directive', location, message)));
    for (const { rules, scope, location, statementStart } of directives) {
      const statement = script.statements.find(({ start }) => start === statementStart);
      for (const rule of rules) {
        if (!knownRules.has(rule)) {
          out.push(builtInFinding('invalid-directive', location, `There is no rule “${rule}”.`));
          continue;
        }
        const ignored = left.filter((finding) => {
          if (finding.rule !== rule || finding.path !== script.file.path) return false;
          return scope === 'file' || (statement !== undefined && within(finding, statement.location));
        });
        if (ignored.length === 0 && !mayBeThere(rule, script.file.path)) {
          out.push(builtInFinding('unused-ignore', location, `This ignores ${rule}, which finds nothing here.`));
        }
        left = left.filter((finding) => !ignored.includes(finding));
      }
    }
  }
  return [...left, ...out];
}

function within(finding: Finding, { line, column, endLine, endColumn }: Location): boolean {
  const afterStart = finding.line > line || (finding.line === line && finding.column >= column);
  const beforeEnd = finding.line < endLine || (finding.line === endLine && finding.column <= endColumn);
  return afterStart && beforeEnd;
}

function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
