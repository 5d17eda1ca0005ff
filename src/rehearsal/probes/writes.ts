/** What is sent to try a table: as the release that is deployed before the change writes to it. */
import { shortName } from '../../schema/objects.js';
import type { ChangeSession } from '../../servers/server.js';
import type { Column, SeedCatalog, Table } from '../ground/seed/catalog.js';
import { tableSql } from '../ground/seed/plan.js';
import { newRow, type RowsSource, rowThere } from './fitting-rows.js';
import { changeOfLast, deleteOfLast, insertOf, isLast, namedColumns, settableColumns, updateOfLast } from './insert.js';
import { isWorking } from './judge.js';
import { type Answer, type ProbeStep, probe, type WriteAttempt } from './probe.js';

export class TableWrites {
  readonly #session: ChangeSession;
  readonly #rows: RowsSource;
  /** The schema that the running application was written for. */
  readonly #application: SeedCatalog;
  /** By the table's oid, the columns that its triggers fill where an INSERT leaves them out. */
  readonly #filled = new Map<number, ReadonlySet<string>>();

  constructor(session: ChangeSession, rows: RowsSource, application: SeedCatalog) {
    this.#session = session;
    this.#rows = rows;
    this.#application = application;
  }

  /** What has to be given and may be left out all the same is left to the trigger, as it would be to a default. */
  async lookForFilled(name: string, catalog: SeedCatalog): Promise<void> {
    const table = tableOf(catalog, name);
    if (!table?.isFilled) return;
    const filled = new Set<string>();
    for (const column of this.named(table)) {
      if (!column.notNull) continue;
      const others = this.named(table).filter((other) => other !== column);
      const inserts = await this.inserts(table, catalog, others);
      const answers = await probe(this.#session, { inserts, next: [], role: null });
      if (isWorking(answers.get('INSERT') ?? [])) filled.add(column.name);
    }
    this.#filled.set(table.oid, filled);
  }

  /** What the release leaves to the server, in full. */
  leftOut(table: Table): string[] {
    const named = new Set(this.named(table).map(({ name }) => name));
    return table.columns.flatMap(({ name }) => (named.has(name) ? [] : [`${nameOf(table)}.${name}`]));
  }

  /** Of a new row, and of one that is there, whose place it takes. */
  async inserts(
    table: Table,
    catalog: SeedCatalog,
    named: readonly Column[] = this.named(table),
  ): Promise<WriteAttempt['inserts']> {
    const made = await newRow(this.#session, table, named, { ...this.#rows, catalog });
    const there = named.length > 0 ? await rowThere(this.#session, table, named, isLast(tableSql(table))) : undefined;
    return [
      ...(made ? [{ sql: insertOf(table, named, made) }] : []),
      ...(there ? [{ sql: insertOf(table, named, there), clear: deleteOfLast(table) }] : []),
    ];
  }

  /** Undefined where it would be the same INSERT. */
  async lean(table: Table, catalog: SeedCatalog): Promise<readonly Answer[] | undefined> {
    const named = this.named(table);
    const required = new Set(this.#deployed(table)?.columns.flatMap(({ name, notNull }) => (notNull ? [name] : [])));
    const lean = named.filter(({ name }) => required.has(name));
    if (lean.length === named.length) return undefined;
    const inserts = await this.inserts(table, catalog, lean);
    return (await probe(this.#session, { inserts, next: [], role: null })).get('INSERT') ?? [];
  }

  /** After an INSERT, on its row. */
  steps(table: Table, { types }: SeedCatalog): ProbeStep[] {
    const deployed = this.#deployed(table);
    const settable = deployed === undefined ? [] : settableColumns(deployed, table);
    const [same, other] = [updateOfLast(table, settable), changeOfLast(table, settable, types)];
    return [
      ...(same === null ? [] : [['UPDATE', same] as const]),
      ...(other === null ? [] : [['UPDATE to other values', other] as const]),
      ['DELETE', deleteOfLast(table)],
    ];
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
