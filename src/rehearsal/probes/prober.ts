import { PostgresError } from '../../servers/server.js';
import { readCatalog, type SeedCatalog } from '../ground/seed/catalog.js';
import { tableSql } from '../ground/seed/plan.js';
import type { Stage } from '../ground/stage.js';
import { isOfRowSecurity } from './certain.js';
import type { ComparedWrites } from './compared.js';
import type { RowsSource } from './fitting-rows.js';
import { isWorking, judged, type Probing } from './judge.js';
import { OwnSession } from './own-session.js';
import { type Partition, readPartitions } from './partitions.js';
import { Policies } from './policies.js';
import { KEPT, LEAN, OLDER, type Operation, probe, type WriteAnswers } from './probe.js';
import { deleteOfReferenced, newReferences } from './referenced.js';
import type { RelatedRelations } from './related.js';
import { Roles } from './roles.js';
import { accessTo, ViewProber, viewsIn } from './views.js';
import { TableWrites, tableOf } from './writes.js';

/** What is asked for, the most important first. */
export interface Probed extends RowsSource {
  related: RelatedRelations;
  /** The schema that the running application was written for. */
  deployed: SeedCatalog;
}

type ProbedStage = Pick<Stage, 'session' | 'scratch' | 'multiSession'>;

const UNDEFINED_TABLE = '42P01';
const PARTITION = 'a partition: rows were made for the whole table only';
/** More than these take longer than they are worth: the rest is named. */
const MOST_TABLES = 40;
/** For one look at all tables: triggers that sleep or loop end each by itself, and could be many. */
const MOST_MS = 15_000;

/** What came of it, table by table and role by role. */
type ProbedWrites = { who: Probing; answers: WriteAnswers }[];

export class Prober {
  readonly #session: OwnSession;
  readonly #multiSession: boolean;
  readonly #scratch: ProbedStage['scratch'];
  readonly #probed: Probed;
  readonly #writes: TableWrites;
  #before: ProbedWrites = [];
  #views: ViewProber | null = null;
  #roles: Roles | null = null;
  #partitions: ReadonlyMap<string, Partition> = new Map();
  #catalog: SeedCatalog = { tables: [], types: new Map() };

  constructor({ session, scratch, multiSession }: ProbedStage, probed: Probed) {
    this.#session = new OwnSession(session, () => scratch.connect());
    this.#multiSession = multiSession;
    this.#scratch = scratch;
    this.#probed = probed;
    this.#writes = new TableWrites(this.#session, probed, probed.deployed);
  }

  /** Before the migration. */
  async begin(): Promise<void> {
    const { tables, views } = this.#probed.related;
    if (tables.length + views.length === 0) return;
    if (this.#multiSession) await this.#writes.readSettings();
    await this.#apart(() => this.#begin());
  }

  /** Where settings of the application's own are made up. */
  #apart<T>(work: () => Promise<T>): Promise<T> {
    return this.#writes.asksSession ? this.#session.apart(work) : work();
  }

  async #begin(): Promise<void> {
    const { tables, views } = this.#probed.related;
    this.#catalog = await readCatalog(this.#session);
    this.#partitions = await readPartitions(this.#session);
    await this.#writes.begin(this.#catalog);
    const roles = await Roles.read(this.#session);
    this.#roles = roles;
    this.#views = await ViewProber.begin(this.#session, views, roles, (row, role) =>
      this.#writes.settingsFor(row, role),
    );
    const probings = tables
      .slice(0, MOST_TABLES)
      .flatMap((name) => [null, ...roles.of(name)].map((role) => ({ name, role })));
    for (const name of tables.slice(0, MOST_TABLES)) await this.#writes.lookForFilled(name, this.#catalog);
    const tried = await this.#probe(this.#catalog, probings);
    const held = tried.filter(({ who, answers }) => who.role === null && !isWorking(answers.get('INSERT') ?? []));
    const again = held.map(({ who }): Probing => ({ ...who, past: true }));
    this.#before = [
      ...tried.filter((one) => !held.includes(one)),
      ...(await this.#pastRowSecurity(this.#catalog, again)),
    ];
  }

  async #pastRowSecurity(catalog: SeedCatalog, probings: readonly Probing[]): Promise<ProbedWrites> {
    return probings.length === 0 ? [] : this.#scratch.pastRowSecurity(() => this.#probe(catalog, probings));
  }

  /** After it. */
  async compare(): Promise<ComparedWrites> {
    const compared: ComparedWrites = { comparisons: [], untried: [], leftOut: [], roles: [], heldBy: [] };
    const { tables, views } = this.#probed.related;
    if (tables.length + views.length > 0) await this.#apart(() => this.#compare(compared));
    return compared;
  }

  async #compare(compared: ComparedWrites): Promise<void> {
    const { tables, views } = this.#probed.related;
    // A session of a new connection has no plans from before: a renamed label would live on in one.
    await this.#session.query('DISCARD PLANS');
    const now = await readCatalog(this.#session);
    const worked = this.#before.filter(({ answers }) => [...answers.values()].some(isWorking));
    const probings = worked.map(({ who }) => who);
    const after = [
      ...(await this.#probe(
        now,
        probings.filter(({ past }) => !past),
      )),
      ...(await this.#pastRowSecurity(
        now,
        probings.filter(({ past }) => past),
      )),
    ];
    const policies = await Policies.read(
      this.#session,
      probings.map(({ role }) => role),
    );
    for (const { who, answers } of this.#before) {
      const table = tableOf(now, who.name);
      const then = after.find((one) => one.who.name === who.name && one.who.role === who.role)?.answers;
      if (table === undefined || then === undefined) continue;
      for (const [operation, answer] of answers) {
        const shown = then.get(operation);
        if (!isWorking(answer) || shown === undefined) continue;
        // Where every INSERT fails, that says it.
        if (operation === LEAN && !isWorking(then.get('INSERT') ?? [])) continue;
        if (operation === KEPT && !isWorking(then.get('UPDATE to other values') ?? [])) continue;
        const one = judged({
          table,
          who,
          operation,
          answers: shown,
          named: this.#writes.named(table),
          before: this.#catalog,
          now,
          policies,
          hasRow: isWorking(then.get('INSERT') ?? []),
        });
        if (operation === KEPT && one.swallowed && (await this.#writes.isAssigned(table, now))) continue;
        // That these went well says no more than that the others did.
        if (!(FURTHER.has(operation) && one.result !== 'breaks' && !one.swallowed)) compared.comparisons.push(one);
      }
      if (who.role === null && isWorking(then.get('INSERT') ?? []))
        compared.leftOut.push(...this.#writes.leftOut(table));
    }
    compared.untried.push(...heldRoles(this.#before));
    for (const name of [...tables, ...views])
      for (const role of this.#roles?.beyond(name) ?? [])
        compared.untried.push({ table: name, role, reason: 'other roles with rights on it were tried' });
    const partitions = await readPartitions(this.#session);
    for (const [table, { hasTriggers }] of partitions)
      if (hasTriggers && !this.#partitions.has(table) && !tables.includes(table))
        compared.untried.push({ table, reason: PARTITION });
    compared.heldBy.push(...tables.flatMap((name) => newReferences(tableOf(now, name), this.#catalog, now)));
    for (const name of tables) compared.untried.push(...this.#untried(name, now, partitions));
    for (const name of tables) await this.#standIn(name, now, compared);
    compared.comparisons.push(...((await this.#views?.compare(this.#catalog, now)) ?? []));
    for (const table of this.#views?.untried ?? [])
      compared.untried.push({
        table,
        reason: 'writes to it were planned only: there is no row that could go through it',
      });
    compared.roles.push(...(this.#roles?.untried([...tables, ...views]) ?? []));
  }

  /** Why the owner's INSERT of a table was not tried, if it was not. */
  #untried(name: string, now: SeedCatalog, partitions: ReadonlyMap<string, Partition>): ComparedWrites['untried'] {
    const was = tableOf(this.#catalog, name);
    const tried = this.#before.find(({ who }) => who.name === name && who.role === null)?.answers;
    // What rows meet in a partition like the others, they meet by way of the whole table.
    if (was === undefined) return partitions.get(name)?.isApart === false ? [] : [{ table: name, reason: PARTITION }];
    // What is no longer there under its name has a finding of its own.
    if (tableOf(now, name) === undefined) return [];
    if (tried === undefined) return [{ table: name, reason: 'others that are nearer to the change came first' }];
    if (isWorking(tried.get('INSERT') ?? [])) return [];
    return [{ table: name, reason: `INSERT: ${reasonOf(tried)}` }];
  }

  /** A view that has the table's name now: whether it takes writes at all shows when they are planned. */
  async #standIn(name: string, now: SeedCatalog, compared: ComparedWrites): Promise<void> {
    const was = tableOf(this.#catalog, name);
    if (was === undefined || tableOf(now, name) !== undefined) return;
    const named = this.#writes.named(was).map((column) => column.name);
    for (const [operation, sql] of accessTo(tableSql(was), named)) {
      const [outcome] = await this.#session.queryAll([`EXPLAIN ${sql}`]);
      // Nothing has its name.
      if (outcome instanceof PostgresError && outcome.sqlstate === UNDEFINED_TABLE) return;
      if (!(outcome instanceof PostgresError)) continue;
      compared.comparisons.push({ table: name, operation, result: 'breaks', error: outcome });
    }
    const isView = (await viewsIn(this.#session)).some((view) => view.table === name);
    const reason = isView ? 'a view has its name now, and writes to it were planned only' : PARTITION;
    compared.untried.push({ table: name, reason });
  }

  async #probe(catalog: SeedCatalog, probings: readonly Probing[]): Promise<ProbedWrites> {
    const tried: ProbedWrites = [];
    const end = Date.now() + MOST_MS;
    for (const who of probings) {
      const table = tableOf(catalog, who.name);
      if (table === undefined || Date.now() > end) continue;
      const { role } = who;
      const known = await this.#writes.inserts(table, catalog, { role });
      const settings = await this.#writes.sessionOf(table, role);
      const next = await this.#writes.steps(table, catalog, who.role);
      const referenced = deleteOfReferenced(table, this.#catalog, catalog);
      const alone = [
        ...(referenced === null ? [] : [['DELETE of a row that others refer to', referenced] as const]),
        ...(role === null ? this.#writes.older(table) : []),
      ];
      const answers = new Map(await probe(this.#session, { inserts: known, next, alone, role, settings }));
      if (who.role === null)
        answers.set(LEAN, (await this.#writes.lean(table, catalog)) ?? answers.get('INSERT') ?? []);
      tried.push({ who, answers });
    }
    return tried;
  }
}

/** Roles that may write to a table, and that row-level security or the row held back before the migration, too. */
function heldRoles(before: ProbedWrites): ComparedWrites['untried'] {
  return before.flatMap(({ who: { name, role }, answers }) => {
    if (role === null || role === undefined) return [];
    const held = [...answers].flatMap(([operation, all]) => {
      if (isWorking(all) || operation === LEAN || !OWN.has(operation)) return [];
      const errors = all.filter((answer) => answer instanceof PostgresError);
      // What it has no right to do it doesn't do.
      const hasNoRight = errors.some((error) => error.sqlstate === '42501' && !isOfRowSecurity(error));
      return hasNoRight || all.length === 0 ? [] : [`${operation}: ${errors[0]?.message ?? 'no row was let through'}`];
    });
    return held.length > 0 ? [{ table: name, role, reason: held.join('; ') }] : [];
  });
}

const FURTHER = new Set<Operation>([KEPT, OLDER]);
const OWN = new Set<Operation>(['INSERT', 'UPDATE', 'DELETE']);

function reasonOf(answers: WriteAnswers): string {
  const errors = [...answers.values()].flat().filter((answer) => answer instanceof PostgresError);
  return errors[0]?.message ?? 'no row was let in';
}
