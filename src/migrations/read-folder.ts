/** One folder's migrations: its layout, what the change touches in it, what came before, and what is wrong. Pure. */
import type { ScriptSource, SourceFile } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import type { Settings } from '../settings/settings.js';
import { byteOrderMarks } from './byte-order-mark.js';
import { beforeNamed, earlier } from './earlier.js';
import { type Candidates, enumerate, type Folder } from './files.js';
import { codeNotes, guessed, orderUnclear, undecided } from './folder-notes.js';
import { compareWithBase, deletedSince, historyProblems, removedFiles } from './history.js';
import { withAtlasSum } from './layouts/atlas-formats.js';
import { forPostgres } from './layouts/dialects.js';
import { type FileSet, type FoundMigration, type Layout, type LayoutResult, wholeFile } from './layouts/layout.js';
import { isChangelog } from './layouts/liquibase-includes.js';
import { markdown } from './layouts/markdown.js';
import { baseName } from './layouts/names.js';
import { isMarkdown } from './layouts/readers.js';
import { inOrderOf } from './layouts/said-order.js';
import { asTheyAsk, beginThemselves, ranOutside, sentByCode, shownBy } from './layouts/sent-by-code.js';
import { asMerged, filling, prepare } from './prepare.js';
import type { FileProblem } from './problem.js';
import { withoutParts } from './psql/parts.js';
import { readLayout } from './read-layout.js';
import { type Ambiguous, layoutNamed, type Recognised, recognise } from './recognise.js';
import { mayBeChangelog } from './roots.js';
import { checkSet } from './set-checks.js';

export interface ReadFolder {
  changed: FoundMigration[];
  baseline: ScriptSource[];
  /** What precedes the baseline, if the layout's tool belongs to a platform. */
  platform?: SourceFile;
  problems: FileProblem[];
  notChecked: NotChecked[];
  /** Files whose migrations are not SQL, and so missing in the baseline. */
  unread: SourceFile[];
  /** How it was read; null where it holds nothing but Markdown. */
  note: { root: string; layout: string; reason: string } | null;
}

interface FolderRequest {
  folder: Folder;
  set: FileSet;
  /** The folder on the base branch; null where there is none to compare with, or it can't be read. */
  base: FileSet | null;
  candidates: Candidates;
  settings: Settings;
}

/** Reads a folder in its layout, and its Markdown pages beside. */
export function readFolder(request: FolderRequest): ReadFolder {
  const { set, settings } = request;
  const scripts = only(request, (file) => !isMarkdown(file) && (!mayBeChangelog(file.path) || isChangelog(file)));
  const pages = only(request, isPage(request.candidates, scripts.set.files.length > 0));
  const read: ReadFolder[] = [];
  if (scripts.set.files.length > 0 && settings.layout !== 'markdown') {
    const recognised = settings.layout === 'auto' ? recognise(scripts.set) : byName(settings.layout);
    read.push('layouts' in recognised ? unread(set, recognised, request.candidates) : readAs(recognised, scripts));
  }
  if (settings.layout === 'auto' || settings.layout === 'markdown') {
    read.push({ ...readAs({ layout: markdown, reason: '' }, pages), note: null });
  }
  const changed = read.flatMap(({ changed }) => changed);
  const { folder, candidates } = request;
  const withoutThem = candidates.changes !== null && changed.length > 0 && !namesBaseline(settings);
  const notes = settings.command.length > 0 ? [] : codeNotes(folder.code, candidates.isChanged, withoutThem);
  return {
    changed,
    baseline: read.flatMap(({ baseline }) => baseline),
    problems: read.flatMap(({ problems }) => problems),
    notChecked: [...read.flatMap(({ notChecked }) => notChecked), ...notes],
    unread: withoutThem ? read.flatMap(({ unread }) => unread) : [],
    ...platformOf(read),
    note: read.find(({ note }) => note !== null)?.note ?? null,
  };
}

/** Pages about a folder, whatever they show. */
const DOCUMENT =
  /^(readme|agents|claude|gemini|contributing|changelog|history|licen[cs]e|security|support|code_of_conduct)\b/i;

/** A page that nobody named is a migration where it stands alone, or is numbered as the scripts beside it; a document is none. */
function isPage({ changes, isChanged }: Candidates, besideScripts: boolean): (file: { path: string }) => boolean {
  return (file) => {
    const name = baseName(file.path);
    const isNamed = changes === null && isChanged(file.path);
    if (!isMarkdown(file)) return false;
    if (DOCUMENT.test(name)) return isNamed && !besideScripts;
    return isNamed || !besideScripts || /^v?\d/i.test(name);
  };
}

function unread(set: FileSet, ambiguous: Ambiguous, { isChanged }: Candidates): ReadFolder {
  const { problem, reason } = undecided(set, ambiguous, isChanged);
  const note = { root: set.root, layout: 'unknown', reason };
  return { changed: [], baseline: [], problems: [problem], notChecked: [], unread: [], note };
}

function only(request: FolderRequest, wanted: (file: SourceFile) => boolean): FolderRequest {
  const files = (set: FileSet) => ({ ...set, files: set.files.filter(wanted) });
  return { ...request, set: files(request.set), base: request.base && files(request.base) };
}

function readAs(recognised: Recognised, request: FolderRequest): ReadFolder {
  const { settings, candidates } = request;
  const { layout: sent, reason, doubt, isGuess } = withRunner(recognised, request);
  const layout = inOrderOf(settings.order, sent);
  const isOpen = ({ up }: FoundMigration) => isGuess && up.transaction === 'autocommit';
  const wanted = settings.migrations.length > 0;
  const { set, leftOut } = forPostgres(request.set, wanted);
  const base = request.base && forPostgres(request.base, wanted).set;
  const read = (files: FileSet) => {
    const result = readLayout(layout, files, settings);
    return layout.psql ? withoutParts(result, files) : result;
  };
  const now = read(set);
  const before = base && read(base);
  const compared = candidates.changes === null ? null : compareWithBase(now.migrations, before, candidates.changes);
  const touched = new Set(
    compared === null
      ? now.migrations.filter(isNamed(candidates))
      : compared.filter(({ state }) => state !== 'same').map(({ migration }) => migration),
  );
  const fresh = compared?.filter(({ state }) => state === 'new' || state === 'renamed');
  const news = fresh === undefined ? touched : new Set(fresh.map(({ migration }) => migration));
  const isNew = (migration: FoundMigration) => news.has(migration);
  const values = { ...layout.filled?.(set), ...settings.placeholders };
  const problems: FileProblem[] = [...relevant(now, before, candidates)];
  const notChecked: NotChecked[] = [];
  const fill = filling(layout, values, set);
  const fillBefore = filling(layout, values, base ?? set);
  problems.push(...byteOrderMarks([...touched], layout));
  problems.push(...checkSet({ layout, migrations: now.migrations, isNew, hasBefore: compared !== null }));
  if (compared && candidates.changes) {
    const deleted = before
      ? deletedSince(now.migrations, before, candidates.changes)
      : removedFiles(candidates.changes, set.root, layout);
    problems.push(...historyProblems(compared, deleted, layout));
  }
  const past =
    compared === null
      ? { scripts: beforeNamed(now.migrations, touched, layout), leftOut: [] }
      : earlier(compared, now, before);
  const merged = past.scripts.map((script) => asMerged(fillBefore(script)));
  return {
    changed: now.migrations
      .filter((migration) => touched.has(migration))
      .map((migration) => ({
        ...prepare(migration, { fill, transaction: settings.transaction, told: { problems, notChecked } }),
        ...(isOpen(migration) && { undecided: true }),
        ...(writesNoRollbacks(now.migrations) && { oneWay: true }),
      })),
    baseline: [...bookkeeping(layout, now.migrations), ...merged.map(({ script }) => script)],
    problems,
    notChecked: [
      ...notChecked,
      ...byReason([...leftOut, ...now.notChecked].filter(isAboutChange(candidates))),
      ...(namesBaseline(settings) ? [] : [...past.leftOut, ...merged.flatMap((one) => one.notChecked)]),
      ...(isGuess && touched.size > 0 ? [guessed(set, doubt)] : []),
      ...(settings.order.length === 0 && touched.size > 0 ? orderUnclear(set) : []),
    ],
    unread: now.unread ?? [],
    ...(layout.platform && { platform: layout.platform }),
    // A folder of which nothing is for Postgres was read in no layout.
    note: set.files.length === 0 ? null : { root: set.root, layout: layout.name, reason },
  };
}

/** Whom no tool sends, the project's own code may: what it shows counts, and what is open then is a guess. */
function withRunner(recognised: Recognised, request: FolderRequest): Recognised & { isGuess: boolean } {
  const { set, base, settings } = request;
  const { layout, reason, doubt } = recognised;
  const open = settings.transaction === 'auto';
  const isSent = layout.name === 'plain' && open && set.runner && !beginThemselves(set);
  if (!isSent || !set.runner) {
    const isGuess = open && doubt !== undefined;
    return isGuess ? { ...recognised, layout: asTheyAsk(layout), isGuess } : { ...recognised, isGuess };
  }
  const shows = settings.order.length > 0 ? { ...set.runner, order: null } : set.runner;
  const runner = base && ranOutside(base) ? { ...shows, begins: null } : shows;
  const isGuess = runner.begins === null;
  const sent = sentByCode(layout, runner);
  const shown = { layout: isGuess ? asTheyAsk(sent) : sent, reason: `${reason}; ${shownBy(runner)}` };
  return { ...shown, isGuess, ...(isGuess && doubt && { doubt }) };
}

function isAboutChange({ isChanged }: Candidates): (note: NotChecked) => boolean {
  return ({ check }) => isChanged(fileOf(check));
}

/** Without what is said of it. */
function fileOf(check: string): string {
  return check.replace(/ \(.*\)$/, '');
}

/** What has one reason is said once. */
function byReason(notes: NotChecked[]): NotChecked[] {
  const reasons = [...new Set(notes.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const files = notes.flatMap((note) => (note.reason === reason ? [note.check] : []));
    return { check: enumerate(files), path: fileOf(files[0] ?? ''), reason };
  });
}

/** The tool's own table, where a script speaks of it: others do as well without. */
function bookkeeping({ tool, bookkeeping: own }: Layout, migrations: FoundMigration[]): ScriptSource[] {
  if (own === undefined) return [];
  const speaks = new RegExp(`\\b${own.table}`, 'i');
  if (!migrations.some(({ up, down, verify }) => [up, down, verify].some((script) => speaks.test(script?.sql ?? ''))))
    return [];
  return [wholeFile('up', { path: `the bookkeeping of ${tool}`, text: own.sql }, 'autocommit')];
}

/** Whether something replaces the earlier migrations. */
function namesBaseline({ baseline, baselineCommand }: Settings): boolean {
  return baseline.length + baselineCommand.length > 0;
}

function platformOf(read: ReadFolder[]): Pick<ReadFolder, 'platform'> {
  const platform = read.find((folder) => folder.platform)?.platform;
  return platform ? { platform } : {};
}

function isNamed({ isChanged }: Candidates): (migration: FoundMigration) => boolean {
  // Whoever names a tool's list names what stands in it.
  return ({ up, down, verify, maintenance, home }) =>
    [up, down, verify, maintenance].some((script) => script !== undefined && isChanged(script.file.path)) ||
    (home?.list !== undefined && isChanged(home.list));
}

/** Problems that are on the base branch already are not the change's. */
function relevant(now: LayoutResult, before: LayoutResult | null, { isChanged, changes }: Candidates): FileProblem[] {
  if (before === null)
    return now.problems.filter(
      ({ path, rule }) => isChanged(path) || (changes !== null && rule === 'bookkeeping-out-of-step'),
    );
  const known = new Set(before.problems.map(({ rule, path, message }) => `${rule} ${path} ${message}`));
  return now.problems.filter(({ rule, path, message }) => !known.has(`${rule} ${path} ${message}`));
}

function byName(name: string): Recognised {
  return { layout: withAtlasSum(layoutNamed(name)), reason: 'named by the setting layout' };
}

/** One migration alone says nothing about the project's habits. */
function writesNoRollbacks(migrations: readonly FoundMigration[]): boolean {
  return migrations.length > 1 && migrations.every(({ down, irreversible }) => !down && irreversible === undefined);
}
