/** What is sent to try a table: as the release that is deployed before the change writes to it. */
import { lastName, shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { type ChangeSession, PostgresError } from '../../servers/server.js';
import { ident, literal } from '../../sql/quote.js';
import type { Column, SeedCatalog, Table } from '../ground/seed/catalog.js';
import { tableSql } from '../ground/seed/plan.js';
import { type FittingRow, newRow, type RowsSource, rowThere } from './fitting-rows.js';
import {
  changeOfLast,
  deleteOfLast,
  differsFrom,
  insertOf,
  isLast,
  namedColumns,
  otherValues,
  settableColumns,
  updateOfFirst,
  updateOfLast,
} from './insert.js';
import { isWorking } from './judge.js';
import { type Answer, BEGIN, OLDER, type ProbeStep, probe, type WriteAttempt } from './probe.js';
import { WriteRights } from './rights.js';
import { type AskedSetting, readSettings, settingStatements } from './session-settings.js';

interface InsertWay {
  row: FittingRow;
  sql: string;
  first: readonly string[];
}

export class TableWrites {
  readonly #session: ChangeSession;
  readonly #rows: RowsSource;
  /** The schema that the running application was written for. */
  readonly #application: SeedCatalog;
  /** By the table's oid, the columns that its triggers fill where an INSERT leaves them out. */
  readonly #filled = new Map<number, ReadonlySet<string>>();
  /** Of these, such as don't keep what they are given. */
  readonly #overwritten = new Map<number, ReadonlySet<string>>();
  /** By the table's oid, a row that was made for it before the migration. */
  readonly #made = new Map<number, FittingRow>();
  #settings: readonly AskedSetting[] = [];
  readonly #values = new Map<string, string>();
  readonly #rights: WriteRights;

  constructor(session: ChangeSession, rows: RowsSource, application: SeedCatalog) {
    this.#session = session;
    this.#rows = rows;
    this.#application = application;
    this.#rights = new WriteRights(session);
  }

  /** Before the migration: what the deployed release sets. */
  async readSettings(): Promise<void> {
    this.#settings = await readSettings(this.#session);
  }

  /** Some code asks for settings of the application's own. */
  get asksSession(): boolean {
    return this.#settings.length > 0;
  }

  /** Before the migration: finds what settings are worth where no row says so. */
  async begin(catalog: SeedCatalog): Promise<void> {
    for (const { name, columns } of this.#settings) {
      const asked = new Set([...columns, lastName(name)]);
      for (const table of catalog.tables.filter((one) => one.columns.some((column) => asked.has(column.name)))) {
        const [value] = [...(await this.#knownValues(table, asked)).values()];
        if (value) this.#values.set(name, value);
        if (value) break;
      }
    }
  }

  /** What has to be given and may be left out all the same is left to the trigger, as it would be to a default. */
  async lookForFilled(name: string, catalog: SeedCatalog): Promise<void> {
    const table = tableOf(catalog, name);
    if (!table?.isFilled) return;
    const overwritten = new Set(await this.#notKept(table, catalog));
    const filled = new Set(overwritten);
    for (const column of this.named(table)) {
      if (!column.notNull) continue;
      const others = this.named(table).filter((other) => other !== column);
      const inserts = await this.inserts(table, catalog, { named: others });
      const answers = await probe(this.#session, { inserts, next: [], role: null });
      if (isWorking(answers.get('INSERT') ?? [])) filled.add(column.name);
    }
    this.#filled.set(table.oid, filled);
    this.#overwritten.set(table.oid, overwritten);
  }

  /** Columns that may be NULL and don't keep the value that an INSERT gives: nobody gives one, then. */
  async #notKept(table: Table, catalog: SeedCatalog): Promise<string[]> {
    const named = this.named(table);
    for (const { row, sql, first } of await this.#ways(table, catalog, named, null)) {
      const open = named.flatMap(({ name, notNull }) => {
        const given = row.get(name) ?? null;
        return notNull || given === null ? [] : [{ name, given }];
      });
      if (open.length === 0) return [];
      const differs = open.map(({ name, given }) => `${ident(name)} IS DISTINCT FROM ${literal(given)}`).join(', ');
      const outcomes = await this.#session.queryAll([BEGIN, ...first, `${sql} RETURNING ${differs}`, 'ROLLBACK']);
      const answer = outcomes[first.length + 1];
      if (answer === undefined || answer instanceof PostgresError || answer.rows[0] === undefined) continue;
      return open.flatMap(({ name }, at) => (answer.rows[0]?.[at] === 't' ? [name] : []));
    }
    return [];
  }

  /** What the release leaves to the server, in full. */
  leftOut(table: Table): string[] {
    const named = new Set(this.named(table).map(({ name }) => name));
    return table.columns.flatMap(({ name }) => (named.has(name) ? [] : [`${nameOf(table)}.${name}`]));
  }

  /** INSERTs of these columns, the first to try first. */
  async inserts(
    table: Table,
    catalog: SeedCatalog,
    { named = this.named(table), role = null }: { named?: readonly Column[]; role?: string | null } = {},
  ): Promise<WriteAttempt['inserts']> {
    const may = await this.#rights.of(table, role);
    const settable = this.#settable(table).filter(({ name }) => may.update(name));
    const ways = await this.#ways(
      table,
      catalog,
      named.filter(({ name }) => may.insert(name)),
      role,
    );
    return ways.map(({ row, ...way }) => ({
      ...way,
      differs: differsFrom(row, { table, columns: settable, types: catalog.types }),
    }));
  }

  /** Of a new row, and of one that is there, whose place it takes; each also with the settings that code asks a session for. */
  async #ways(table: Table, catalog: SeedCatalog, named: readonly Column[], role: string | null): Promise<InsertWay[]> {
    const made = await newRow(this.#session, table, named, { ...this.#rows, catalog });
    const there = named.length > 0 ? await rowThere(this.#session, table, named, isLast(tableSql(table))) : undefined;
    // What no row can be made for now may take the one from before.
    const known = this.#made.get(table.oid);
    const old = known !== undefined && named.every(({ name }) => known.has(name)) ? known : undefined;
    if (made && old === undefined) this.#made.set(table.oid, made);
    const ways: InsertWay[] = [
      ...(made ? [{ row: made, sql: insertOf(table, named, made), first: [] }] : []),
      ...(old ? [{ row: old, sql: insertOf(table, named, old), first: [] }] : []),
      ...(there ? [{ row: there, sql: insertOf(table, named, there), first: [deleteOfLast(table)] }] : []),
    ];
    if (this.#settings.length === 0) return ways;
    const values = await this.#knownValues(table);
    const inSession = ways.map((way) => {
      const settings = this.settingsFor(new Map([...values, ...way.row]), role);
      return { ...way, first: [...way.first, ...settings] };
    });
    return [...ways, ...inSession];
  }

  /** What sets what is asked of a session, for a row that is there. */
  async sessionOf(table: Table, role: string | null): Promise<string[]> {
    return this.#settings.length === 0 ? [] : this.settingsFor(await this.#knownValues(table), role);
  }

  /** What sets what is asked of a session that writes this row. */
  settingsFor(row: FittingRow, role: string | null): string[] {
    const valueIn = (column: string) => row.get(column) ?? undefined;
    return settingStatements(this.#settings, valueIn, (name) => this.#values.get(name) ?? '1', role);
  }

  /** Of a row that is there, what settings are compared with. */
  async #knownValues(
    table: Table,
    asked = new Set(this.#settings.flatMap(({ name, columns }) => [...columns, lastName(name)])),
  ): Promise<FittingRow> {
    const columns = table.columns.filter(({ name }) => asked.has(name));
    return (columns.length > 0 && (await rowThere(this.#session, table, columns))) || new Map();
  }

  /** Undefined where it would be the same INSERT. */
  async lean(table: Table, catalog: SeedCatalog): Promise<readonly Answer[] | undefined> {
    const named = this.named(table);
    const required = new Set(this.#deployed(table)?.columns.flatMap(({ name, notNull }) => (notNull ? [name] : [])));
    const lean = named.filter(({ name }) => required.has(name));
    if (lean.length === named.length) return undefined;
    const inserts = await this.inserts(table, catalog, { named: lean });
    return (await probe(this.#session, { inserts, next: [], role: null })).get('INSERT') ?? [];
  }

  /** After an INSERT, on its row. */
  async steps(table: Table, { types }: SeedCatalog, role: string | null): Promise<ProbeStep[]> {
    const may = await this.#rights.of(table, role);
    const settable = this.#settable(table).filter(({ name }) => may.update(name));
    const [same, other] = [updateOfLast(table, settable), changeOfLast(table, settable, types)];
    return [
      ...(same === null ? [] : [['UPDATE', same] as const]),
      ...(other === null ? [] : [['UPDATE to other values', other] as const]),
      ['DELETE', deleteOfLast(table)],
    ];
  }

  /** Triggers give all columns that an UPDATE changes here a value of their own: then it is meant that none is kept. */
  async isAssigned(table: Table, { types }: SeedCatalog): Promise<boolean> {
    const { rows } = await this.#session.query(catalogSql('trigger programs'));
    const code = rows.flatMap(([relation, text]) => (relation === String(table.oid) ? [text ?? ''] : []));
    const changed = [...otherValues(table, this.#settable(table), types).keys()];
    const assigns = (name: string) => new RegExp(`\\bnew\\s*\\.\\s*"?${name.replace(/[^\w]/g, '\\$&')}"?\\s*:?=`, 'i');
    return changed.every((name) => code.some((text) => assigns(name).test(text)));
  }

  /** On a row that was there. */
  older(table: Table): ProbeStep[] {
    const sql = updateOfFirst(table, this.#settable(table));
    return sql === null ? [] : [[OLDER, sql]];
  }

  #settable(table: Table): Column[] {
    const deployed = this.#deployed(table);
    const all = deployed === undefined ? [] : settableColumns(deployed, table);
    return all.filter(({ name }) => !this.#overwritten.get(table.oid)?.has(name));
  }

  #deployed(table: Table): Table | undefined {
    return tableOf(this.#application, nameOf(table));
  }

  /** Of a table that the deployed application doesn't know, none. */
  named(table: Table): Column[] {
    const deployed = this.#deployed(table);
    if (deployed === undefined) return [];
    const filled = this.#filled.get(table.oid);
    return namedColumns(deployed, table, this.#application.types).filter(({ name }) => !filled?.has(name));
  }
}

/** By the name that reports use. */
function nameOf({ schema, name }: Table): string {
  return shortName(`${schema}.${name}`);
}

export function tableOf({ tables }: SeedCatalog, name: string): Table | undefined {
  return tables.find((table) => nameOf(table) === name);
}
