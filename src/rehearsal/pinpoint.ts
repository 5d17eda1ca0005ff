/**
 * Which statement broke a write, a query or stored code: where names don't tell, the migration is run as far as one statement or another, on a
 * database of its own each time, and what failed after the whole is tried again.
 */
import type { Script, Statement } from '../model.js';
import { nodeOf } from '../sql/ast.js';
import { runsOf } from '../sql/runs.js';
import type { Observation } from '../verdict/observation.js';
import { type FirstRun, NO_RELATIONS, reachOfChange, relatedInRuns } from './first-run.js';
import type { BaselineDatabases } from './ground/baseline-databases.js';
import type { Reach } from './ground/seed/reach.js';
import { seedTables } from './ground/seed/seed.js';
import { resetSession } from './ground/session.js';
import type { Stage } from './ground/stage.js';
import type { Plan } from './plan.js';
import { triedWrite } from './probes/findings.js';
import { Prober } from './probes/prober.js';
import type { RelatedRelations } from './probes/related.js';
import { isOfQuery, triedQuery } from './queries/findings.js';
import { QueryRuns } from './queries/runs.js';
import { runScript } from './run/apply.js';
import { movedTo } from './run/observe.js';
import { brokenBy } from './stored-code/judge.js';
import { lookAfter, lookBefore } from './stored-code/look.js';
import { isOfCode, triedCode } from './stored-code/words.js';

/** Made-up rows in each table, as where the failure was seen. */
const ROWS = 3;
/** A database each; half of the statements are ruled out by one. */
const MOST_DATABASES = 8;
const MOST_MS = 15_000;

/** The observations, those of writes, queries and stored code at the statement since which they fail. */
export async function pinpoint(
  open: BaselineDatabases['stage'],
  plan: Plan,
  first: FirstRun,
  observations: readonly Observation[],
): Promise<Observation[]> {
  const related = relatedInRuns(plan, first);
  const end = Date.now() + MOST_MS;
  let all = [...observations];
  let reach: Reach | undefined;
  for (const [index, { up }] of plan.changed.entries()) {
    const tried = new Set(
      all.flatMap((one) =>
        one.tried !== undefined && one.at.path === up.file.path && CAN_TRY.test(one.finding.rule) ? one.tried : [],
      ),
    );
    // What is sent with others has no state of its own in between.
    const isAlone = runsOf(plan.changed).some(
      ([only, ...others]) => only === plan.changed[index] && others.length === 0,
    );
    if (tried.size === 0 || !isAlone) continue;
    reach ??= reachOfChange(plan, first, related);
    const search = new Search(open, plan, { index, tried, related: related[index] ?? NO_RELATIONS, reach, end });
    const places = await search.find();
    all = all.map((one) => {
      const statement = one.at.path === up.file.path && one.tried !== undefined ? places.get(one.tried) : undefined;
      return statement === undefined ? one : movedTo(one, statement);
    });
  }
  return all;
}

const CAN_TRY = /^(?:write|query|stored-code)-breaks$/;

interface Searched {
  index: number;
  tried: ReadonlySet<string>;
  related: RelatedRelations;
  reach: Reach;
  /** When to give up, as `Date.now` counts. */
  end: number;
}

class Search {
  readonly #open: BaselineDatabases['stage'];
  readonly #plan: Plan;
  readonly #searched: Searched;
  #left = MOST_DATABASES;

  constructor(open: BaselineDatabases['stage'], plan: Plan, searched: Searched) {
    this.#open = open;
    this.#plan = plan;
    this.#searched = searched;
  }

  /** By what was tried; without what could not be found. */
  async find(): Promise<Map<string, Statement>> {
    const { tried } = this.#searched;
    const { up } = this.#plan.changed[this.#searched.index] ?? {};
    const able = (up?.statements ?? []).filter(({ kind }) => !CHANGES_NOTHING.has(kind));
    const found = new Map<string, Statement>();
    const [only] = able;
    if (up === undefined || only === undefined) return found;
    if (able.length === 1) return new Map([...tried].map((one) => [one, only]));
    const whole = await this.#brokenBy(up, able.length - 1, able);
    // After `from` it works, after `to` it fails.
    const open = new Map(
      [...tried].filter((one) => whole?.has(one)).map((one) => [one, { from: -1, to: able.length - 1 }]),
    );
    while (open.size > 0) {
      for (const [one, { from, to }] of open) {
        if (to - from > 1) continue;
        open.delete(one);
        const statement = able[to];
        if (statement !== undefined) found.set(one, statement);
      }
      const [next] = open.values();
      if (next === undefined) break;
      const middle = Math.floor((next.from + next.to) / 2);
      const broken = await this.#brokenBy(up, middle, able);
      if (broken === null) break;
      for (const [one, range] of open) {
        if (middle <= range.from || middle >= range.to) continue;
        if (broken.has(one)) range.to = middle;
        else range.from = middle;
      }
    }
    return found;
  }

  /** What fails after the statements up to the one of `able` in that place; null where that can't be tried. */
  async #brokenBy(up: Script, place: number, able: readonly Statement[]): Promise<Set<string> | null> {
    if (this.#left === 0 || Date.now() > this.#searched.end) return null;
    this.#left -= 1;
    const last = able[place];
    const until = last === undefined ? -1 : up.statements.indexOf(last);
    const stage = await this.#open();
    if ('obstacle' in stage) return null;
    try {
      return await this.#broken(stage, asFarAs(up, until), up);
    } finally {
      await stage.leave();
    }
  }

  async #broken(stage: Stage, part: Script, up: Script): Promise<Set<string> | null> {
    const { session, scratch } = stage;
    const { changed, queries: all = [], seedHints: hints = {} } = this.#plan;
    const { related, tried } = this.#searched;
    const queries = all.filter(({ name }) => [...tried].some((one) => isOfQuery(one, name)));
    const { pastRowSecurity } = scratch;
    const seeding = await pastRowSecurity(() =>
      seedTables(session, { rows: ROWS, hints, reach: this.#searched.reach }),
    );
    const deployed = seeding.catalog;
    for (const { up } of changed.slice(0, this.#searched.index)) {
      await runScript(session, up, null);
      await resetSession(session);
    }
    const writes = [...tried].some((one) => !isOfCode(one) && !queries.some(({ name }) => isOfQuery(one, name)));
    const prober = new Prober(stage, { related: writes ? related : NO_RELATIONS, deployed, hints, seeding });
    const runs = new QueryRuns(session, queries, { seeding, hints });
    const code = [...tried].some(isOfCode) ? await lookBefore(stage, up) : null;
    await prober.begin();
    await pastRowSecurity(() => runs.begin());
    const { complete } = await runScript(session, part, null);
    if (!complete) return null;
    await resetSession(session);
    const { comparisons } = await prober.compare();
    const ran = await pastRowSecurity(() => runs.compare());
    const after = code && (await lookAfter(stage, code));
    return new Set([
      ...(code && after ? brokenBy(after.trials, code, after).map(triedCode) : []),
      ...comparisons.flatMap((one) => (one.result === 'breaks' && one.error ? triedWrite(one, one.error) : [])),
      ...ran.flatMap(({ status, error }, at) =>
        status === 'breaks' ? triedQuery(queries[at]?.name, error?.sqlstate) : [],
      ),
    ]);
  }
}

/** Statements about the session and the transaction. */
const CHANGES_NOTHING = new Set(['VariableSetStmt', 'VariableShowStmt', 'TransactionStmt']);

/** With the COMMIT of a transaction that is open there. */
function asFarAs(up: Script, index: number): Script {
  const statements = up.statements.slice(0, index + 1);
  const commands = statements.flatMap(({ node }) => nodeOf(node, 'TransactionStmt')?.kind ?? []);
  const isOpen = /BEGIN|START/.test(commands.at(-1) ?? '');
  const commit = isOpen
    ? up.statements.slice(index + 1).find(({ node }) => nodeOf(node, 'TransactionStmt')?.kind === 'TRANS_STMT_COMMIT')
    : undefined;
  return { ...up, statements: commit ? [...statements, commit] : statements };
}
