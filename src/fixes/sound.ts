/** Repairs are made together and checked together: one that makes a new finding is not made, but for a note that an error or a warning turns into. */
import type { Finding } from '../report-schema/types.js';
import { apart, type Remedy, repaired, repairsOf, type Texts } from './repairs.js';

/** What a check without a server says. */
export interface Look {
  findings: readonly Finding[];
  /** The text of each file that a finding may point into. */
  sources: Texts;
}

/** Checks the change as if files had other texts: those that are given, by path. Writes nothing. */
export type LookAt = (texts: Texts) => Promise<Look>;

/** A repair that is left out, and the finding that it would make. */
export interface RefusedFix {
  remedy: Remedy;
  makes: Finding;
}

/** A repair can make room for the next one: that many times at most. */
const MAX_PASSES = 10;

export interface Mended {
  /** In the order in which they were made. */
  made: Remedy[];
  refused: RefusedFix[];
  /** The files that they change, with their texts before and after. */
  files: Map<string, { before: string; after: string }>;
}

/** Repairs what `first` says, until nothing is left that can be repaired. `spares`: files that can't be written. */
export async function mend(first: Look, lookAt: LookAt, spares: (path: string) => boolean): Promise<Mended> {
  const made: Remedy[] = [];
  const refused: RefusedFix[] = [];
  let texts: Texts = new Map();
  let now = first;
  let allowed = first.findings;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const isRefused = ({ finding, fix }: Remedy) =>
      refused.some(({ remedy }) => remedy.fix.description === fix.description && sameFinding(remedy.finding, finding));
    const open = repairsOf(now.findings, now.sources)
      .filter((one) => !spares(one.finding.path) && !isRefused(one) && isFresh(one, made))
      .sort((a, b) => byGravity(a.finding, b.finding));
    // What mends a statement itself may make needless what would be put beside it.
    const inPlace = open.filter((one) => !addsStatements(one));
    const trial = await together(apart(inPlace.length > 0 ? inPlace : open, now.sources), {
      allowed,
      now,
      texts,
      lookAt,
    });
    refused.push(...trial.refused);
    if (trial.made.length === 0 && trial.refused.length === 0) break;
    made.push(...trial.made);
    ({ texts, now, allowed } = trial);
  }
  const files = [...texts].map(([path, after]) => [path, { before: first.sources.get(path) ?? '', after }] as const);
  // What another repair has settled is no more to be said.
  const isLeft = ({ remedy }: RefusedFix) => now.findings.some((finding) => sameFinding(finding, remedy.finding));
  return { made, refused: refused.filter(isLeft), files: new Map(files) };
}

/** Those of `repairs` that make no finding, each by itself and all of them together: a reader may accept any of them. */
export async function harmless<R extends Remedy>(repairs: readonly R[], sources: Texts, lookAt: LookAt): Promise<R[]> {
  if (repairs.length === 0) return [];
  const first = await lookAt(new Map());
  const alone: R[] = [];
  for (const repair of repairs) {
    const after = await lookAt(repaired([repair], sources));
    if (worse([repair], first, after, first.findings) === undefined) alone.push(repair);
  }
  const start = { allowed: first.findings, now: { ...first, sources }, texts: new Map(), lookAt };
  return (await together(apart(alone, sources), start)).made;
}

interface Trial {
  /** What was found before any repair, and the notes that repairs may have made since. */
  allowed: readonly Finding[];
  now: Look;
  /** What was repaired so far. */
  texts: Texts;
  lookAt: LookAt;
}

interface Attempt<R> extends Pick<Trial, 'now' | 'texts' | 'allowed'>, Pick<Mended, 'refused'> {
  made: R[];
}

/** All at once; where that makes a finding, half of them and then the other half, down to the one that makes it. */
async function together<R extends Remedy>(repairs: readonly R[], state: Trial): Promise<Attempt<R>> {
  const made: R[] = [];
  const refused: RefusedFix[] = [];
  let best: Pick<Trial, 'now' | 'texts' | 'allowed'> = state;
  const waiting = repairs.length > 0 ? [repairs] : [];
  for (let some = waiting.shift(); some !== undefined; some = waiting.shift()) {
    // Edits count from the texts that all of these repairs were offered for.
    const texts = new Map([...state.texts, ...repaired([...made, ...some], state.now.sources)]);
    const now = await state.lookAt(texts);
    const makes = worse(some, best.now, now, best.allowed);
    const [only, ...others] = some;
    if (makes === undefined) {
      made.push(...some);
      best = { now, texts, allowed: [...best.allowed, ...newFindings(best.allowed, now.findings)] };
    } else if (only && others.length === 0) refused.push({ remedy: only, makes });
    else waiting.unshift(some.slice(0, some.length >> 1), some.slice(some.length >> 1));
  }
  const { now, texts, allowed } = best;
  return { made, refused, now, texts, allowed };
}

/** What speaks against repairs: the gravest finding that they make. A note doesn't where they mend nothing but what is graver. */
function worse(
  repairs: readonly Remedy[],
  before: Look,
  after: Look,
  allowed: readonly Finding[],
): Finding | undefined {
  const [gravest] = newFindings(allowed, after.findings).sort(byGravity);
  const mends = repairs.every(({ finding }) => isGrave(finding));
  const grave = ({ findings }: Look) => findings.filter(isGrave).length;
  return gravest && !isGrave(gravest) && mends && grave(after) < grave(before) ? undefined : gravest;
}

/** The findings of rules that have more to say of a file than before. */
function newFindings(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  for (const finding of before) counts.set(key(finding), (counts.get(key(finding)) ?? 0) + 1);
  return after.filter((finding) => {
    const left = (counts.get(key(finding)) ?? 0) - 1;
    counts.set(key(finding), left);
    return left < 0;
  });
}

function isGrave({ severity }: Finding): boolean {
  return severity !== 'info';
}

const GRAVITY: readonly Finding['severity'][] = ['error', 'warning', 'info'];

function byGravity(a: Finding, b: Finding): number {
  return GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity);
}

function addsStatements({ fix }: Remedy): boolean {
  return fix.edits.some(({ text }) => text.includes(';'));
}

function key({ path, rule }: Finding): string {
  return `${rule} ${path}`;
}

/** The same one in a later pass: lines move, and what a statement says may have been repaired. */
function sameFinding(a: Finding, b: Finding): boolean {
  return key(a) === key(b) && a.statement === b.statement;
}

/** What was repaired already and is found again isn't repaired again. */
function isFresh({ finding, fix }: Remedy, made: readonly Remedy[]): boolean {
  return !made.some((one) => one.fix.description === fix.description && sameFinding(one.finding, finding));
}
