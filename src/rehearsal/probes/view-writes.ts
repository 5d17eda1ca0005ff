/**
 * Writes through views are run: what triggers, rules and check options make of them shows in no plan. A row that the view shows is
 * deleted and inserted, all are updated to what they are, before the migration and after it; each is taken back.
 */
import { type ChangeSession, PostgresError } from '../../servers/server.js';
import { ident, literal } from '../../sql/quote.js';
import type { SeedCatalog } from '../ground/seed/catalog.js';
import { dependsOn, isOfRowSecurity, isUnsetSetting } from './certain.js';
import type { WriteComparison } from './compared.js';
import { type Answer, answerOf, BEGIN, IMMEDIATE, type Operation } from './probe.js';

interface ReadColumn {
  oid: number;
  column: string;
  /** Its table as SQL; null of a view. */
  table: string | null;
  nullable: boolean;
  /** The server gives it a value, and takes none. */
  always: boolean;
}

export interface WrittenView {
  /** By the name that reports use. */
  table: string;
  target: string;
  columns: readonly string[];
  /** Somebody made it to be written to. */
  hasTriggers: boolean;
  /** Columns of the tables and views below it, by their oid: no write through it gives others. */
  reads: readonly ReadColumn[];
}

/** What sets what is asked of a session that writes a row. */
export type SettingsFor = (row: ReadonlyMap<string, string | null>, role: string | null) => readonly string[];

type ViewAnswers = ReadonlyMap<Operation, readonly Answer[]>;

/** Who tries a view, and what came of it. */
interface TriedView {
  view: WrittenView;
  /** Null: the owner. */
  role: string | null;
  answers: ViewAnswers;
}

/** Nothing that a row holds is the reason; of a row that the view has shown, its check option is none either. */
const WHATEVER_THE_ROW = /^(?:42|0A|3F|2B|55|44000)/;
/** For one look at all views: triggers that sleep or loop end each by itself, and could be many. */
const MOST_MS = 15_000;

export class ViewWrites {
  readonly #session: ChangeSession;
  readonly #before: readonly TriedView[];
  readonly #settingsFor: SettingsFor;

  private constructor(session: ChangeSession, before: readonly TriedView[], settingsFor: SettingsFor) {
    this.#session = session;
    this.#before = before;
    this.#settingsFor = settingsFor;
  }

  /** Before the migration. `roles`: who else may write to a view. */
  static async begin(
    session: ChangeSession,
    views: readonly WrittenView[],
    roles: (view: string) => readonly string[],
    settingsFor: SettingsFor,
  ): Promise<ViewWrites> {
    const asked = views.flatMap((view) => [null, ...roles(view.table)].map((role) => ({ view, role })));
    return new ViewWrites(session, await triedInTime(session, asked, settingsFor), settingsFor);
  }

  /** After it: of what worked. */
  async compare(before: SeedCatalog, now: SeedCatalog): Promise<WriteComparison[]> {
    const after = await triedInTime(this.#session, this.#before, this.#settingsFor);
    return after.flatMap(({ view, role, answers }, at) => {
      const about = { table: view.table, ...(role !== null && { role }) };
      const worked = [...(this.#before[at]?.answers ?? [])].filter(([, known]) => known.includes('works'));
      const sure = (error: PostgresError) => isForAll(error, view, before, now);
      return worked.map(([operation, known]) => {
        const news = (answers.get(operation) ?? []).filter((answer) => !isKnown(answer, known));
        return judged({ ...about, operation }, news, sure, view.hasTriggers || role !== null);
      });
    });
  }

  /** Those of which nothing can be said: no row went through them. */
  get untried(): string[] {
    const went = ({ answers }: TriedView) => [...answers.values()].some((all) => all.includes('works'));
    const tables = new Set(this.#before.map(({ view }) => view.table));
    return [...tables].filter((table) => !this.#before.some((one) => one.view.table === table && went(one)));
  }
}

/** One of its ways was refused before, too, and for the same reason. */
function isKnown(answer: Answer, before: readonly Answer[]): boolean {
  return before.some(
    (one) => one instanceof PostgresError && answer instanceof PostgresError && one.message === answer.message,
  );
}

/** No other row that the view could take would fare better. */
function isForAll(error: PostgresError, view: WrittenView, before: SeedCatalog, now: SeedCatalog): boolean {
  // What is asked of the session, or lets rows through.
  if (isUnsetSetting(error) || isOfRowSecurity(error)) return false;
  if (WHATEVER_THE_ROW.test(error.sqlstate)) return true;
  if (view.hasTriggers || error.where !== undefined) return false;
  const below = now.tables.filter(({ oid }) => view.reads.some((one) => one.oid === oid));
  // What a constraint of another table is about can't be told.
  const [table, ...others] = below;
  if (table === undefined || others.length > 0) return false;
  const named = new Set(view.reads.filter((one) => one.oid === table.oid).map(({ column }) => column));
  return dependsOn({ error, table, named, before, now }) === 'nothing';
}

/** `isMeant`: any plain view takes writes; that somebody means to write to it shows in a trigger or in a right that was given. */
function judged(
  about: Omit<WriteComparison, 'result'>,
  answers: readonly Answer[],
  isSure: (error: PostgresError) => boolean,
  isMeant: boolean,
): WriteComparison {
  if (answers.includes('works')) return { ...about, result: 'works' };
  const errors = answers.filter((answer) => answer instanceof PostgresError);
  const sure = errors.find(isSure);
  if (sure && isMeant) return { ...about, result: 'breaks', error: sure };
  if (sure) return { ...about, result: 'unknown', error: sure, perhaps: notMeant(sure) };
  const [error] = errors;
  return { ...about, result: 'unknown', ...(error && { error }) };
}

/** Why that is no finding. */
export function notMeant({ message, sqlstate }: PostgresError): string {
  return `the view took it before and refuses it now (${sqlstate}: ${message}); whether the application writes to it is not known`;
}

/** Another number or UUID, where the literal is one. */
function another(value: string | null): string | null {
  const [, number] = /^'(-?\d{1,9})'$/.exec(value ?? '') ?? [];
  if (number !== undefined) return `'${Number(number) + 7919}'`;
  return value?.replace(/^('[0-9a-f]{8}-[0-9a-f-]{19}[0-9a-f]{8})[0-9a-f]{4}'$/, "$1beef'") ?? null;
}

async function triedInTime(
  session: ChangeSession,
  asked: readonly Omit<TriedView, 'answers'>[],
  settingsFor: SettingsFor,
): Promise<readonly TriedView[]> {
  const end = Date.now() + MOST_MS;
  const all: TriedView[] = [];
  for (const { view, role } of asked)
    all.push({ view, role, answers: Date.now() > end ? new Map() : await tried(session, view, role, settingsFor) });
  return all;
}

/** Each in several ways: the first that works is the one. */
async function tried(
  session: ChangeSession,
  view: WrittenView,
  role: string | null,
  settingsFor: SettingsFor,
): Promise<ViewAnswers> {
  const answers = new Map<Operation, Answer[]>();
  const { room, row } = await shownRow(session, view);
  const settings = settingsFor(new Map(view.columns.map((column, at) => [column, unquoted(row?.[at])])), role);
  const become = role === null ? [] : [`SET LOCAL ROLE ${ident(role)}`];
  if (role !== null) await session.query('DISCARD PLANS');
  for (const [operation, first, sql] of row === undefined ? [] : waysToWrite(view, row)) {
    const known = answers.get(operation) ?? [];
    if (known.includes('works')) continue;
    const before = [BEGIN, ...room, ...first, ...settings, ...become];
    const outcomes = await session.queryAll([...before, sql, IMMEDIATE, 'ROLLBACK']);
    // What makes room for it tells nothing of it.
    const isReady = outcomes.slice(0, before.length).every((outcome) => !(outcome instanceof PostgresError));
    const at = before.length;
    answers.set(operation, isReady ? [...known, answerOf(outcomes[at], outcomes[at + 1])] : known);
  }
  return answers;
}

/**
 * A row that the view shows, as literals, and what makes it show one: that of what isn't deleted, or so, shows a row whose columns
 * behind it are empty, as far as they may be. What its functions write meanwhile is taken back, too.
 */
async function shownRow(session: ChangeSession, view: WrittenView) {
  const { hasTriggers, columns, reads } = view;
  const open = reads.filter(({ nullable, table }) => nullable && table !== null && !hasTriggers);
  const behind = open.filter(({ column }) => !columns.includes(column));
  for (const emptied of [[], behind, open]) {
    const room = emptied.map(({ table, column }) => {
      const empty = `UPDATE ${table} SET ${ident(column)} = NULL`;
      return `DO ${literal(`BEGIN ${empty}; EXCEPTION WHEN OTHERS THEN NULL; END`)}`;
    });
    const row = await rowOf(session, view, room);
    if (row !== undefined || open.length === 0) return { room, row };
  }
  return { room: [], row: undefined };
}

async function rowOf(session: ChangeSession, { target, columns }: WrittenView, room: readonly string[]) {
  // Text without a type takes that of the view's column.
  const texts = columns.map((column) => `pg_catalog.quote_nullable(pg_catalog.format('%s', ${ident(column)}))`);
  const values = columns.map((column, at) => `CASE WHEN ${ident(column)} IS NULL THEN 'NULL' ELSE ${texts[at]} END`);
  const read = `SELECT ${values.join(', ') || "''"} FROM ${target} LIMIT 1`;
  const shown = (await session.queryAll([BEGIN, ...room, read, 'ROLLBACK']))[1 + room.length];
  return shown instanceof PostgresError ? undefined : shown?.rows[0];
}

function unquoted(value: string | null | undefined): string | null {
  return /^E?'(.*)'$/s.exec(value ?? '')?.[1]?.replaceAll("''", "'") ?? null;
}

/** By operation, what makes room as the owner, and the write. */
function waysToWrite(
  { target, columns }: WrittenView,
  row: readonly (string | null)[],
): [Operation, string[], string][] {
  const names = columns.map(ident);
  const clear = `DELETE FROM ${target}`;
  const insert = (values: readonly (string | null)[], from = 0) =>
    `INSERT INTO ${target} (${names.slice(from).join(', ')}) VALUES (${values.slice(from).join(', ')})`;
  // Of a row that is there, another: a key is mostly the first, and may be the server's to give.
  const update = (from = 0) =>
    `UPDATE ${target} SET ${names
      .slice(from)
      .map((name) => `${name} = ${name}`)
      .join(', ')}`;
  const otherKey = row.map((value, at) => (at === 0 ? another(value) : value));
  return [
    ['INSERT', [clear], insert(row)],
    ['INSERT', [], insert(row)],
    ['INSERT', [], insert(otherKey)],
    ['INSERT', [], insert(row.map(another))],
    ['UPDATE', [], update()],
    ...(columns.length > 1
      ? ([
          ['INSERT', [clear], insert(row, 1)],
          ['INSERT', [], insert(row, 1)],
          ['UPDATE', [], update(1)],
        ] as [Operation, string[], string][])
      : []),
    ['DELETE', [], clear],
  ];
}
