/** Holds predictions against what was seen, applies the user's settings and directives, and decides. Pure. */
import type { Script } from '../model.js';
import type { Finding, Report, Silenced } from '../report-schema/types.js';
import { SEVERITIES } from '../report-schema/words.js';
import { evidenceOf, type Versions } from './evidence.js';
import { type Fact, factsOf, grounded, hazard, sameFact, samePlace } from './fact.js';
import type { Observation } from './observation.js';
import { gather, type Stated } from './one-fact.js';
import { type Apart, type Policy, Silencer } from './policy.js';
import type { Prediction } from './prediction.js';
import { NOTHING_SEEN, type Seen } from './seen.js';

export interface Evidences {
  predictions: readonly Prediction[];
  observations: readonly Observation[];
  /** Absent where nothing was rehearsed. */
  seen?: Seen | undefined;
  /** The changed migrations' scripts, for their directives. */
  scripts: readonly Script[];
  /** Production's major version, and that of the server that was used; null where there is none. */
  versions?: Versions;
  /** By the path of a script: what its migration is called. A script by itself where it isn't said. */
  migrationOf?: ReadonlyMap<string, string>;
  /** What is found of later files where the earlier ones are history. */
  apart?: Apart | undefined;
}

export type Decision = Pick<Report, 'findings' | 'counts' | 'verdict' | 'silenced'>;

/** All findings with their evidence, the gravest first, and the verdict that follows from them. */
export function decide(evidences: Evidences, policy: Policy): Decision {
  const { predictions, observations, seen, scripts } = evidences;
  const silencer = new Silencer(scripts, policy);
  const judged = predictions.map((prediction): Judged => judge(prediction, evidences, silencer));
  const all = [...foreseen(judged), ...news(observations, judged, silencer)];
  const gathered = gather(all, (path) => evidences.migrationOf?.get(path) ?? path, policy.weightOf);
  const findings = gathered.flatMap((one) => (one.silence === null ? [withIgnore(one)] : []));
  const kept = [...findings, ...silencer.problems(seen !== undefined, evidences.apart)].sort(byHarm(policy));
  const silenced = gathered.flatMap(ignored).sort(byPlace);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, evidence } of kept) if (evidence !== 'refuted') counts[severity]++;
  const verdict = fails(counts, policy.failOn) ? 'fail' : 'pass';
  return { findings: kept, counts, verdict, ...(silenced.length > 0 && { silenced }) };
}

/** A prediction with its evidence, and with what the user's settings make of it. */
interface Judged extends Stated {
  /** What the rehearsal reports of the same fact. */
  twins: Observation[];
}

function judge(prediction: Prediction, { observations, seen = NOTHING_SEEN, versions }: Evidences, silencer: Silencer) {
  const { at, claim } = prediction;
  const facts = factsOf(claim);
  const { evidence, proof } = evidenceOf(facts, at, seen, versions);
  // What ran once may well be refused on rows; but a prediction of more locking than was seen is another fact.
  const mistaken = evidence === 'refuted' && facts[0]?.kind !== 'refused';
  const spoken = mistaken ? [] : subjectsOf(prediction, seen);
  const twins = observations.filter((one) => spoken.some((fact) => tells(fact, prediction, one)));
  const shown = twins[0]?.finding.proof;
  // Where the rehearsal reports the very fact, its text says more than the proof from the statement's locks.
  const words = facts[0]?.kind === 'hazard' || evidence !== 'confirmed' ? (shown ?? proof) : proof;
  const { proof: _, ...bare } = prediction.finding;
  const finding: Finding = {
    ...bare,
    evidence: twins.length > 0 ? 'confirmed' : evidence,
    ...(words !== undefined && { proof: words }),
  };
  const { cause = twins[0]?.cause } = prediction;
  return { ...silencer.judge(finding), at, facts: facts.length > 0 ? facts : [hazard(finding.rule)], cause, twins };
}

/** What a rule is about, relations by their identity; what has an unknown identity is left out. */
function subjectsOf({ finding, at, claim }: Prediction, seen: Seen): Fact[] {
  const [first = hazard(finding.rule), ...others] = factsOf(claim);
  const known = seen.statement(at);
  // Further facts of the first one's kind are what it is about as well: a foreign key locks two tables.
  return [first, ...others.filter(({ kind }) => kind === first.kind)].flatMap(
    (fact) => grounded(fact, (name) => known?.identify(name)) ?? [],
  );
}

/** Whether a rule predicted what the rehearsal then observed. */
function tells(fact: Fact, { finding, at }: Prediction, seen: Observation): boolean {
  if (seen.facts.some((one) => sameFact({ fact, at }, { fact: one, at: seen.at }))) return true;
  // The rule reported the statement that took the lock, and named the one that kept others waiting for it.
  if (fact.kind !== 'lock') return false;
  const taken = seen.facts.some((one) => one.kind === 'waits' && one.on === fact.on && samePlace(one.since, at));
  if (!taken) return false;
  return finding.related?.some(({ path, line }) => path === seen.finding.path && line === seen.finding.line) ?? false;
}

/** The rules' findings; what explains a refusal is reported with it. */
function foreseen(judged: readonly Judged[]): Stated[] {
  return judged.filter(({ twins }) => !twins.some(({ binding }) => binding));
}

/** What no rule foresaw, and what the server refused, foreseen or not. */
function news(observations: readonly Observation[], judged: readonly Judged[], silencer: Silencer): Stated[] {
  return observations.flatMap((observation) => {
    const { at, facts, cause } = observation;
    const explanations = judged.filter(({ twins }) => twins.includes(observation));
    if (observation.binding) {
      const same = cause ?? explanations.find((one) => one.cause !== undefined)?.cause;
      return [
        { at, facts, cause: same, silence: null, binding: true, finding: refusal(observation, explanations, silencer) },
      ];
    }
    return explanations.length > 0 ? [] : [{ at, facts, cause, ...silencer.judge(observation.finding) }];
  });
}

/** What a directive silences, for the report's list; what the settings switch off isn't news to anybody. */
function ignored({ finding, silence }: Stated): Silenced[] {
  if (silence?.by !== 'directive' || finding.evidence === 'refuted') return [];
  const { rule, severity, message, path, line, column, endLine, endColumn } = finding;
  const by = { ...silence.location, reason: silence.reason };
  return [{ rule, severity, path, line, column, endLine, endColumn, message, by }];
}

/** One error, in the text of the rule that explains it; where that is silenced, in the server's, and it says so. */
function refusal({ finding }: Observation, explanations: readonly Judged[], silencer: Silencer): Finding {
  const open = explanations.find(({ silence }) => silence === null);
  if (open) return { ...open.finding, severity: 'error' };
  const error: Finding = { ...finding, severity: 'error' };
  const silenced = [...explanations, silencer.judge(finding)].find(({ silence }) => silence !== null);
  if (!silenced?.silence) return error;
  const { rule } = silenced.finding;
  const { silence } = silenced;
  const who = silence.by === 'directive' ? `Line ${silence.location.line} silences` : 'The settings silence';
  const which = rule === finding.rule ? rule : `${rule}, which explains it`;
  const message = `${finding.message} ${who} ${which}: what the server refuses is an error all the same.`;
  if (silence.by === 'settings') return { ...error, message };
  const related = { ...silence.location, message: `Silences ${rule}, not the refusal` };
  return { ...error, message, related: [...(finding.related ?? []), related] };
}

/** With the line that silences it; what the server refused as the tool sends it, nothing does. */
function withIgnore({ finding, binding }: Stated): Finding {
  const { rule, statement, path, line, consequences = [] } = finding;
  if (statement === undefined || binding) return finding;
  // What follows at the same statement is silenced by its own name: nothing goes unseen.
  const here = consequences.filter((one) => one.path === path && one.line === line).map((one) => one.rule);
  const rules = [...new Set([rule, ...here])].join(', ');
  return { ...finding, ignore: `-- migration-safety: ignore ${rules} <reason>` };
}

function fails(counts: Report['counts'], failOn: Report['failOn']): boolean {
  if (failOn === 'never') return false;
  if (counts.error > 0) return true;
  return failOn !== 'error' && (counts.warning > 0 || (failOn === 'info' && counts.info > 0));
}

/** What stops the deployment or loses data, what blocks, what breaks, and so on; not by the names of files. */
function byHarm({ weightOf = () => 0 }: Policy): (a: Finding, b: Finding) => number {
  return (a, b) =>
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    weightOf(a.rule) - weightOf(b.rule) ||
    byPlace(a, b);
}

function byPlace(a: Silenced | Finding, b: Silenced | Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
