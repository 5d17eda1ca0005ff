/**
 * Views around a migration: what is asked of one is planned before and after, which shows whether its columns are there, and whether a
 * role has the rights; writes are run, too.
 */
import { lastName, shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { type ChangeSession, PostgresError } from '../../servers/server.js';
import { ident } from '../../sql/quote.js';
import type { SeedCatalog } from '../ground/seed/catalog.js';
import { isUnsetSetting } from './certain.js';
import type { WriteComparison } from './compared.js';
import type { Operation } from './probe.js';
import type { Roles } from './roles.js';
import { notMeant, type SettingsFor, ViewWrites, type WrittenView } from './view-writes.js';

/** What is asked, of a view by the name that reports use. */
interface Access {
  table: string;
  operation: Operation;
  sql: string;
  role?: string;
}

/** Each view takes a few transactions for everyone who may write to it. */
const MOST_VIEWS = 40;

export class ViewProber {
  readonly #session: ChangeSession;
  readonly #asked: readonly Access[];
  readonly #writes: ViewWrites;
  readonly #settingsFor: SettingsFor;
  readonly #plannedOnly = new Set<string>();
  readonly #wentThrough = new Set<string>();

  private constructor(session: ChangeSession, asked: readonly Access[], written: ViewWrites, settingsFor: SettingsFor) {
    this.#settingsFor = settingsFor;
    this.#session = session;
    this.#asked = asked;
    this.#writes = written;
  }

  /** Before the migration; keeps what works. `views`: by the names that reports use. */
  static async begin(
    session: ChangeSession,
    views: readonly string[],
    roles: Roles,
    settingsFor: SettingsFor,
  ): Promise<ViewProber> {
    const written: WrittenView[] = [];
    const known = views.length === 0 ? [] : await viewsIn(session);
    const asked = known.flatMap(({ table, target, columns, writable, hasTriggers, reads }): Access[] => {
      if (!views.includes(table)) return [];
      const given = writable.filter((name) => !reads.some(({ always, column }) => always && column === name));
      if (writable.length > 0 || hasTriggers)
        written.push({ table, target, columns: hasTriggers ? columns : given, hasTriggers, reads });
      const all = accessTo(target, given, columns);
      return [
        ...all.map(([operation, sql]) => ({ table, operation, sql })),
        ...roles.of(table).flatMap((role) => all.map(([operation, sql]) => ({ table, operation, sql, role }))),
      ];
    });
    const outcomes = await planned(session, asked, settingsFor);
    return new ViewProber(
      session,
      asked.filter((_, at) => outcomes[at] === null),
      await ViewWrites.begin(session, written.slice(0, MOST_VIEWS), (view) => roles.of(view), settingsFor),
      settingsFor,
    );
  }

  /** Views that nothing could be written to here, once compared. */
  get untried(): readonly string[] {
    const untried = new Set([...this.#plannedOnly, ...this.#writes.untried]);
    return [...untried].filter((table) => !this.#wentThrough.has(table));
  }

  /** After it: of what worked. A view that is gone has a finding of its own. */
  async compare(before: SeedCatalog, now: SeedCatalog): Promise<WriteComparison[]> {
    const outcomes = await planned(this.#session, this.#asked, this.#settingsFor);
    const ran = await this.#writes.compare(before, now);
    for (const { table } of ran) this.#wentThrough.add(table);
    // What came of it says more than the plan.
    const isRun = ({ table, operation, role }: Access) =>
      ran.some((one) => one.table === table && one.operation === operation && one.role === role);
    const known = this.#asked.flatMap((access, at): WriteComparison[] => {
      const { table, operation, role } = access;
      if (isRun(access)) return [];
      const error = outcomes[at] ?? undefined;
      const about = { table, operation, ...(role !== undefined && { role }) };
      if (error === undefined && operation !== 'SELECT') this.#plannedOnly.add(table);
      if (error === undefined) return operation === 'SELECT' ? [{ ...about, result: 'works' }] : [];
      // A setting of the application's own, which it may well set.
      if (isUnsetSetting(error)) return [{ ...about, result: 'unknown', error }];
      const isMeant = operation === 'SELECT' || role !== undefined;
      if (!isMeant) return [{ ...about, result: 'unknown', error, perhaps: notMeant(error) }];
      return isGone(error, table) ? [] : [{ ...about, result: 'breaks', error }];
    });
    return [...known, ...ran.filter(({ error, table }) => !(error && isGone(error, table)))];
  }
}

/** The views of the user's own. `target`: its name as SQL; `writable`: those of its columns that can be written to; `reads`: of tables and of other views. */
export async function viewsIn(session: ChangeSession) {
  const { rows } = await session.query(catalogSql('columns of views'));
  return rows.map(([schema = '', name = '', columns, writable, hasTriggers, reads]) => ({
    table: shortName(`${schema}.${name}`),
    target: `${ident(String(schema))}.${ident(String(name))}`,
    columns: JSON.parse(columns ?? '[]') as string[],
    writable: JSON.parse(writable ?? '[]') as string[],
    hasTriggers: hasTriggers === 't',
    reads: JSON.parse(reads ?? '[]') as WrittenView['reads'],
  }));
}

const UNDEFINED_TABLE = '42P01';

/** A view that is gone has a finding of its own. */
function isGone({ sqlstate, message }: PostgresError, table: string): boolean {
  if (sqlstate !== UNDEFINED_TABLE) return false;
  const name = /^relation "(.*)" does not exist$/.exec(message)?.[1] ?? '';
  return shortName(name) === table || name === lastName(table);
}

/** What an application may send to a table or a view: it reads `shown`, where that is given, and writes `columns`. */
export function accessTo(
  target: string,
  columns: readonly string[],
  shown: readonly string[] = [],
): [Operation, string][] {
  const names = columns.map(ident);
  const read = shown.length > 0 ? shown.map(ident).join(', ') : '*';
  const nulls = names.map(() => 'NULL').join(', ');
  const set = names.map((name) => `${name} = ${name}`).join(', ');
  return [
    ['SELECT', `SELECT ${read} FROM ${target}`],
    ...(names.length > 0
      ? ([
          ['INSERT', `INSERT INTO ${target} (${names.join(', ')}) VALUES (${nulls})`],
          ['UPDATE', `UPDATE ${target} SET ${set}`],
        ] as [Operation, string][])
      : []),
    ['DELETE', `DELETE FROM ${target}`],
  ];
}

/** Null for what can be planned. */
async function planned(
  session: ChangeSession,
  asked: readonly Access[],
  settingsFor: SettingsFor,
): Promise<(PostgresError | null)[]> {
  const answers: (PostgresError | null)[] = [];
  for (const { sql, role } of asked) {
    const settings = settingsFor(new Map(), role ?? null);
    const become = role === undefined ? [] : [`SET LOCAL ROLE ${ident(role)}`];
    const outcomes = await session.queryAll(['BEGIN', ...settings, ...become, `EXPLAIN ${sql}`, 'ROLLBACK']);
    answers.push(outcomes.find((outcome) => outcome instanceof PostgresError) ?? null);
  }
  return answers;
}
