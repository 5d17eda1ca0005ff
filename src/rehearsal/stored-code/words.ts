/** What is said of broken code, at the statement that broke it. Pure. */
import type { Script, Statement } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import { lastName, shortName } from '../../schema/objects.js';
import { enumerated } from '../../schema/sql-name.js';
import { code } from '../../sql/words.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { observe } from '../run/observe.js';
import type { BrokenCode } from './judge.js';
import { calledAs } from './judge.js';
import type { Mention } from './mentions.js';
import type { StoredFunction, StoredTrigger } from './model.js';
import { wordsOf } from './text.js';

export interface BreakTelling {
  up: Script;
  triggers: readonly StoredTrigger[];
  /** What else calls a function, by its oid: `the policy …`. */
  users: ReadonlyMap<string, readonly string[]>;
  /** Migrations of the change that come after this one. */
  later: readonly Script[];
}

const EVENTS: readonly (readonly [number, string])[] = [
  [4, 'INSERT'],
  [16, 'UPDATE'],
  [8, 'DELETE'],
  [32, 'TRUNCATE'],
];

export function observeBroken(broken: BrokenCode, telling: BreakTelling): Observation {
  const { routine, trial, sqlstate, message, answer, fresh, sure } = broken;
  const { up, triggers, users, later } = telling;
  const its = triggers.filter(
    ({ function: oid, relation }) => oid === routine.oid && (trial.relation ?? relation) === relation,
  );
  const mended = mendedBy(broken, its, later);
  const isError = sure && mended === undefined;
  const words = [failure(broken, its), ...(its.length > 0 ? [] : usedBy(users.get(routine.oid) ?? []))];
  return observe('stored-code-breaks', up, culprit(up, broken, its), {
    message: `${words.join(' ')}${mended === undefined ? '' : ` A later migration of this change mends it: ${mended}.`}`,
    proof: proofOf(trial.text, {
      fresh,
      answered: `${answer.sqlstate}: ${answer.message}`,
      error: `${sqlstate}: ${message}`,
    }),
    facts: [hazard('stored-code-breaks', `${calledAs(routine)} ${trial.relation ?? ''}`)],
    ...(!isError && { severity: 'warning' as const }),
  });
}

/** Who fails, when, and with which error. */
function failure({ routine, trial, message, sqlstate, fresh }: BrokenCode, its: readonly StoredTrigger[]): string {
  const name = code(calledAs(routine));
  const error = `${message} (SQLSTATE ${sqlstate})`;
  const where = trial.line === undefined ? '' : `, line ${trial.line}`;
  const [first] = its;
  if (trial.caught) return `Once this has run, ${name}${where} runs into an error that it catches: ${error}.`;
  if (first === undefined) {
    const when = fresh ? 'is made here and fails' : 'fails once this has run';
    return trial.always
      ? `The function ${name} ${when}${where}: ${error}.`
      : `The function ${name} ${when}, where it comes to line ${trial.line ?? 1}: ${error}.`;
  }
  const table = code(shortName(`${first.schema}.${first.table}`));
  const events = enumerated([
    ...new Set(its.flatMap(({ on }) => EVENTS.flatMap(([bit, event]) => ((on & bit) > 0 ? [event] : [])))),
  ]);
  const trigger = `the trigger ${enumerated(its.map((one) => code(one.name)))}`;
  if (!trial.always) {
    return `${events} of ${table} fails where it comes to line ${trial.line ?? 1} of ${name}, which ${trigger} calls: ${error}.`;
  }
  return `Each ${events} of ${table} fails once this has run: ${trigger} calls ${name}${where}, and ${error}.`;
}

const MOST = 6;

function usedBy(users: readonly string[]): string[] {
  if (users.length === 0) return [];
  const more = users.length - MOST;
  return [
    `So does what calls it: ${more > 0 ? `${users.slice(0, MOST).join(', ')} and ${more} more` : enumerated(users)}.`,
  ];
}

function proofOf(
  text: string,
  { fresh, answered, error }: { fresh: boolean; answered: string; error: string },
): string {
  const tried =
    text === '' ? 'The function was made anew' : `${code(text.replace(/\s+/g, ' ').slice(0, 120))} was analysed`;
  const when = fresh ? 'after the migration' : 'before the migration, which went well, and after it';
  const as = answered === error ? '' : `, which a call meets as ${error}`;
  return `${tried} ${when}: Postgres answered ${answered}${as}`;
}

/** What a later migration of the change does about it. */
function mendedBy(
  { routine }: BrokenCode,
  its: readonly StoredTrigger[],
  later: readonly Script[],
): string | undefined {
  const triggers = new Set(its.map(({ name }) => name));
  for (const { file, statements } of later) {
    for (const { node, location } of statements) {
      const mends = effectsOf(node).some(({ change, object }) => {
        const name = lastName(object.name);
        if (object.kind === 'function') return name === routine.name && change !== 'alter';
        return object.kind === 'trigger' && change === 'drop' && triggers.has(name);
      });
      if (mends) return `${file.path}:${location.line}`;
    }
  }
  return undefined;
}

/** The statement that speaks of what Postgres missed; for code of its own, the one that makes it. */
/** What an error is about. */
type Missed = Pick<BrokenCode, 'routine' | 'message' | 'fresh'> & { trial: Pick<BrokenCode['trial'], 'text'> };

function culprit(
  up: Script,
  { routine, trial, message, fresh }: Missed,
  its: readonly StoredTrigger[],
): Statement | undefined {
  if (fresh) {
    const made = up.statements.findLast(({ node }) =>
      effectsOf(node).some(({ change, object }) => change === 'create' && makes(object, routine, its)),
    );
    if (made) return made;
  }
  const missed = namesIn(message);
  const around = new Set([...wordsOf(trial.text), ...its.map(({ table }) => table)]);
  const scored = up.statements.map((statement) => ({ statement, score: scoreOf(statement, missed, around) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best > 0 ? scored.find(({ score }) => score === best)?.statement : up.statements[0];
}

/** The names that an error is about, without those of the trigger's row. */
function namesIn(message: string): Set<string> {
  const said = [...message.matchAll(/"([^"]+)"|\b(?:column|function|relation|type|enum) ([^\s"(:]+)/g)];
  const names = said.flatMap(([, quoted, plain = '']) =>
    quoted === undefined ? plain.split('.') : [quoted, ...quoted.split('.')],
  );
  return new Set(names.filter((name) => !/^(?:|new|old)$/.test(name)));
}

function makes(
  object: { kind: string; name: string },
  { name }: StoredFunction,
  its: readonly StoredTrigger[],
): boolean {
  if (object.kind === 'function') return lastName(object.name) === name;
  return object.kind === 'trigger' && its.some((one) => one.name === lastName(object.name));
}

/** What it drops, renames or alters counts most. */
function scoreOf({ node, sql }: Statement, missed: ReadonlySet<string>, around: ReadonlySet<string>): number {
  const effects = effectsOf(node);
  const changed = effects.flatMap(({ object, was }) => [lastName(object.name), ...(was ? [lastName(was.name)] : [])]);
  const words = wordsOf(sql);
  const ofAll = (names: Iterable<string>, among: ReadonlySet<string>) =>
    [...names].filter((name) => among.has(name)).length;
  const away = effects.some(({ change, was }) => change === 'drop' || was !== undefined) ? 1 : 0;
  return (
    8 * ofAll(new Set(changed), missed) +
    4 * ofAll(words, missed) +
    2 * ofAll(new Set(changed), around) +
    (ofAll(words, around) > 0 ? 1 : 0) +
    away
  );
}

/** Only the name shows it. */
export function observeMention({ routine, gone, line }: Mention, { up, triggers }: BreakTelling): Observation {
  const name = code(calledAs(routine));
  const its = triggers.filter(({ function: oid }) => oid === routine.oid);
  const of = gone.kind === 'column' ? ` of ${code(gone.of)}` : '';
  const where = line === undefined ? '' : ` in line ${line}`;
  const called = its.length > 0 ? `, which the trigger ${enumerated(its.map((one) => code(one.name)))} calls,` : '';
  const missed = { routine, message: `${gone.kind} "${gone.name}"`, fresh: false, trial: { text: gone.of } };
  return observe('stored-code-breaks', up, culprit(up, missed, its), {
    message: `The function ${name}${called} names${where} the ${gone.kind} ${code(gone.name)}${of}, which is gone or called otherwise once this has run. Whether it fails could not be tried.`,
    proof: `The text of ${name} holds the name; before the migration the catalogs held it, too`,
    facts: [hazard('stored-code-breaks', calledAs(routine))],
    severity: 'warning',
  });
}
