/** Reads the change: parses its scripts, with those that come before them, and lints them. */
import { lintOnly } from './lint-only.js';
import { type Found, scriptsOf } from './migrations/find.js';
import { wholeFile } from './migrations/layouts/layout.js';
import type { Migration, NotChecked, Prediction, Script } from './model.js';
import { parseMigration } from './parse-migration.js';
import { madeUpRoles } from './rehearsal/made-up-roles.js';
import type { Configured } from './rules/configure.js';
import { lint } from './rules/lint.js';
import { Schema } from './schema/schema.js';
import type { Settings } from './settings/settings.js';
import { loadGrammar } from './sql/parse.js';
import { isForPsql } from './sql/refuse.js';

export interface Parsed {
  changed: Migration<Script>[];
  baseline: Script[];
  seed: Script[];
  bootstrap: Script[];
  validation: Script[];
}

export interface Reading {
  parsed: Parsed;
  /** What of the baseline nobody understood. */
  notes: NotChecked[];
  /** What the rules say, for a major version; null stands for any. */
  lint(postgresVersion: number | null): Prediction[];
}

/** The grammar is loaded only where there is something to read. */
export async function readChange(found: Found, settings: Settings, rules: Configured): Promise<Reading> {
  if (found.changed.length === 0) {
    return {
      parsed: { changed: [], baseline: [], seed: [], bootstrap: [], validation: [] },
      notes: [],
      lint: () => [],
    };
  }
  const grammar = await loadGrammar();
  if (settings.server === 'none') {
    const { baseline } = found;
    const notes: NotChecked[] = [];
    const { changed, predictions } = lintOnly(
      { baseline, changed: found.changed, rules, postgresVersion: settings.postgresVersion },
      grammar,
      (script) => notes.push(...unreadBaseline(script)),
    );
    return {
      parsed: { changed, baseline: [], seed: [], bootstrap: [], validation: [] },
      notes,
      lint: () => predictions,
    };
  }
  const schema = new Schema({ partial: found.baseline.length === 0 });
  const parsed: Parsed = {
    changed: found.changed.map((migration) => parseMigration(migration, grammar)),
    baseline: found.baseline.map(grammar.parseScript),
    seed: found.seed.map(grammar.parseScript),
    validation: found.validation.map(grammar.parseScript),
    bootstrap: settings.bootstrap.map((file) => grammar.parseScript(wholeFile('up', file, 'autocommit'))),
  };
  const before = [...parsed.baseline, ...parsed.seed];
  const roles = madeUpRoles(parsed.bootstrap, before, parsed.changed.flatMap(scriptsOf));
  if (roles) parsed.bootstrap.unshift(grammar.parseScript(wholeFile('up', roles.file, 'autocommit')));
  for (const { statements } of parsed.baseline) schema.replay(statements, 'baseline');
  return {
    parsed,
    notes: [...parsed.baseline.flatMap(unreadBaseline), ...(roles?.notes ?? [])],
    lint: (postgresVersion) => lint(parsed.changed, schema, { ...rules, postgresVersion }),
  };
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
