import { code } from '../../sql/words.js';
import { wordOf } from '../mended.js';
import { branchesOf, type PathBranches } from '../restore/branches.js';
import { type Evaluated, type EvaluatedAll, evaluateAll } from '../restore/expressions.js';
import {
  newlyLost,
  newlyMutable,
  observeBranch,
  observeLost,
  observeMutable,
  triedRestore,
  usersOf,
} from '../restore/findings.js';
import { calledAs } from '../stored-code/judge.js';
import type { StoredCode } from '../stored-code/model.js';
import { bodiesByName, readStoredCode } from '../stored-code/try.js';
import { count, failed, notChecked, type ProofOutcome, proven, type SchemaScene, schemaProof } from './proof.js';

interface Looked {
  evaluated: EvaluatedAll;
  stored: StoredCode;
  branches: PathBranches;
}

export default schemaProof<Looked>({
  check: 'restore',
  title: 'A dump can be restored',
  begin: ({ stage }) => look(stage),
  async show({ stage, migration: { up } }, before): Promise<ProofOutcome | null> {
    const after = await look(stage);
    const now = after.evaluated.expressions;
    if (now.length === 0) return null;
    const was = new Map(before.evaluated.expressions.map(({ key, expression }) => [key, expression]));
    const isMade = now.some(({ key, expression }) => was.get(key) !== expression);
    // What none of it touched is as it was.
    if (!isMade && sameFunctions(before.stored, after.stored)) return null;
    const news = newlyLost(before.evaluated.expressions, now, bodiesByName(after.stored.functions));
    const mutable = newlyMutable(before.evaluated.expressions, now);
    // What fails wherever it is computed is not a matter of the search_path.
    const lost = news.filter(({ anywhere }) => !anywhere);
    const known = new Set(before.branches.byPath.map(({ key }) => key));
    const told = new Set(lost.flatMap(({ functions }) => functions));
    const branches = after.branches.byPath.filter(({ key, routine }) => !known.has(key) && !told.has(routine.oid));
    const observations = [
      ...lost.map((one) => observeLost(up, one)),
      ...mutable.map((one) => observeMutable(up, one)),
      ...branches.map((one) => observeBranch(up, one, usersOf(one, after.stored, now))),
    ];
    const again = async () => {
      const end = await look(stage);
      const works = [...lost, ...mutable].filter(({ key }) =>
        end.evaluated.expressions.some((one) => one.key === key && one.error === null && one.mutable === null),
      );
      return new Set(works.map((one) => wordOf(triedRestore(one))));
    };
    return { ...outcome(after, { news, lost, mutable }, observations), again };
  },
});

async function look(stage: SchemaScene['stage']): Promise<Looked> {
  const evaluated = await evaluateAll(stage);
  const none = { functions: new Map(), triggers: [], names: [] };
  const isAny = evaluated.expressions.length > 0;
  const stored = isAny ? await readStoredCode(await stage.scratch.observe()) : none;
  return { evaluated, stored, branches: await branchesOf(stage, stored, evaluated.expressions) };
}

interface LostExpressions {
  /** Of all that is refused only now, `lost` for the search_path alone. */
  news: readonly Evaluated[];
  lost: readonly Evaluated[];
  mutable: readonly Evaluated[];
}

function outcome(
  { evaluated: { expressions, left }, branches, stored }: Looked,
  { news, lost, mutable }: LostExpressions,
  observations: NonNullable<ProofOutcome['observations']>,
): ProofOutcome {
  const untried = expressions.filter((one) => one.error !== null && !news.includes(one));
  const named = (all: readonly Evaluated[]) => [...new Set(all.map(({ name }) => code(name)))].join(', ');
  const anywhere = news.filter((one) => !lost.includes(one));
  const told = new Set(news.flatMap(({ functions }) => functions));
  const lines = branches.byPath
    .filter(({ routine }) => !told.has(routine.oid))
    .map(({ routine, trial }) => `line ${trial.line ?? 1} of ${code(calledAs(routine))}`);
  const open = [...branches.open].flatMap(([oid, words]) => {
    const routine = stored.functions.get(oid);
    return routine === undefined || told.has(oid) ? [] : [`${code(calledAs(routine))} (${words})`];
  });
  const computed = expressions.filter((one) => !untried.includes(one));
  const views = computed.filter(({ kind }) => kind === 'materialized view').length;
  const parts = [
    ...(computed.length > views || views === 0
      ? [`${count(computed.length - views, 'expression')} on a row of sample values and on one without`]
      : []),
    ...(views > 0 ? [`${count(views, 'materialized view')} on what its tables hold here`] : []),
  ];
  const detail = [
    `computed with an empty search_path, as a restore does: ${parts.join(', ')}`,
    ...(lost.length > 0 ? [`refused: ${named(lost)}`] : []),
    ...(anywhere.length > 0 ? [`refused whatever the search_path is: ${named(anywhere)}`] : []),
    ...(mutable.length > 0 ? [`can’t be made anew: ${named(mutable)}`] : []),
    ...(lines.length > 0 ? [`other values may come to ${few(lines)}, which finds a name by search_path`] : []),
    ...(open.length > 0 ? [`not all could be analysed of ${few(open)}`] : []),
    ...(untried.length > 0 ? [`not told by sample values, or broken before: ${named(untried)}`] : []),
    ...(left > 0 ? [`${left} more were not tried`] : []),
  ].join('; ');
  if (news.length + mutable.length > 0) return failed(detail, { observations });
  const isOpen = untried.length + left + lines.length + open.length > 0;
  return isOpen ? notChecked('cannot-be-tried', detail, { observations }) : proven(detail, { observations });
}

const FEW = 3;

function few(all: readonly string[]): string {
  return all.length > FEW ? `${all.slice(0, FEW).join(', ')} and ${all.length - FEW} more` : all.join(', ');
}

function sameFunctions({ functions: before }: StoredCode, { functions: after }: StoredCode): boolean {
  const told = (functions: StoredCode['functions']) =>
    JSON.stringify(
      [...functions.values()].map(({ oid, schema, name, definition, body }) => [oid, schema, name, definition ?? body]),
    );
  return told(before) === told(after);
}
