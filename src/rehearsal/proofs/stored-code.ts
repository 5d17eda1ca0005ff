import { code } from '../../sql/words.js';
import { wordOf } from '../mended.js';
import { checkerBroken } from '../stored-code/checker-broken.js';
import { brokenBy, calledAs } from '../stored-code/judge.js';
import { broken, type LookedAt, lookAfter, lookBefore, usersOf } from '../stored-code/look.js';
import { mentions } from '../stored-code/mentions.js';
import { observeBroken, observeMention, triedCode } from '../stored-code/words.js';
import { count, failed, notChecked, type ProofOutcome, proven, schemaProof } from './proof.js';

export default schemaProof<LookedAt>({
  check: 'stored-code',
  title: 'Functions and triggers still find what they name',
  begin: ({ stage, migration: { up } }) => lookBefore(stage, up),
  async show({ stage, migration: { up }, later, run: { ran } }, before): Promise<ProofOutcome | null> {
    const after = await lookAfter(stage, before);
    if (after.concerned.length === 0) return null;
    const [first] = up.statements;
    const isExcused = (error: Parameters<typeof stage.missing.explain>[1]) =>
      first !== undefined && stage.missing.explain(first, error) !== undefined;
    const shown = broken(before, after, { isExcused, later });
    const all = [...shown, ...checkerBroken(before, after, shown)];
    const users = await usersOf(stage, after, all);
    const telling = { up, ran, triggers: after.code.triggers, users, later };
    const named = mentions(before, after, all);
    const observations = [
      ...all.map((one) => observeBroken(one, telling)),
      ...named.map((one) => observeMention(one, telling)),
    ];
    const again = async () => {
      const end = await lookAfter(stage, before);
      const still = new Set(brokenBy(end.trials, before, end).map(({ routine }) => calledAs(routine)));
      const there = all.filter(({ routine }) => end.code.functions.has(routine.oid) && !still.has(calledAs(routine)));
      return new Set(there.map((one) => wordOf(triedCode(one))));
    };
    const told = outcome(
      after,
      before,
      { broken: all.map(({ routine }) => calledAs(routine)), named: named.map(({ routine }) => calledAs(routine)) },
      observations,
    );
    return { ...told, again };
  },
});

function outcome(
  after: LookedAt,
  before: LookedAt,
  { broken: wrong, named }: { broken: string[]; named: string[] },
  observations: NonNullable<ProofOutcome['observations']>,
): ProofOutcome {
  const list = (names: string[]) => [...new Set(names)].map(code).join(', ');
  const looked = after.concerned.filter(({ oid }) => after.answers.size > 0 && isTried(after, oid));
  const untried = after.concerned.filter((one) => !looked.includes(one)).map(calledAs);
  const open = stillOpen(before, after).filter(([name]) => ![...wrong, ...named].includes(name));
  const parts = [
    `${count(looked.length, 'function')} tried`,
    ...(wrong.length > 0 ? [`broken: ${list(wrong)}`] : []),
    ...(named.length > 0 ? [`name what is gone in SQL that nobody here could try: ${list(named)}`] : []),
    ...(untried.length > 0 ? [`not readable here: ${list(untried)}`] : []),
    ...(open.length > 0 ? [`not all of it could be tried: ${openWords(open)}`] : []),
    ...(after.left > 0 ? [`${count(after.left, 'function')} more than can be looked at`] : []),
  ];
  const detail = parts.join('; ');
  if (wrong.length > 0) return failed(detail, { observations });
  if (looked.length === 0 || named.length + untried.length + open.length + after.left > 0)
    return notChecked('cannot-be-tried', detail, { observations });
  return proven(detail, { observations });
}

/** Its statements were read, or in SQL all of it. */
function isTried({ code: { functions }, bodies }: LookedAt, oid: string): boolean {
  const routine = functions.get(oid);
  return routine?.language === 'sql' || bodies.get(oid) !== undefined;
}

/** Functions with what nobody could analyse in them: each with the first, in words. */
function stillOpen(before: LookedAt, after: LookedAt): [name: string, words: string][] {
  const found = new Map<string, string>();
  const add = (oid: string, words: string) => {
    const routine = after.code.functions.get(oid);
    const name = routine && calledAs(routine);
    if (name !== undefined && !found.has(name)) found.set(name, words);
  };
  for (const { function: oid, line, why } of after.untried) add(oid, `line ${line}, ${why}`);
  for (const { function: oid, key, line, unclear, shadows } of after.trials) {
    const answer = after.answers.get(key);
    const place = line === undefined ? '' : `line ${line}, `;
    if (answer === undefined && unclear !== undefined) add(oid, `${place}${unclear}`);
    if (!answer || shadows) continue;
    const again = before.answers.get(key) ? ' before as well' : '';
    add(oid, `${place}refused${again} when it is tried alone: ${answer.message}`);
  }
  return [...found];
}

const FEW = 3;

function openWords(open: readonly [string, string][]): string {
  const more = open.length > FEW ? ` and ${count(open.length - FEW, 'function')} more` : '';
  return `${open
    .slice(0, FEW)
    .map(([name, words]) => `${code(name)} (${words})`)
    .join(', ')}${more}`;
}
