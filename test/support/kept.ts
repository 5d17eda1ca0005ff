/** Baselines that are kept in a folder of the test's own. */
import type { Script } from '../../src/model.js';
import { BaselineDatabases } from '../../src/rehearsal/ground/baseline-databases.js';
import { MissingExtensions } from '../../src/rehearsal/ground/missing-extension.js';
import type { Groundwork, Stage } from '../../src/rehearsal/ground/stage.js';
import { takeSnapshot } from '../../src/rehearsal/snapshot/snapshot.js';
import { baselinesIn } from '../../src/servers/baseline-cache/baselines.js';
import { localServer } from '../../src/servers/cluster/local.js';
import { embeddedServer } from '../../src/servers/embedded/embedded.js';
import type { ChangeSession, Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { availableMajors, postgresBin } from './postgres.js';

const grammar = await loadGrammar();

export function scriptsOf(prefix: string, texts: string[]): Script[] {
  return texts.map((text, index) => {
    const file = { path: `${prefix}${index + 1}.sql`, text };
    return grammar.parseScript({ role: 'up', file, sql: text, transaction: 'autocommit' });
  });
}

export interface Ground {
  bootstrap?: string[];
  scripts: string[];
}

function groundworkOf({ bootstrap = [], scripts }: Ground): Groundwork {
  return { bootstrap: scriptsOf('bootstrap', bootstrap), scripts: scriptsOf('', scripts) };
}

export interface KeptOptions {
  superuser?: boolean;
}

export interface KeepingServer {
  name: string;
  start(folder: string | null, ground: Ground, options?: KeptOptions): Promise<Server>;
}

/** The oldest and the newest server that keeps baselines in files, and the embedded one. What is quickly built is kept, too. */
export const KEEPING: KeepingServer[] = [
  ...[...new Set([availableMajors().at(0), availableMajors().at(-1)])]
    .flatMap((major) => major ?? [])
    .map((major) => ({
      name: `PostgreSQL ${major}`,
      start: async (folder: string | null, ground: Ground, options: KeptOptions = {}) =>
        localServer({
          bin: postgresBin(major),
          target: major,
          statementTimeout: 20,
          databaseSizeLimit: 512,
          ...(await wish(folder, ground)),
          ...options,
        }),
    })),
  {
    name: 'the embedded server',
    start: async (folder, ground) => ({
      ...(await embeddedServer({ statementTimeout: 20, ...(await wish(folder, ground)) })),
      copyMs: 0,
      keepMs: 0,
    }),
  },
];

async function wish(folder: string | null, ground: Ground) {
  return { baselines: await baselinesIn({ folder }, groundworkOf(ground)) };
}

/** Builds the groundwork, or takes it from the cache, and looks at it on a stage. */
export async function onGround<T>(server: Server, ground: Ground, look: (stage: Stage) => Promise<T>) {
  const databases = new BaselineDatabases(server, groundworkOf(ground), new MissingExtensions(server));
  try {
    const stage = await databases.stage();
    if ('obstacle' in stage) return { obstacle: stage.obstacle, fromCache: databases.fromCache };
    try {
      return { seen: await look(stage), fromCache: databases.fromCache };
    } finally {
      await stage.leave();
    }
  } finally {
    await databases.close();
  }
}

/** All that a rehearsal could tell apart: catalogs, the rows of each table, sequences, settings. */
export async function wholeState({ session, scratch }: Pick<Stage, 'session' | 'scratch'>) {
  // How far a sequence has written ahead into the log depends on when the last checkpoint was.
  const { rows } = await session.query(`SELECT c.oid::regclass::text,
    CASE relkind WHEN 'S' THEN 'last_value, is_called' ELSE '*' END FROM pg_class c
    WHERE relkind IN ('r', 'S', 'm') AND relnamespace = 'public'::regnamespace ORDER BY 1`);
  const content: Record<string, (string | null)[][]> = {};
  for (const [name, columns] of rows) content[String(name)] = await all(session, `SELECT ${columns} FROM ${name}`);
  const snapshot = [...(await takeSnapshot(scratch))].map(([key, { definition }]) => `${key}: ${definition}`);
  const role = (await session.query('SELECT current_user')).rows[0]?.[0] as string;
  const settings = await all(session, "SELECT name, setting FROM pg_settings WHERE source = 'session' ORDER BY 1");
  // Each run has a role of its own.
  return JSON.parse(JSON.stringify({ snapshot, content, settings }).replaceAll(role, 'ROLE')) as object;
}

async function all(session: ChangeSession, sql: string) {
  return (await session.query(sql)).rows;
}
