/** The order of work: find -> parse -> lint -> rehearse -> verdict. */
import type { LookAt } from './fixes/sound.js';
import { eachAlone } from './lint/each-alone.js';
import { type Reading, readChange } from './lint/read-change.js';
import { applicationProgram } from './migrations/application.js';
import type { Change } from './migrations/changes.js';
import { fileFinding } from './migrations/checks.js';
import { type Found, findMigrations, scriptsOf } from './migrations/find.js';
import { wholeFile } from './migrations/layouts/layout.js';
import { toPrediction } from './migrations/problem.js';
import type { Script } from './model.js';
import { configureRules, inVain, policyOf } from './policy-of.js';
import { notRehearsed } from './rehearsal/not-rehearsed.js';
import type { Rehearsal } from './rehearsal/rehearse.js';
import { withinBounds } from './report/bounds.js';
import type { BaselineReport, MigrationReport, NotChecked, Report } from './report-schema/types.js';
import type { KeptPlace } from './servers/baseline-cache/baselines.js';
import type { ChosenServer } from './servers/choose.js';
import type { Settings } from './settings/settings.js';
import { startOfFile } from './sql/positions.js';
import { TOOL } from './system/version.js';
import { decide } from './verdict/decide.js';
import type { Observation } from './verdict/observation.js';
import type { Prediction } from './verdict/prediction.js';
import { missingChecks } from './verdict/required-checks.js';
import type { Seen } from './verdict/seen.js';

export interface CheckRequest {
  settings: Settings;
  /** What paths in reports are relative to. Absolute. */
  cwd: string;
  change: Change;
  /** Texts that are taken for those of the migrations' files, by path: what a repair would make of them. */
  texts?: ReadonlyMap<string, string>;
  /** A folder whose npm packages may bring a server's binaries; without it only those beside this program. */
  project?: string;
  /** Where baselines are kept between runs, if they are; without it in the usual folder. */
  kept?: KeptPlace;
  /** Called with what takes long, as it begins. */
  progress?: (step: string) => void;
}

export interface Checked {
  report: Report;
  /** The text of each file that a finding may point into, by path. */
  sources: Map<string, string>;
}

/** Checks a change. Throws `UsageError` or `ServerUnavailable` where that can't be done; what is wrong with SQL is a finding. */
export async function check(request: CheckRequest): Promise<Checked> {
  const { settings, cwd, change, texts, progress = () => {} } = request;
  const start = performance.now();
  const rules = configureRules(settings);
  const found = await findMigrations(change, settings, cwd, texts);
  const comparedWith = 'files' in change ? change.comparedWith : null;
  // The server starts while the scripts are read.
  const [read, started] = await Promise.allSettled([
    Promise.all(found.chains.map((chain) => readChange({ ...found, ...chain }, settings, rules))),
    startServer(found, request, progress),
  ]);
  if (read.status === 'rejected') {
    if (started.status === 'fulfilled') await started.value?.server?.close();
    throw read.reason;
  }
  if (started.status === 'rejected') throw started.reason;
  const readings = read.value;
  // Where production's version isn't set, the version of the chosen server is taken for it.
  const serverMajor = started.value?.server?.major ?? null;
  const postgresVersion = settings.postgresVersion ?? serverMajor;
  const { predictions, rehearsal, server } = await rehearseChange(
    { readings, found, chosen: started.value, settings },
    progress,
    postgresVersion,
  );
  const changed = readings.flatMap(({ parsed }) => parsed.changed);
  const scripts = [...changed.flatMap(scriptsOf), ...readings.flatMap(({ parsed }) => parsed.validation)];
  const files = scripts.flatMap(scriptsIn);
  const paths = changed.map(({ path }) => path);
  const missing = missingChecks(settings.requiredChecks, paths, { ...rehearsal, server });
  const { observations, seen } = rehearsal;
  const decision = decide(
    {
      predictions: [...filesFound(found, predictions), ...missing],
      ...{ observations, seen, scripts: files },
      versions: { target: settings.postgresVersion, server: serverMajor },
      apart: await eachAlone(found.chains, { ...rules, postgresVersion }),
      migrationOf: new Map(changed.flatMap((one) => scriptsOf(one).map(({ file }) => [file.path, one.path]))),
    },
    policyOf(rules, settings, cwd),
  );
  const report: Report = {
    schemaVersion: 2,
    tool: TOOL,
    verdict: decision.verdict,
    failOn: settings.failOn,
    postgres: { target: settings.postgresVersion, server },
    comparedWith,
    layouts: found.layouts,
    counts: decision.counts,
    statements: countStatements(scripts),
    notChecked: [
      ...settings.notes,
      ...inVain(rules),
      ...withoutHistory(change, readings),
      ...found.notChecked,
      ...readings.flatMap(({ notes }) => notes),
      ...readings.flatMap(({ unknown }) => unknown()),
      ...rehearsal.notChecked,
    ],
    findings: decision.findings,
    ...(decision.silenced && { silenced: decision.silenced }),
    ...(rehearsal.baseline && { baseline: rehearsal.baseline }),
    migrations: rehearsal.migrations,
    durationMs: performance.now() - start,
  };
  return { report: withinBounds(report), sources: new Map(files.map(({ file }) => [file.path, file.text])) };
}

/** Where all that there is was given as the change, every table is one that nobody reads yet: that must not pass for safe. */
function withoutHistory(change: CheckRequest['change'], readings: readonly Reading[]): NotChecked[] {
  const scripts = readings.flatMap(({ parsed }) => parsed.changed);
  if (!('paths' in change) || scripts.length < 2 || readings.some(({ parsed }) => parsed.baseline.length > 0))
    return [];
  return [
    {
      check: 'what the change does to tables that are there already',
      reason: `all ${scripts.length} migrations were given as the change, so that it makes every table itself: name the new files, or compare with --base <ref>; the others are then the history`,
    },
  ];
}

/** The same change without a server, as it would be with other texts: what repairs are judged by. */
export function lookAt({ settings, cwd, change }: Pick<CheckRequest, 'settings' | 'cwd' | 'change'>): LookAt {
  return async (texts) => {
    const { report, sources } = await check({ settings: { ...settings, server: 'none' }, cwd, change, texts });
    return { findings: report.findings, sources };
  };
}

/** A script, and those of the files that it includes. */
function scriptsIn(script: Script): Script[] {
  return [script, ...(script.included ?? []).flatMap((one) => scriptsIn(one.script))];
}

/** Null where there is nothing to run: then no server is even looked for. */
async function startServer(
  found: Found,
  { settings, project, kept = {} }: CheckRequest,
  progress: (step: string) => void,
): Promise<ChosenServer | null> {
  if (found.changed.length === 0) return null;
  if (settings.server === 'none') return { server: null };
  const { chooseServer } = await import('./servers/choose.js');
  progress('Starting Postgres');
  const files = [...found.changed.flatMap(scriptsOf), ...found.baseline, ...found.seed].map(({ file }) => file);
  const extensions = [...files, ...settings.bootstrap].some(({ text }) => /\bextension\b/i.test(text));
  const { baselinesIn } = await import('./servers/baseline-cache/baselines.js');
  const groundwork = {
    bootstrap: settings.bootstrap.map((file) => wholeFile('up', file, 'autocommit')),
    scripts: [...found.baseline, ...found.seed],
  };
  const baselines = settings.cache && found.chains.length < 2 ? await baselinesIn(kept, groundwork) : null;
  return chooseServer({
    ...settings,
    choice: settings.server,
    target: settings.postgresVersion,
    extensions,
    baselines,
    project,
  });
}

/** What the check knows of the migrations once they were run, or couldn't be. */
interface Rehearsed {
  migrations: MigrationReport[];
  observations: Observation[];
  /** Absent where nothing was run. */
  seen?: Seen;
  notChecked: NotChecked[];
  baseline?: BaselineReport;
}

interface Prepared {
  /** One for each chain of the change. */
  readings: Reading[];
  found: Found;
  /** Null where there is nothing to run. */
  chosen: ChosenServer | null;
  settings: Settings;
}

/** Lints, and runs the migrations where there is a server, which is closed after it. */
async function rehearseChange(
  { readings, found, chosen, settings }: Prepared,
  progress: (step: string) => void,
  target: number | null,
): Promise<{ predictions: Prediction[]; rehearsal: Rehearsed; server: Report['postgres']['server'] }> {
  const nothing = { migrations: [], observations: [], notChecked: [] };
  if (chosen === null) return { predictions: [], rehearsal: nothing, server: null };
  const { server } = chosen;
  try {
    const predictions = readings.flatMap(({ lint }) => lint(target));
    if (server === null) {
      const reason = chosen.notChecked ?? 'server is none: nothing was run';
      const notChecked: NotChecked[] = [{ check: 'rehearsal', id: 'rehearsal', reason }];
      const migrations = readings.flatMap(({ parsed }) => parsed.changed).map(notRehearsed);
      return { predictions, rehearsal: { ...nothing, migrations, notChecked }, server: null };
    }
    const [{ rehearse }, { asOne }] = await Promise.all([
      import('./rehearsal/rehearse.js'),
      import('./rehearsal/chains.js'),
    ]);
    progress(`Rehearsing on PostgreSQL ${server.version} (${server.kind})`);
    const { seedHints, maxWriteCost } = settings;
    const rehearsals: Rehearsal[] = [];
    for (const [index, { parsed }] of readings.entries()) {
      const unread = found.chains[index]?.unread ?? [];
      const asked = { ...(await application(found)), application: applicationProgram(settings) };
      const plan = { ...parsed, ...asked, unread, seedHints, maxWriteCost };
      rehearsals.push(await rehearse(server, plan));
    }
    const rehearsal = asOne(rehearsals);
    if (chosen.notChecked) rehearsal.notChecked.push({ check: 'target version', reason: chosen.notChecked });
    return { predictions, rehearsal, server: { kind: server.kind, version: server.version } };
  } finally {
    await server?.close();
  }
}

/** The application's queries for the rehearsal. */
async function application({ queries, statistics }: Found) {
  if (queries.length === 0 && statistics === null) return {};
  const [{ applicationQueries }, { parseStatistics }] = await Promise.all([
    import('./sql/queries.js'),
    import('./rehearsal/ground/statistics/schema.js'),
  ]);
  return {
    queries: queries.flatMap(applicationQueries),
    statistics: statistics && parseStatistics(statistics.text, statistics.path),
  };
}

/** What is wrong with the files, before and beside their SQL. A placeholder explains the syntax error that it makes. */
function filesFound({ unreadable, problems }: Found, predictions: Prediction[]): Prediction[] {
  const placeholders = problems.filter(({ rule }) => rule === 'unknown-placeholder');
  const explained = ({ finding: { rule, path, line, endLine } }: Prediction) =>
    rule === 'syntax-error' && placeholders.some((it) => it.path === path && line <= it.line && it.line <= endLine);
  return [
    ...unreadable.map(({ path, problem }): Prediction => {
      return { finding: fileFinding('unreadable-file', startOfFile(path), problem), at: { path, start: 0 } };
    }),
    ...problems.map(toPrediction),
    ...predictions.filter((prediction) => !explained(prediction)),
  ];
}

function countStatements(scripts: Script[]): Report['statements'] {
  const statements = scripts.flatMap((script) => script.statements);
  const notUnderstood = statements.filter(({ syntaxError }) => syntaxError !== undefined).length;
  return { checked: statements.length - notUnderstood, notUnderstood };
}
