/** What can't be restored since the change, at the statement that made it so. Pure. */
import type { Script, Statement } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import { lastName, shortName } from '../../schema/objects.js';
import { code } from '../../sql/words.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { isOfTheCode } from '../data/of-the-code.js';
import { observe } from '../run/observe.js';
import { calledAs } from '../stored-code/judge.js';
import type { StoredCode } from '../stored-code/model.js';
import { wordsOf } from '../stored-code/text.js';
import { calledFrom, type PathBranch } from './branches.js';
import type { Evaluated } from './expressions.js';

/** Fails with an empty search_path, for a reason that lies in the code, and didn't before. */
export function newlyLost(
  before: readonly Evaluated[],
  after: readonly Evaluated[],
  bodies: ReadonlyMap<string, string>,
): Evaluated[] {
  const was = new Map(before.map((one) => [one.key, one]));
  return after.filter(({ key, error, expression }) => {
    const known = was.get(key);
    if (error === null || (known && known.error !== null)) return false;
    return isOfTheCode(error, expression, bodies);
  });
}

/** Rests on functions that are no longer IMMUTABLE. */
export function newlyMutable(before: readonly Evaluated[], after: readonly Evaluated[]): Evaluated[] {
  const was = new Map(before.map((one) => [one.key, one]));
  return after.filter(({ key, mutable }) => mutable !== null && (was.get(key)?.mutable ?? null) === null);
}

export function observeLost(up: Script, lost: Evaluated): Observation {
  const { error, expression, key } = lost;
  const { sqlstate = '', message = '', where } = error ?? {};
  const called = (where ?? '').split('\n').find((line) => /function/.test(line));
  return observe('dump-not-restorable', up, culprit(up, lost), {
    message: `A dump of this schema can’t be restored: ${inWords(lost)} finds a name by search_path, which is empty then: ${message} (SQLSTATE ${sqlstate}).`,
    proof: `${code(expression)} was computed with an empty search_path: Postgres answered ${sqlstate}: ${message}${called === undefined ? '' : `, in ${called.trim()}`}`,
    facts: [hazard('dump-not-restorable', key)],
    tried: triedRestore(lost),
  });
}

export function observeMutable(up: Script, lost: Evaluated): Observation {
  const { mutable, expression, key } = lost;
  const { sqlstate = '', message = '' } = mutable ?? {};
  const statement = culprit(up, lost);
  return observe('dump-not-restorable', up, statement, {
    message: `A dump of this schema can’t be restored: ${inWords(lost)} calls what is not IMMUTABLE once this has run, and Postgres makes no such object: ${message} (SQLSTATE ${sqlstate}).`,
    proof: `On a table like it, the same was made anew from ${code(expression)}: Postgres answered ${sqlstate}: ${message}`,
    help: 'Say IMMUTABLE of the function again, where its result depends on its arguments alone. Where it doesn’t, drop what rests on it first: it holds values that may be wrong.',
    facts: [hazard('dump-not-restorable', `${key} immutable`)],
    tried: triedRestore(lost),
    // One statement makes the function so: that is one finding.
    cause: `immutable at ${statement?.start ?? -1}`,
  });
}

/** By this it is known when it is tried again. */
export function triedRestore({ key }: Pick<Evaluated, 'key'>): string {
  return JSON.stringify(['restore', key, '']);
}

/** Values may come by it: those that were tried didn't. */
export function observeBranch(up: Script, branch: PathBranch, users: readonly Evaluated[]): Observation {
  const { routine, trial, sqlstate, message } = branch;
  const [first] = users;
  const of = first === undefined ? 'something that a restore computes' : inWords(first);
  const calls = { name: routine.name, table: '', expression: routine.name, error: null };
  const made = users.map((user) => culprit(up, user)).find((one) => one !== undefined);
  return observe('dump-not-restorable', up, culprit(up, calls) ?? made, {
    message: `A dump of this schema can’t be restored where a value of ${of} comes to line ${trial.line ?? 1} of ${code(calledAs(routine))}. It finds a name by search_path, which is empty then: ${message} (SQLSTATE ${sqlstate}).`,
    proof: `${code(trial.text.replace(/\s+/g, ' ').slice(0, 120))} was analysed in the migration’s session, which went well, and with an empty search_path: Postgres answered ${sqlstate}: ${message}`,
    facts: [hazard('dump-not-restorable', branch.key)],
    severity: 'warning',
  });
}

/** The expressions that come to it. */
export function usersOf({ routine }: PathBranch, code: StoredCode, all: readonly Evaluated[]): Evaluated[] {
  return all.filter(({ functions }) => calledFrom(code, functions).some(({ oid }) => oid === routine.oid));
}

/** `the index `i` of `t``. */
function inWords({ kind, schema, table, name }: Pick<Evaluated, 'kind' | 'schema' | 'table' | 'name'>): string {
  const of = code(shortName(`${schema}.${table}`));
  if (kind === 'partition key') return `the partition key of ${of}`;
  return kind === 'materialized view' ? `the materialized view ${of}` : `the ${kind} ${code(name)} of ${of}`;
}

/** What makes the object; else what changes the function that it calls. */
export function culprit(
  up: Script,
  { name, table, expression, error }: Pick<Evaluated, 'name' | 'table' | 'expression' | 'error'>,
): Statement | undefined {
  const makes = (names: ReadonlySet<string>) => (statement: Statement) =>
    effectsOf(statement.node).some(
      ({ object, was }) => names.has(bare(object.name)) || (was && names.has(bare(was.name))),
    );
  return (
    up.statements.findLast(makes(new Set([name]))) ??
    up.statements.findLast(makes(wordsOf(`${expression} ${error?.message ?? ''} ${error?.where ?? ''}`))) ??
    up.statements.findLast(makes(new Set([table])))
  );
}

function bare(name: string): string {
  return lastName(name.replace(/\(.*$/s, ''));
}
