/** Which code the change broke: what Postgres accepted before it and refuses after it, and what the change itself made so. Pure. */

import { sqlName } from '../../schema/sql-name.js';
import type { PostgresError } from '../../servers/server.js';
import type { PlpgsqlBody } from './body.js';
import type { CodeTrial, KnownName, StoredCode, StoredFunction, StoredTrigger } from './model.js';
import { fieldsOf, wordsOf } from './text.js';
import type { Answers } from './try.js';

export interface BrokenCode {
  routine: StoredFunction;
  trial: CodeTrial;
  /** What a call would be answered with. */
  sqlstate: string;
  message: string;
  /** What was answered to the trial. */
  answer: PostgresError;
  /** The change made the function or its trigger: there is nothing to compare with. */
  fresh: boolean;
  sure: boolean;
}

export interface CodeLook {
  code: StoredCode;
  bodies: ReadonlyMap<string, PlpgsqlBody | undefined>;
  answers: Answers;
}

const CANCELED = /^(?:|57...|53...|58...)$/;
/** What a body that nobody compared with an earlier one can only say where a name in it is wrong. */
const NAMES_NOTHING = new Set(['42703', '42P01', '3F000', '42883', '42704', '22P02', '42702', '42P10']);
/** And, where the types are those that they will have, what types can't be. */
const OF_TYPES = new Set(['42804', '42846']);

/** The first of each function and table, in the order of the body. */
export function brokenBy(trials: readonly CodeTrial[], before: CodeLook, after: CodeLook): BrokenCode[] {
  const told = new Set<string>();
  return trials.flatMap((trial) => {
    const answer = after.answers.get(trial.key);
    const routine = after.code.functions.get(trial.function);
    const of = `${trial.function} ${trial.relation ?? ''}`;
    if (!answer || !routine || CANCELED.test(answer.sqlstate) || told.has(of) || told.has(`${trial.function} `))
      return [];
    const was = before.answers.get(trial.key);
    const known = before.code.functions.get(trial.function);
    const fresh = known === undefined || known.body !== routine.body || isNewTrigger(trial, before);
    if (!fresh && was !== null && !(was === undefined && isGone(answer, before, after))) return [];
    if (fresh && !isCertain(trial, answer, routine, { before, after })) return [];
    told.add(of);
    const trigger = after.code.triggers.find(({ relation }) => relation === trial.relation);
    const said = wordsFor(trial, answer, trigger, after);
    const sure = !trial.caught && (!fresh || (trial.always && !mayComeLater(answer, before, after)));
    return [{ routine, trial, answer, fresh, sure, ...said }];
  });
}

function isNewTrigger({ function: oid, relation }: CodeTrial, { code }: CodeLook): boolean {
  return relation !== undefined && !code.triggers.some((one) => one.function === oid && one.relation === relation);
}

/** A name that the change took away is what the answer speaks of. */
function isGone({ message }: PostgresError, before: CodeLook, after: CodeLook): boolean {
  const words = wordsOf(message);
  return namesGone(before.code.names, after.code.names).some(({ name }) => words.has(name));
}

export function namesGone(before: readonly KnownName[], after: readonly KnownName[]): KnownName[] {
  const keyOf = ({ kind, name, of }: KnownName) => JSON.stringify([kind, name, of]);
  const still = new Set(after.map(keyOf));
  return before.filter((one) => !still.has(keyOf(one)));
}

const MISSING_FROM = /^missing FROM-clause entry for table "(.+)"$/;
const NO_COLUMN = /^column "?([^"]+?)"? does not exist$/;
/** A field of a record, tried as a column of its query. */
const NO_ROW_FIELD = /^column ms_row\.(\S+) does not exist$/;
const NO_RELATION = /^relation "(.+)" does not exist$/;

/** Whether nothing that the trial leaves out can be what Postgres missed. */
function isCertain(
  trial: CodeTrial,
  { sqlstate, message }: PostgresError,
  { oid, arguments: given }: StoredFunction,
  { before, after }: { before: CodeLook; after: CodeLook },
): boolean {
  const { guessed = false } = trial;
  // Code that is made so may be meant so.
  if (trial.shadows) return false;
  if (!NAMES_NOTHING.has(sqlstate) && (guessed || !OF_TYPES.has(sqlstate))) return false;
  if (isElsewhere({ sqlstate, message } as PostgresError, before, after)) return false;
  const body = after.bodies.get(oid);
  const variables = new Set([...(body?.variables ?? []).map(({ name }) => name), ...given.map(({ name }) => name)]);
  const record = MISSING_FROM.exec(message)?.[1];
  if (record !== undefined) return trial.relation !== undefined && /^(?:new|old)$/.test(record);
  const column = NO_COLUMN.exec(message)?.[1];
  // Of two variables of a name, and of a record's row, nobody here knows the type.
  if (column !== undefined) return ![...variables, ...(body?.hidden ?? [])].includes(column.split('.')[0] ?? '');
  if (sqlstate === '42P01') return !isMadeInside(NO_RELATION.exec(message)?.[1] ?? '', body);
  if (sqlstate === '42883' && guessed) return false;
  return sqlstate !== '22P02' || /enum/.test(message) || isGone({ message } as PostgresError, before, after);
}

/** The function makes the table itself, or something that it makes up at run time may. */
function isMadeInside(relation: string, body: PlpgsqlBody | undefined): boolean {
  const name = relation.split('.').at(-1) ?? relation;
  return (body?.fragments ?? []).some(
    ({ kind, sql }) => (kind === 'dynamic' || /^\s*create\b/i.test(sql)) && wordsOf(sql).has(name),
  );
}

/**
 * A name of which there is none, before and after: those who call the function may make such a table first, and what a platform or
 * an extension brings may be missing here.
 */
function mayComeLater({ sqlstate, message }: PostgresError, before: CodeLook, after: CodeLook): boolean {
  if (!OF_OTHERS.has(sqlstate)) return false;
  const [found, quoted, plain = ''] = MISSED.exec(message) ?? [];
  if (found === undefined) return false;
  const name = (quoted ?? plain).split('.').at(-1) ?? '';
  return ![...before.code.names, ...after.code.names].some((one) => one.name === name && one.kind !== 'column');
}

const OF_OTHERS = new Set(['42P01', '42883', '42704']);
const MISSED = /^(?:relation|type|function) (?:"([^"]+)"|([^\s(]+))/;

/** In a schema that neither was there nor is: nobody here knows what production has in it. */
function isElsewhere({ sqlstate, message }: PostgresError, before: CodeLook, after: CodeLook): boolean {
  const [, quoted, plain = ''] = (sqlstate === '3F000' ? /^schema "([^"]+)"/ : MISSED).exec(message) ?? [];
  const parts = (quoted ?? plain).split('.');
  const schema = sqlstate === '3F000' || parts.length > 1 ? parts[0] : undefined;
  if (schema === undefined) return false;
  return ![...before.code.names, ...after.code.names].some((one) => one.kind === 'schema' && one.name === schema);
}

/** What a call is answered with, where a trial is answered otherwise. */
function wordsFor(
  trial: CodeTrial,
  { sqlstate, message }: PostgresError,
  trigger: StoredTrigger | undefined,
  { code, bodies }: CodeLook,
): { sqlstate: string; message: string } {
  const record = MISSING_FROM.exec(message)?.[1];
  if (record !== undefined) {
    const table = trigger?.table;
    const has = new Set(code.names.flatMap(({ kind, name, of }) => (kind === 'column' && of === table ? [name] : [])));
    const field = fieldsOf(trial.text, record).find((one) => !has.has(bare(one))) ?? fieldsOf(trial.text, record)[0];
    if (field !== undefined) return { sqlstate: '42703', message: `record "${record}" has no field "${bare(field)}"` };
  }
  const field = NO_ROW_FIELD.exec(message)?.[1];
  if (field !== undefined) {
    const [, of = 'r'] =
      new RegExp(`([\\w$]+)"?\\s*\\.\\s*"?${field.replace(/[^\w]/g, '\\$&')}\\b`, 'i').exec(trial.text) ?? [];
    return { sqlstate: '42703', message: `record "${of}" has no field "${field}"` };
  }
  const isResult = sqlstate === '42P13' && bodies.get(trial.function) !== undefined;
  if (isResult) return { sqlstate: '42804', message: 'structure of query does not match function result type' };
  return { sqlstate, message };
}

/** A name as the catalogs have it. */
function bare(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}

/** `f(integer)`, with its schema unless that is `public`. */
export function calledAs({ schema, name, identity }: StoredFunction): string {
  return `${sqlName(`${schema}.${name}`)}(${identity.replaceAll(/(?<![\w."])public\./g, '')})`;
}
