/** The order of work: find -> parse -> lint -> rehearse -> verdict. */
import { distance } from 'fastest-levenshtein';
import { BUILT_IN, builtInFinding } from './built-in.js';
import { type Change, type Found, findMigrations, scriptsOf } from './migrations/find.js';
import { wholeFile } from './migrations/layouts/layout.js';
import type { Finding, Migration, Prediction, Report, Script, ScriptSource } from './model.js';
import type { Rehearsal } from './rehearsal/rehearse.js';
import type { ChosenServer } from './rehearsal/servers/choose.js';
import { RULES } from './rules/registry.js';
import type { Settings } from './settings/settings.js';
import type { Grammar } from './sql/parse.js';
import { UsageError } from './usage-error.js';
import { decide } from './verdict.js';
import { TOOL } from './version.js';

export interface CheckRequest {
  settings: Settings;
  /** What paths in reports are relative to. Absolute. */
  cwd: string;
  change: Change;
  /** Told what takes long, as it begins. */
  progress?: (step: string) => void;
}

export interface Checked {
  report: Report;
  /** The text of each file that a finding may point into, by path. */
  sources: Map<string, string>;
}

/** Checks a change. Throws `UsageError` or `ServerUnavailable` where the work can't be done; what is wrong with SQL is a finding. */
export async function check({ settings, cwd, change, progress = () => {} }: CheckRequest): Promise<Checked> {
  const start = performance.now();
  refuseUnknownRules(settings);
  const found = await findMigrations(change, settings, cwd);
  const comparedWith = 'files' in change ? change.comparedWith : null;
  // The server starts while the scripts are read.
  const [linted, started] = await Promise.allSettled([
    lintChange(found, settings),
    startServer(found, settings, progress),
  ]);
  if (linted.status === 'rejected') {
    if (started.status === 'fulfilled') await started.value?.server?.close();
    throw linted.reason;
  }
  if (started.status === 'rejected') throw started.reason;
  const { parsed, predictions } = linted.value;
  const { rehearsal, server } = await rehearseChange(parsed, started.value, settings, progress);
  const scripts = parsed.changed.flatMap(scriptsOf);
  const decision = decide(
    { predictions: [...unreadable(found), ...predictions], ...rehearsal, scripts },
    { failOn: settings.failOn, rules: settings.rules, knownRules: KNOWN_RULES },
  );
  const report: Report = {
    schemaVersion: 1,
    tool: TOOL,
    verdict: decision.verdict,
    failOn: settings.failOn,
    postgres: { target: settings.postgresVersion, server },
    comparedWith,
    counts: decision.counts,
    statements: countStatements(scripts),
    notChecked: [...settings.notes, ...found.notChecked, ...rehearsal.notChecked],
    findings: decision.findings,
    migrations: rehearsal.migrations,
    durationMs: performance.now() - start,
  };
  return { report, sources: new Map(scripts.map(({ file }) => [file.path, file.text])) };
}

interface Parsed {
  changed: Migration<Script>[];
  baseline: Script[];
  seed: Script[];
  bootstrap: Script[];
}

/** Parses and lints. The grammar is loaded only where there is something to read. */
async function lintChange(found: Found, settings: Settings): Promise<{ parsed: Parsed; predictions: Prediction[] }> {
  if (found.changed.length === 0)
    return { parsed: { changed: [], baseline: [], seed: [], bootstrap: [] }, predictions: [] };
  const [{ loadGrammar }, { lint }, { Schema }] = await Promise.all([
    import('./sql/parse.js'),
    import('./rules/lint.js'),
    import('./schema/schema.js'),
  ]);
  const grammar = await loadGrammar();
  const parsed = {
    changed: found.changed.map((migration) => parseMigration(migration, grammar)),
    baseline: found.baseline.map(grammar.parseScript),
    seed: found.seed.map(grammar.parseScript),
    bootstrap: settings.bootstrap.map((file) => grammar.parseScript(wholeFile('up', file, 'autocommit'))),
  };
  const schema = new Schema();
  for (const { statements } of parsed.baseline) for (const { node } of statements) schema.apply(node, 'baseline');
  const predictions = lint(parsed.changed, schema, { rules: RULES, postgresVersion: settings.postgresVersion });
  return { parsed, predictions };
}

function parseMigration(
  { up, down, verify, maintenance, ...rest }: Migration<ScriptSource>,
  { parseScript }: Grammar,
): Migration<Script> {
  return {
    ...rest,
    up: parseScript(up),
    ...(down && { down: parseScript(down) }),
    ...(verify && { verify: parseScript(verify) }),
    ...(maintenance && { maintenance: parseScript(maintenance) }),
  };
}

/** Null where there is nothing to run: then no server is even looked for. */
async function startServer(
  found: Found,
  settings: Settings,
  progress: (step: string) => void,
): Promise<ChosenServer | null> {
  if (found.changed.length === 0) return null;
  const { chooseServer } = await import('./rehearsal/servers/choose.js');
  if (settings.server !== 'none') progress('Starting Postgres');
  const files = [...found.changed.flatMap(scriptsOf), ...found.baseline, ...found.seed].map(({ file }) => file);
  const extensions = [...files, ...settings.bootstrap].some(({ text }) => /\bextension\b/i.test(text));
  return chooseServer({ ...settings, choice: settings.server, target: settings.postgresVersion, extensions });
}

/** Runs the migrations where there is a server, which is closed after it. */
async function rehearseChange(
  plan: Parsed,
  chosen: ChosenServer | null,
  settings: Settings,
  progress: (step: string) => void,
): Promise<{ rehearsal: Rehearsal; server: Report['postgres']['server'] }> {
  const nothing: Rehearsal = { migrations: [], observations: [], notChecked: [] };
  if (chosen === null) return { rehearsal: nothing, server: null };
  const { server } = chosen;
  try {
    const [{ rehearse }, { notRehearsed }] = await Promise.all([
      import('./rehearsal/rehearse.js'),
      import('./rehearsal/migration.js'),
    ]);
    if (server === null) {
      const notChecked = [{ check: 'rehearsal', reason: chosen.notChecked ?? 'server is none: nothing was run' }];
      return { rehearsal: { ...nothing, migrations: plan.changed.map(notRehearsed), notChecked }, server: null };
    }
    progress(`Rehearsing on PostgreSQL ${server.version} (${server.kind})`);
    const rehearsal = await rehearse(server, { ...plan, seedHints: settings.seedHints });
    if (chosen.notChecked) rehearsal.notChecked.push({ check: 'target version', reason: chosen.notChecked });
    return { rehearsal, server: { kind: server.kind, version: server.version } };
  } finally {
    await server?.close();
  }
}

function unreadable({ unreadable: files }: Found): Prediction[] {
  return files.map(({ path, problem }) => {
    const finding: Finding = builtInFinding(
      'unreadable-file',
      { path, line: 1, column: 1, endLine: 1, endColumn: 1 },
      problem,
    );
    return { finding, at: { path, start: 0 } };
  });
}

function countStatements(scripts: Script[]): Report['statements'] {
  const statements = scripts.flatMap((script) => script.statements);
  const notUnderstood = statements.filter(({ node }) => node === null).length;
  return { checked: statements.length - notUnderstood, notUnderstood };
}

const KNOWN_RULES: ReadonlySet<string> = new Set([...RULES.map(({ id }) => id), ...Object.keys(BUILT_IN)]);

function refuseUnknownRules({ rules, file }: Settings): void {
  for (const rule of Object.keys(rules)) {
    if (KNOWN_RULES.has(rule)) continue;
    const near = [...KNOWN_RULES].sort((a, b) => distance(a, rule) - distance(b, rule))[0];
    throw new UsageError(`${file ?? 'settings'}: rules: there is no rule "${rule}". Did you mean "${near}"?`);
  }
}
