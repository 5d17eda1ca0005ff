/** What is said of broken code, at the statement that broke it. Pure. */
import type { Script, Statement } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import { lastName, shortName } from '../../schema/objects.js';
import { enumerated } from '../../schema/sql-name.js';
import { code } from '../../sql/words.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { observe } from '../run/observe.js';
import type { Ran } from '../run/trace/timeline.js';
import { culprit } from './culprit.js';
import type { BrokenCode } from './judge.js';
import { calledAs } from './judge.js';
import type { Mention } from './mentions.js';
import type { StoredTrigger } from './model.js';

export interface BreakTelling {
  up: Script;
  /** What became of its statements. */
  ran: readonly Ran[];
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
  const statement = culprit(telling, broken, triggersOf(broken, triggers));
  const its = triggersOf(broken, triggers);
  const mended = mendedBy(broken, its, later);
  const isError = sure && mended === undefined;
  const words = [failure(broken, its), ...(its.length > 0 ? [] : usedBy(users.get(routine.oid) ?? []))];
  return observe('stored-code-breaks', up, statement, {
    message: `${words.join(' ')}${mended === undefined ? '' : ` A later migration of this change mends it: ${mended}.`}`,
    proof: proofOf(trial.text, {
      fresh,
      answered: `${answer.sqlstate}: ${answer.message}`,
      error: `${sqlstate}: ${message}`,
    }),
    facts: [hazard('stored-code-breaks', `${calledAs(routine)} ${trial.relation ?? ''}`)],
    cause: causeOf(statement),
    tried: triedCode(broken),
    ...(!isError && { severity: 'warning' as const }),
  });
}

/** By this it is known when it is tried again after a part of the migration. */
export function triedCode({ routine, sqlstate }: BrokenCode): string {
  return JSON.stringify([CODE, calledAs(routine), sqlstate]);
}

export function isOfCode(tried: string): boolean {
  return tried.startsWith(`["${CODE}",`);
}

const CODE = 'stored code';

function triggersOf({ routine, trial }: BrokenCode, triggers: readonly StoredTrigger[]): StoredTrigger[] {
  return triggers.filter(
    ({ function: oid, relation }) => oid === routine.oid && (trial.relation ?? relation) === relation,
  );
}

/** One statement breaks several functions: that is one finding. */
const causeOf = (statement: Statement | undefined) => `code at ${statement?.start ?? -1}`;

/** Who fails, when, and with which error. */
function failure(
  { routine, trial, message, sqlstate, fresh, answer }: BrokenCode,
  its: readonly StoredTrigger[],
): string {
  const name = code(calledAs(routine));
  const { detail } = answer;
  // Which variable and which column, which types: that says what to mend.
  const more =
    answer.sqlstate !== sqlstate || !/^(?:42702|42804)$/.test(sqlstate) || !detail
      ? ''
      : `: ${detail.replace(/\.$/, '').replace(/^It\b/, 'it')}`;
  const error = `${message}${more} (SQLSTATE ${sqlstate})`;
  const where = trial.line === undefined ? '' : `, line ${trial.line}`;
  const [first] = its;
  if (trial.shadows) {
    const both = code(/"([^"]+)"/.exec(message)?.[1] ?? 'a name');
    return `Once this has run, ${both} is a column to the ${routine.kind} ${name}${where}, and no longer its own argument or variable. Nothing is refused, and it reads or writes other values.`;
  }
  if (trial.caught) return `Once this has run, ${name}${where} runs into an error that it catches: ${error}.`;
  if (first === undefined) {
    const when = fresh ? 'is made here and fails' : 'fails once this has run';
    return trial.always
      ? `The ${routine.kind} ${name} ${when}${where}: ${error}.`
      : `The ${routine.kind} ${name} ${when}, where it comes to line ${trial.line ?? 1}: ${error}.`;
  }
  const table = code(shortName(`${first.schema}.${first.table}`));
  const of = (columns: readonly string[]) => (columns.length > 0 ? ` of ${enumerated(columns.map(code))}` : '');
  const events = enumerated([
    ...new Set(
      its.flatMap(({ on, columns }) =>
        EVENTS.flatMap(([bit, event]) => ((on & bit) > 0 ? [`${event}${event === 'UPDATE' ? of(columns) : ''}`] : [])),
      ),
    ),
  ]);
  const within = its.some(({ columns }) => columns.length > 0) ? 'in' : 'of';
  const trigger = `the trigger ${enumerated(its.map((one) => code(one.name)))}`;
  if (!trial.always) {
    return `${events} ${within} ${table} fails where it comes to line ${trial.line ?? 1} of ${name}, which ${trigger} calls: ${error}.`;
  }
  return `Each ${events} ${within} ${table} fails once this has run: ${trigger} calls ${name}${where}, and ${error}.`;
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
  const tried = text === '' ? 'It was made anew' : `${code(text.replace(/\s+/g, ' ').slice(0, 120))} was analysed`;
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

/** Only the name shows it. */
export function observeMention({ routine, gone, line }: Mention, telling: BreakTelling): Observation {
  const { up, triggers } = telling;
  const name = code(calledAs(routine));
  const its = triggers.filter(({ function: oid }) => oid === routine.oid);
  const of = gone.kind === 'column' ? ` of ${code(gone.of)}` : '';
  const where = line === undefined ? '' : ` in line ${line}`;
  const called = its.length > 0 ? `, which the trigger ${enumerated(its.map((one) => code(one.name)))} calls,` : '';
  const missed = { routine, message: `${gone.kind} "${gone.name}"`, fresh: false, trial: { text: gone.of } };
  const statement = culprit(telling, missed, its);
  return observe('stored-code-breaks', up, statement, {
    message: `The ${routine.kind} ${name}${called} names${where} the ${gone.kind} ${code(gone.name)}${of}, which is gone or called otherwise once this has run. Whether it fails could not be tried.`,
    proof: `The text of ${name} holds the name; before the migration the catalogs held it, too`,
    facts: [hazard('stored-code-breaks', calledAs(routine))],
    cause: causeOf(statement),
    severity: 'warning',
  });
}
