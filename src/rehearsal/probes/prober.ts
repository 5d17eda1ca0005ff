/** Writes to the tables around a migration, before it and after it, as an application does that was deployed before the change. */
import { shortName } from '../../schema/objects.js';
import { type ChangeSession, PostgresError } from '../../servers/server.js';
import { readCatalog, type SeedCatalog, type Table } from '../ground/seed/catalog.js';
import { hintsOf } from '../ground/seed/hints.js';
import type { Seeding } from '../ground/seed/seed.js';
import { dependsOn } from './certain.js';
import { deleteOfLast, insertsOfOne, namedColumns, parentsIn, updateOfLast } from './insert.js';
import { type Answer, type Answers, type Operation, probe } from './probe.js';

/** What is asked for: tables by the names that reports use, the most important first. */
export interface Probed {
  tables: readonly string[];
  /** The schema that the running application was written for. */
  deployed: SeedCatalog;
  hints: Readonly<Record<string, string>>;
  seeding: Seeding;
}

/** One operation on one table, which worked before the migration. */
export interface WriteComparison {
  table: string;
  operation: Operation;
  /** `unknown`: what the refusal says depends on the row, or on a limit. */
  result: 'works' | 'breaks' | 'unknown';
  error?: PostgresError;
}

export interface ComparedWrites {
  comparisons: WriteComparison[];
  /** Tables of which nothing could be said, and why. */
  untried: { table: string; reason: string }[];
}

/** More than these take longer than they are worth: the rest is named. */
const MOST_TABLES = 40;
/** For one look at all tables: triggers that sleep or loop end each by itself, and could be many. */
const MOST_MS = 15_000;

export class Prober {
  readonly #session: ChangeSession;
  readonly #probed: Probed;
  #before = new Map<string, Answers>();
  #catalog: SeedCatalog = { tables: [], types: new Map() };

  constructor(session: ChangeSession, probed: Probed) {
    this.#session = session;
    this.#probed = probed;
  }

  /** Before the migration. */
  async begin(): Promise<void> {
    if (this.#probed.tables.length === 0) return;
    this.#catalog = await readCatalog(this.#session);
    this.#before = await this.#probe(this.#catalog, this.#probed.tables.slice(0, MOST_TABLES));
  }

  /** After it. */
  async compare(): Promise<ComparedWrites> {
    const compared: ComparedWrites = { comparisons: [], untried: [] };
    const { tables } = this.#probed;
    if (tables.length === 0) return compared;
    // A session of a new connection has no plans from before: a renamed label would live on in one.
    await this.#session.query('DISCARD PLANS');
    const now = await readCatalog(this.#session);
    const worked = [...this.#before].filter(([, answers]) => [...answers.values()].some(isWorking));
    const after = await this.#probe(
      now,
      worked.map(([name]) => name),
    );
    for (const name of tables) {
      if (this.#before.has(name) || !tableOf(now, name)) continue;
      compared.untried.push({ table: name, reason: 'others that are nearer to the change came first' });
    }
    for (const [name, answers] of this.#before) {
      const table = tableOf(now, name);
      const then = after.get(name);
      // What is no longer there under its name has a finding of its own.
      if (table === undefined) continue;
      if (then === undefined) {
        compared.untried.push({ table: name, reason: reasonOf(answers) });
        continue;
      }
      for (const [operation, answer] of answers) {
        const shown = then.get(operation);
        if (!isWorking(answer) || shown === undefined) continue;
        compared.comparisons.push(this.#judge({ table, name, operation, answers: shown, now }));
      }
      if (![...answers].some(([operation, answer]) => operation === 'INSERT' && isWorking(answer))) {
        compared.untried.push({ table: name, reason: `INSERT: ${reasonOf(answers)}` });
      }
    }
    return compared;
  }

  #judge(one: { table: Table; name: string; operation: Operation; answers: readonly Answer[]; now: SeedCatalog }) {
    const { table, name, operation, answers, now } = one;
    const about = { table: name, operation };
    if (isWorking(answers)) return { ...about, result: 'works' as const };
    const named = new Set(this.#named(table).map((column) => column.name));
    const errors = answers.filter((answer) => answer instanceof PostgresError);
    const sure = errors.find((error) => dependsOn({ error, table, named, before: this.#catalog, now }) === 'nothing');
    if (sure) return { ...about, result: 'breaks' as const, error: sure };
    const [error] = errors;
    return { ...about, result: 'unknown' as const, ...(error && { error }) };
  }

  async #probe(catalog: SeedCatalog, names: readonly string[]): Promise<Map<string, Answers>> {
    const { seeding, hints } = this.#probed;
    const parents = parentsIn(catalog, seeding);
    const answers = new Map<string, Answers>();
    const end = Date.now() + MOST_MS;
    for (const name of names) {
      const table = tableOf(catalog, name);
      if (table === undefined || Date.now() > end) continue;
      const named = this.#named(table);
      const inserts = insertsOfOne(table, named, { catalog, parents, hints: hintsOf(table, hints) });
      const attempt = { inserts, update: updateOfLast(table, named), delete: deleteOfLast(table) };
      answers.set(name, await probe(this.#session, attempt));
    }
    return answers;
  }

  /** Of a table that the deployed application doesn't know, none. */
  #named(table: Table) {
    const deployed = tableOf(this.#probed.deployed, nameOf(table));
    return deployed === undefined ? [] : namedColumns(deployed, table);
  }
}

function isWorking(answers: readonly Answer[]): boolean {
  return answers.includes('works');
}

function reasonOf(answers: Answers): string {
  const errors = [...answers.values()].flat().filter((answer) => answer instanceof PostgresError);
  return errors[0]?.message ?? 'no row to try it on';
}

function nameOf({ schema, name }: Table): string {
  return shortName(`${schema}.${name}`);
}

function tableOf({ tables }: SeedCatalog, name: string): Table | undefined {
  return tables.find((table) => nameOf(table) === name);
}
