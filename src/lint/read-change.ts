/** Reads the change: parses its scripts, with those that come before them, and lints them. */
import { inShort } from '../findings/internal-error.js';
import { type Found, scriptsOf } from '../migrations/find.js';
import { wholeFile } from '../migrations/layouts/layout.js';
import type { Migration, Script, ScriptSource, TransactionContext } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import { shortName } from '../schema/objects.js';
import { Schema } from '../schema/schema.js';
import { qualifyNames } from '../schema/search-path.js';
import type { Settings } from '../settings/settings.js';
import { madeUpRoles } from '../sql/made-up-roles.js';
import { type Grammar, loadGrammar } from '../sql/parse.js';
import { isForPsql } from '../sql/refuse.js';
import { runsOf } from '../sql/runs.js';
import type { Prediction } from '../verdict/prediction.js';
import type { Configured } from './configure.js';
import { Linter, lint } from './lint.js';

interface ParsedChange {
  changed: Migration<Script>[];
  baseline: Script[];
  seed: Script[];
  bootstrap: Script[];
  validation: Script[];
}

export interface Reading {
  parsed: ParsedChange;
  /** What of the baseline was not understood. */
  notes: NotChecked[];
  /** What the rules judged by its name alone, after they were asked. */
  unknown(): NotChecked[];
  /** What the rules say, for a major version; null means any. */
  lint(postgresVersion: number | null): Prediction[];
}

/** The grammar is loaded only where there is something to read. */
export async function readChange(found: Found, settings: Settings, rules: Configured): Promise<Reading> {
  if (found.changed.length === 0) {
    return {
      parsed: { changed: [], baseline: [], seed: [], bootstrap: [], validation: [] },
      notes: [],
      unknown: () => [],
      lint: () => [],
    };
  }
  const grammar = await loadGrammar();
  const schema = new Schema({ partial: true });
  const unknown = () => judgedByName(schema, found.baseline.length > 0);
  if (settings.server === 'none') {
    // Nothing will run them: each tree goes as soon as the rules have seen it, which halves the time for a long history.
    const notes = found.baseline.flatMap((source) => {
      const script = grammar.parseScript(source);
      return [...replayed(script, schema), ...unreadBaseline(script)];
    });
    const linter = new Linter(schema, { ...rules, postgresVersion: settings.postgresVersion });
    const predictions: Prediction[] = [];
    const changed = runsOf(found.changed).flatMap((sources) => {
      const run = parseRun(sources, grammar);
      for (const prediction of linter.lint(run)) predictions.push(prediction);
      return run.map(withoutTrees);
    });
    return {
      parsed: { changed, baseline: [], seed: [], bootstrap: [], validation: [] },
      notes,
      unknown,
      lint: () => linter.settled(predictions),
    };
  }
  const parse = (source: ScriptSource) => grammar.parseScript(source);
  const parsed: ParsedChange = {
    changed: runsOf(found.changed).flatMap((run) => parseRun(run, grammar)),
    baseline: found.baseline.map(parse),
    seed: found.seed.map(parse),
    validation: found.validation.map(parse),
    bootstrap: settings.bootstrap.map((file) => grammar.parseScript(wholeFile('up', file, 'autocommit'))),
  };
  const before = [...parsed.baseline, ...parsed.seed];
  const roles = madeUpRoles(parsed.bootstrap, before, parsed.changed.flatMap(scriptsOf));
  if (roles) parsed.bootstrap.unshift(grammar.parseScript(wholeFile('up', roles.file, 'autocommit')));
  const broken = parsed.baseline.flatMap((script) => replayed(script, schema));
  return {
    parsed,
    notes: [...broken, ...parsed.baseline.flatMap(unreadBaseline), ...(roles?.notes ?? [])],
    unknown,
    lint: (postgresVersion) => lint(parsed.changed, schema, { ...rules, postgresVersion }),
  };
}

/** Those of one run: each begins in the transaction that the one before has left. */
export function parseRun(run: Migration<ScriptSource>[], grammar: Grammar): Migration<Script>[] {
  const parsed: Migration<Script>[] = [];
  for (const migration of run) parsed.push(parseMigration(migration, grammar, parsed.at(-1)?.up.leaves));
  return parsed;
}

function parseMigration(
  { up, down, verify, maintenance, ...rest }: Migration<ScriptSource>,
  { parseScript }: Grammar,
  begun: TransactionContext | undefined,
): Migration<Script> {
  return {
    ...rest,
    up: parseScript(up, begun),
    ...(down && { down: parseScript(down) }),
    ...(verify && { verify: parseScript(verify) }),
    ...(maintenance && { maintenance: parseScript(maintenance) }),
  };
}

function withoutTrees(migration: Migration<Script>): Migration<Script> {
  for (const script of [migration.up, migration.down, migration.verify, migration.maintenance]) {
    for (const statement of script?.statements ?? []) {
      statement.node = null;
      delete statement.block;
    }
  }
  return migration;
}

/** Once for each name; where there is no history at all, once for all of them. */
function judgedByName({ judged }: Schema, hasHistory: boolean): NotChecked[] {
  const names = judged.names.map(shortName);
  const [first] = names;
  if (first === undefined) return [];
  if (!hasHistory) {
    const reason = `there is none: what depends on ${names.length > 1 ? 'what was there before the change' : first} was judged by its name alone`;
    return [{ check: 'history', reason }];
  }
  return names.map((name) => ({
    check: name,
    reason:
      'no script of the history makes it, so it was made outside of it or is not there: what depends on it was judged by its name alone',
  }));
}

/** Takes a script of the baseline over; what breaks the replay is said. */
function replayed({ file, statements }: Script, schema: Schema): NotChecked[] {
  const broken: string[] = [];
  qualifyNames(statements, schema);
  schema.replay(statements, 'baseline', ({ location }, error) =>
    broken.push(`line ${location.line} (${inShort(error)})`),
  );
  if (broken.length === 0) return [];
  const more = broken.length > 1 ? ` and ${broken.length - 1} more` : '';
  const reason = `the replay of ${broken[0]}${more} broke, which is a bug of migration-safety: the rules don’t know what it makes`;
  return [{ check: `baseline ${file.path}`, reason }];
}

/** What psql would do with its own commands and with a dump's rows is not the schema. */
function unreadBaseline({ file, statements }: Script): NotChecked[] {
  const unread = statements.filter((statement) => statement.syntaxError !== undefined && !isForPsql(statement));
  if (unread.length === 0) return [];
  const [first] = unread;
  const what = unread.length === 1 ? 'a statement was' : `${unread.length} statements were`;
  const reason = `${what} not understood, the first in line ${first?.location.line}: the rules don’t know what it makes`;
  return [{ check: `baseline ${file.path}`, reason }];
}
