/** Holds predictions against what was seen, applies the user's settings and directives, and decides. Pure. */
import type { Script } from '../model.js';
import type { Finding, Report } from '../report-schema/types.js';
import { evidenceOf, type Versions } from './evidence.js';
import { type Fact, factsOf, grounded, hazard, sameFact, samePlace } from './fact.js';
import type { Observation } from './observation.js';
import { type Policy, type Silence, Silencer } from './policy.js';
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
}

export type Decision = Pick<Report, 'findings' | 'counts' | 'verdict'>;

/** All findings with their evidence, sorted by place, and the verdict that follows from them. */
export function decide(evidences: Evidences, policy: Policy): Decision {
  const { predictions, observations, seen, scripts } = evidences;
  const silencer = new Silencer(scripts, policy);
  const judged = predictions.map((prediction): Judged => judge(prediction, evidences, silencer));
  const findings = [...told(judged), ...news(observations, judged, silencer)];
  const kept = [...findings, ...silencer.problems(seen !== undefined)].sort(byPlace);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, evidence } of kept) if (evidence !== 'refuted') counts[severity]++;
  return { findings: kept, counts, verdict: fails(counts, policy.failOn) ? 'fail' : 'pass' };
}

/** A prediction with its evidence, and with what the user's settings make of it. */
interface Judged {
  finding: Finding;
  silence: Silence | null;
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
  return { ...silencer.judge(finding), twins };
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

/** The rules' findings, without what is silenced; what explains a refusal is reported with it. */
function told(judged: readonly Judged[]): Finding[] {
  return judged.flatMap(({ finding, silence, twins }) =>
    silence !== null || twins.some(({ binding }) => binding) ? [] : [finding],
  );
}

/** What no rule foresaw, and what the server refused, foreseen or not. */
function news(observations: readonly Observation[], judged: readonly Judged[], silencer: Silencer): Finding[] {
  return observations.flatMap((observation) => {
    const foreseen = judged.filter(({ twins }) => twins.includes(observation));
    if (observation.binding) return [refusal(observation, foreseen, silencer)];
    if (foreseen.length > 0) return [];
    const { finding, silence } = silencer.judge(observation.finding);
    return silence === null ? [finding] : [];
  });
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

function fails(counts: Report['counts'], failOn: Report['failOn']): boolean {
  if (failOn === 'never') return false;
  if (counts.error > 0) return true;
  return failOn !== 'error' && (counts.warning > 0 || (failOn === 'info' && counts.info > 0));
}

function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
