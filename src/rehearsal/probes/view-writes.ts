/**
 * Writes through views are run: what triggers, rules and check options make of them shows in no plan. A row that the view shows is
 * deleted and inserted, all are updated to what they are, before the migration and after it; each is taken back.
 */
import { type ChangeSession, PostgresError } from '../../servers/server.js';
import { ident } from '../../sql/quote.js';
import type { WriteComparison } from './compared.js';
import { type Answer, answerOf, BEGIN, IMMEDIATE, type Operation } from './probe.js';

export interface WrittenView {
  /** By the name that reports use. */
  table: string;
  target: string;
  columns: readonly string[];
  /** Somebody made it to be written to. */
  hasTriggers: boolean;
}

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

export class ViewWrites {
  readonly #session: ChangeSession;
  readonly #before: readonly TriedView[];

  private constructor(session: ChangeSession, before: readonly TriedView[]) {
    this.#session = session;
    this.#before = before;
  }

  /** Before the migration. `roles`: who else may write to a view. */
  static async begin(
    session: ChangeSession,
    views: readonly WrittenView[],
    roles: (view: string) => readonly string[],
  ): Promise<ViewWrites> {
    const before: TriedView[] = [];
    for (const view of views)
      for (const role of [null, ...roles(view.table)])
        before.push({ view, role, answers: await tried(session, view, role) });
    return new ViewWrites(session, before);
  }

  /** After it: of what worked. */
  async compare(): Promise<WriteComparison[]> {
    const compared: WriteComparison[] = [];
    for (const { view, role, answers: before } of this.#before) {
      const after = await tried(this.#session, view, role);
      const about = { table: view.table, ...(role !== null && { role }) };
      for (const [operation, answers] of before)
        if (answers.includes('works'))
          compared.push(judged({ ...about, operation }, after.get(operation) ?? [], view.hasTriggers || role !== null));
    }
    return compared;
  }

  /** Those of which nothing can be said: no row went through them. */
  get untried(): string[] {
    const went = ({ answers }: TriedView) => [...answers.values()].some((all) => all.includes('works'));
    const tables = new Set(this.#before.map(({ view }) => view.table));
    return [...tables].filter((table) => !this.#before.some((one) => one.view.table === table && went(one)));
  }
}

/** `isMeant`: any plain view takes writes; that somebody means to write to it shows in a trigger or in a right that was given. */
function judged(about: Omit<WriteComparison, 'result'>, answers: readonly Answer[], isMeant: boolean): WriteComparison {
  if (answers.includes('works')) return { ...about, result: 'works' };
  const errors = answers.filter((answer) => answer instanceof PostgresError);
  const sure = errors.find(({ sqlstate }) => WHATEVER_THE_ROW.test(sqlstate));
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

/** Each in several ways: the first that works is the one. */
async function tried(
  session: ChangeSession,
  { target, columns }: WrittenView,
  role: string | null,
): Promise<ViewAnswers> {
  const answers = new Map<Operation, Answer[]>();
  const names = columns.map(ident).join(', ');
  // Text without a type takes that of the view's column.
  const texts = columns.map((column) => `pg_catalog.quote_nullable(pg_catalog.format('%s', ${ident(column)}))`);
  const values = columns.map((column, at) => `CASE WHEN ${ident(column)} IS NULL THEN 'NULL' ELSE ${texts[at]} END`);
  const read = await session.queryAll([`SELECT ${values.join(', ') || "''"} FROM ${target} LIMIT 1`]);
  const [row] = read[0] instanceof PostgresError ? [] : (read[0]?.rows ?? []);
  const clear = `DELETE FROM ${target}`;
  const insert = (values: readonly (string | null)[] = []) =>
    `INSERT INTO ${target} (${names}) VALUES (${values.join(', ')})`;
  const same = columns.map((column) => `${ident(column)} = ${ident(column)}`).join(', ');
  const ways: [Operation, string[], string][] = [
    ['INSERT', [clear], insert(row)],
    ['INSERT', [], insert(row)],
    // Of a row that is there, another: a key is mostly the first.
    ['INSERT', [], insert(row?.map((value, at) => (at === 0 ? another(value) : value)))],
    ['INSERT', [], insert(row?.map(another))],
    ['UPDATE', [], `UPDATE ${target} SET ${same}`],
    ['DELETE', [], clear],
  ];
  const become = role === null ? [] : [`SET LOCAL ROLE ${ident(role)}`];
  if (role !== null) await session.query('DISCARD PLANS');
  for (const [operation, first, sql] of row === undefined ? [] : ways) {
    const known = answers.get(operation) ?? [];
    if (known.includes('works')) continue;
    const before = [BEGIN, ...first, ...become];
    const outcomes = await session.queryAll([...before, sql, IMMEDIATE, 'ROLLBACK']);
    // What makes room for it tells nothing of it.
    const isReady = outcomes.slice(0, before.length).every((outcome) => !(outcome instanceof PostgresError));
    const at = before.length;
    answers.set(operation, isReady ? [...known, answerOf(outcomes[at], outcomes[at + 1])] : known);
  }
  return answers;
}
