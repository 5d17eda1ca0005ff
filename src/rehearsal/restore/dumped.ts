/**
 * A dump of the schema that the change leads to, made by the server's own pg_dump, is restored into an empty database. Its statements
 * are sent over a session of ours and not through psql, which would run commands of its own that stand in names.
 */
import type { MigrationReport } from '../../report-schema/types.js';
import { PostgresError, type Server } from '../../servers/server.js';
import { lex } from '../../sql/lexer.js';
import { code } from '../../sql/words.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import type { BaselineDatabases } from '../ground/baseline-databases.js';
import type { Reach } from '../ground/seed/reach.js';
import { seedTables } from '../ground/seed/seed.js';
import { resetSession } from '../ground/session.js';
import type { Plan } from '../plan.js';
import { runScript } from '../run/apply.js';
import { observe } from '../run/observe.js';
import type { Extra } from '../told.js';
import { culprit } from './findings.js';

const ROWS = 3;
const MOST_TOLD = 3;
const NOTHING: Extra = { observations: [], notChecked: [] };

/** What a restore was refused. */
interface RefusedStatement {
  sql: string;
  error: PostgresError;
}

interface Restoring {
  open: BaselineDatabases['stage'];
  server: Server;
  plan: Plan;
  reports: MigrationReport[];
  /** Every migration was applied. */
  whole: boolean;
  /** What was found before, by another way. */
  known: readonly Observation[];
  reach: () => Reach;
}

/** Only where the change concerns something that a restore computes, and nothing of that is told yet. */
export async function tryDump({ open, server, plan, reports, whole, known, reach }: Restoring): Promise<Extra> {
  const index = reports.findLastIndex(({ proofs }) => proofs.some(({ check }) => check === 'restore'));
  const { dump } = server;
  const [report, last] = [reports[index], plan.changed.at(-1)];
  if (dump === undefined || !whole || report === undefined || last === undefined) return NOTHING;
  if (known.some(({ finding }) => finding.rule === 'dump-not-restorable')) return NOTHING;
  const restore = (changed: Plan['changed']) => restored({ open, server, dump, plan: { ...plan, changed }, reach });
  const after = await restore(plan.changed);
  if (after === null) return NOTHING;
  // What was refused before the change as well is not its doing.
  const before = after.refused.length > 0 ? await restore([]) : null;
  const was = new Set(before?.refused.map(wordOf));
  const news = after.refused.filter((one) => !was.has(wordOf(one)));
  const words = `a dump by pg_dump was restored into an empty database: ${after.sent} statements`;
  const proofs = report.proofs.map((line) => {
    if (line.check !== 'restore') return line;
    const refused = news.length > 0 ? `, ${news.length} of them refused` : '';
    return {
      ...line,
      detail: `${line.detail}; ${words}${refused}`,
      ...(news.length > 0 && { status: 'failed' as const }),
    };
  });
  reports[index] = { ...report, proofs };
  return {
    observations: oneOfEach(news)
      .slice(0, MOST_TOLD)
      .map((one) => observeRefused(plan, one)),
    notChecked: [],
  };
}

/** Each row of a table is refused for one reason. */
function oneOfEach(refused: readonly RefusedStatement[]): RefusedStatement[] {
  const reasons = new Map<string, RefusedStatement>();
  for (const one of refused) {
    const reason = `${one.error.sqlstate} ${one.error.message}`;
    if (!reasons.has(reason)) reasons.set(reason, one);
  }
  return [...reasons.values()];
}

function observeRefused(
  { changed }: Plan,
  { sql, error: { message, sqlstate, where } }: RefusedStatement,
): Observation {
  const about = { name: '', table: '', expression: sql, error: { message, where } as PostgresError };
  const places = changed.map(({ up }) => ({ up, statement: culprit(up, about) }));
  const { up, statement } = places.findLast((one) => one.statement !== undefined) ?? { up: changed.at(-1)?.up };
  if (up === undefined) throw new Error('a change without migrations has nothing to restore');
  const shown = sql.replace(/\s+/g, ' ').slice(0, 120);
  return observe('dump-not-restorable', up, statement, {
    message: `A dump of this schema can’t be restored: Postgres refuses ${code(shown)} with “${message}” (SQLSTATE ${sqlstate}).`,
    proof: `Dumped by pg_dump with a few rows and restored into an empty database: Postgres answered ${sqlstate}: ${message}`,
    facts: [hazard('dump-not-restorable', sql)],
  });
}

function wordOf({ sql, error }: RefusedStatement): string {
  return `${error.sqlstate} ${sql}`;
}

/** Null where the schema can't be built, or not be dumped. */
async function restored({
  open,
  server,
  dump,
  plan,
  reach,
}: Pick<Restoring, 'open' | 'server' | 'plan' | 'reach'> & { dump: NonNullable<Server['dump']> }): Promise<{
  refused: RefusedStatement[];
  sent: number;
} | null> {
  const text = await dumpOf(open, dump, plan, reach);
  if (text === null) return null;
  const statements = lex(text).statements.map(({ start, end }) => text.slice(start, end));
  const scratch = await server.createScratch();
  try {
    const session = await scratch.connect();
    const outcomes = await session.queryAll(statements);
    const refused = outcomes.flatMap((error, at) =>
      error instanceof PostgresError ? [{ sql: statements[at] ?? '', error }] : [],
    );
    return { refused, sent: statements.length };
  } finally {
    await scratch.drop();
  }
}

async function dumpOf(
  open: BaselineDatabases['stage'],
  dump: NonNullable<Server['dump']>,
  { changed, seedHints: hints = {} }: Plan,
  reach: () => Reach,
): Promise<string | null> {
  const stage = await open();
  if ('obstacle' in stage) return null;
  try {
    const { session, scratch } = stage;
    const environment = scratch.environment?.();
    if (environment === undefined) return null;
    await scratch.pastRowSecurity(() => seedTables(session, { rows: ROWS, hints, reach: reach() }));
    for (const { up } of changed) {
      if (!(await runScript(session, up, null)).complete) return null;
      await resetSession(session);
    }
    return await dump(environment);
  } finally {
    await stage.leave();
  }
}
