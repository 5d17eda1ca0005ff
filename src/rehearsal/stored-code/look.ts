/** Looks at the code that a change may concern, before it and after it. */
import type { Script } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import { lastName, shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { PostgresError } from '../../servers/server.js';
import { code as marked } from '../../sql/words.js';
import type { Stage } from '../ground/stage.js';
import { type CheckerAnswer, checkAll } from './checker.js';
import { concernedBy, concernedByNames, MOST_FUNCTIONS } from './concerned.js';
import { type BrokenCode, brokenBy, type CodeLook, calledAs, namesGone } from './judge.js';
import type { CodeTrial, StoredCode, StoredFunction } from './model.js';
import { prepared } from './prepare.js';
import { wordsOf } from './text.js';
import type { UntriedPart } from './trials.js';
import { readStoredCode, tryAll } from './try.js';

export interface LookedAt extends CodeLook {
  trials: readonly CodeTrial[];
  concerned: readonly StoredFunction[];
  untried: readonly UntriedPart[];
  /** So many functions were too many. */
  left: number;
  checked: CheckerAnswer;
}

export async function lookBefore(stage: Stage, up: Script): Promise<LookedAt> {
  const code = await readStoredCode(await stage.scratch.observe());
  const { functions, left } = concernedBy(up.statements, code);
  return look(stage, code, functions, left);
}

/** The same functions, and those that the change made, made anew, or took a name from. */
export async function lookAfter(stage: Stage, before: LookedAt): Promise<LookedAt> {
  const code = await readStoredCode(await stage.scratch.observe());
  const gone = namesGone(before.code.names, code.names);
  const { functions: late } = concernedByNames(code, gone);
  const made = [...code.functions.values()].filter((one) => before.code.functions.get(one.oid)?.body !== one.body);
  const newly = code.triggers.filter((one) => !before.code.triggers.some(({ oid }) => oid === one.oid));
  const wanted = new Set([
    ...[...before.concerned, ...late, ...made].map(({ oid }) => oid),
    ...newly.map((trigger) => trigger.function),
  ]);
  const fired = new Set(code.triggers.map((trigger) => trigger.function));
  // What only a trigger can call, nothing calls without one.
  const functions = [...wanted]
    .flatMap((oid) => code.functions.get(oid) ?? [])
    .filter(({ oid, returns }) => returns !== 'trigger' || fired.has(oid));
  const taken = functions.slice(0, MOST_FUNCTIONS);
  return look(stage, code, taken, before.left + functions.length - taken.length);
}

async function look(stage: Stage, code: StoredCode, functions: StoredFunction[], left: number): Promise<LookedAt> {
  const { trials, untried, bodies } = await prepared(code, functions);
  const answers = await tryAll(stage.session, trials);
  const checked = await checkAll(stage, code, functions);
  if (trials.length > 0) stage.tracer.unseen();
  return { code, bodies, answers, trials, untried, concerned: functions, left, checked };
}

/** What was refused only now, as far as nothing that this server lacks explains it. */
export function broken(
  before: LookedAt,
  after: LookedAt,
  { isExcused, later }: { isExcused: (error: PostgresError) => boolean; later: readonly Script[] },
): BrokenCode[] {
  const made = new Set(
    later.flatMap(({ statements }) =>
      statements.flatMap(({ node }) =>
        effectsOf(node).flatMap(({ change, object }) => (change === 'create' ? [lastName(object.name)] : [])),
      ),
    ),
  );
  const isMadeLater = ({ message }: PostgresError) => [...wordsOf(message)].some((word) => made.has(word));
  return brokenBy(after.trials, before, after).filter(
    ({ fresh, answer }) => !fresh || !(isExcused(answer) || isMadeLater(answer)),
  );
}

/** What calls them, by their oids: for a sentence. */
export async function usersOf(
  stage: Stage,
  { code }: CodeLook,
  broken: readonly BrokenCode[],
): Promise<Map<string, string[]>> {
  const oids = [...new Set(broken.map(({ routine }) => routine.oid))];
  const users = new Map<string, string[]>();
  if (oids.length === 0) return users;
  const { rows } = await (await stage.scratch.observe()).read(catalogSql('users of functions', oids));
  const add = (oid: string, words: string) => {
    const its = users.get(oid) ?? [];
    if (!its.includes(words)) users.set(oid, [...its, words]);
  };
  for (const [oid, kind, identity] of rows) add(oid ?? '', userWords(kind ?? '', identity ?? ''));
  for (const { routine } of broken) {
    for (const caller of callersOf(routine, code)) {
      add(routine.oid, `the function ${marked(calledAs(caller))}`);
      for (const one of code.triggers) {
        if (one.function !== caller.oid) continue;
        add(routine.oid, `the trigger ${marked(one.name)} of ${marked(shortName(`${one.schema}.${one.table}`))}`);
      }
    }
  }
  return users;
}

/** By name: only where no other function has it. */
function callersOf(routine: StoredFunction, { functions }: StoredCode): StoredFunction[] {
  const all = [...functions.values()];
  if (all.some(({ name, oid }) => name === routine.name && oid !== routine.oid)) return [];
  const name = routine.name.replace(/[^\w]/g, '\\$&');
  const call = new RegExp(`(?<![\\w$"])"?${name}"?\\s*\\(`, 'i');
  return all.filter(({ oid, body }) => oid !== routine.oid && call.test(body));
}

/** As pg_identify_object calls it, in a sentence. */
function userWords(kind: string, identity: string): string {
  const view = /^"_RETURN" on (.+)$/.exec(identity)?.[1];
  if (kind === 'rule' && view !== undefined) return `the view ${marked(shortName(view))}`;
  const [name = identity, table] = identity.replace(/^for /, '').split(' on ');
  const of = table === undefined ? '' : ` of ${marked(shortName(table))}`;
  return `the ${kind === 'default value' ? 'default of' : kind.replace(/^table /, '')} ${marked(shortName(name))}${of}`;
}
