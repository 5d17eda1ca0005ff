/** Liquibase's changelogs: what they include and hold, in the order in which Liquibase runs it. Pure. */
import { posix } from 'node:path';
import type { SourceFile } from '../../model.js';
import { code } from '../../sql/words.js';
import { type FileProblem, malformed } from '../problem.js';
import { changelogNodes } from './changelog.js';
import { type ChangelogNode, childOf, said } from './changelog-nodes.js';
import { byText, folderOf } from './names.js';

/** A script that a changelog includes; `all`: as one of all files of a folder. */
export interface NamedScript {
  file: SourceFile;
  by: { changelog: SourceFile; all: boolean };
  /** What `modifyChangeSets` says of it. */
  runWith?: string | undefined;
}

/** A script, or a changeset that a changelog holds itself. */
type Step = NamedScript | ({ changelog: SourceFile; changeset: ChangelogNode } & Pick<NamedScript, 'runWith'>);

/** Where a changelog is read. */
interface Inside {
  /** The changelogs above it, the outermost first. */
  chain: SourceFile[];
  runWith?: string | undefined;
}

export interface Included {
  steps: Step[];
  /** What `<property>` gives, the first of a name. */
  properties: Map<string, string>;
  problems: FileProblem[];
  /** What an include names that says `ignore`. */
  ignored: Set<SourceFile>;
  /** Some changelog can't be read: what it includes is not known. */
  incomplete: boolean;
}

/** The element, or the key, that all of it stands in; others only speak of it (`databaseChangeLogTableName`). */
export const isChangelog = ({ path, text }: SourceFile): boolean =>
  (/\.xml$/i.test(path) && /<(?:[\w.-]+:)?databaseChangeLog[\s>/]/.test(text)) ||
  (/\.ya?ml$/i.test(path) && /^(?:\{[ \t]*)?["']?databaseChangeLog["']?[ \t]*:/m.test(text)) ||
  (/\.json$/i.test(path) && /^\s*\{[^[{]*"databaseChangeLog"\s*:/.test(text));

interface Walk {
  all: SourceFile[];
  nodes: ReadonlyMap<SourceFile, ChangelogNode[]>;
  /** What was followed already; each changelog is read once, however often it is included. */
  done: Set<SourceFile>;
  result: Included;
}

/** Follows the changelogs from those that no other includes. */
export function included(changelogs: SourceFile[], scripts: SourceFile[]): Included {
  const result: Included = { steps: [], properties: new Map(), problems: [], ignored: new Set(), incomplete: false };
  const all = [...changelogs, ...scripts].sort((a, b) => byText(a.path, b.path));
  const nodes = new Map(
    changelogs.map((file) => {
      const read = changelogNodes(file);
      result.problems.push(...read.problems);
      result.incomplete ||= read.problems.length > 0;
      return [file, read.nodes.flatMap(modified)] as const;
    }),
  );
  const inside = new Set<SourceFile>();
  for (const [file, entries] of nodes)
    for (const entry of entries) for (const target of targets(entry, file, all)) inside.add(target);
  const roots = changelogs.filter((file) => !inside.has(file));
  const walk: Walk = { all, nodes, done: new Set(), result };
  for (const root of roots.length > 0 ? roots : changelogs.slice(0, 1)) follow(root, { chain: [] }, walk);
  return result;
}

/** What `modifyChangeSets` holds, with what it says of that. */
function modified(entry: ChangelogNode): ChangelogNode[] {
  if (entry.name !== 'modifyChangeSets') return [entry];
  const saying = entry.children.find(({ name }) => name === 'runWith');
  return entry.children.flatMap((child) =>
    child === saying ? [] : [{ ...child, children: [...child.children, ...(saying ? [saying] : [])] }],
  );
}

function follow(changelog: SourceFile, above: Inside, walk: Walk): void {
  const { all, nodes, done, result } = walk;
  done.add(changelog);
  const chain = [...above.chain, changelog];
  for (const entry of nodes.get(changelog) ?? []) {
    const { runWith } = above;
    if (entry.name === 'changeSet') result.steps.push({ changelog, changeset: entry, runWith });
    if (entry.name === 'property') addProperty(entry, result.properties);
    const named = targets(entry, changelog, all);
    if (isIgnored(entry)) for (const file of named) result.ignored.add(file);
    const found = isIgnored(entry) ? [] : named;
    if (found.length === 0 && !isIgnored(entry)) result.problems.push(...missing(entry, changelog));
    for (const file of found) {
      if (/\.sql$/i.test(file.path)) {
        const known = result.steps.some((step) => 'file' in step && step.file === file);
        const by = { changelog, all: entry.name === 'includeAll' };
        if (!known) result.steps.push({ file, by, runWith: said(entry, 'runWith') ?? runWith });
      } else if (chain.includes(file)) {
        const cycle = [...chain.slice(chain.indexOf(file)), file].map(({ path }) => path).join(' → ');
        const message = `The changelogs include each other in a circle: ${cycle}.`;
        result.problems.push(malformed(changelog, entry.line, message));
      } else if (!done.has(file)) follow(file, { chain, runWith: said(entry, 'runWith') ?? runWith }, walk);
    }
  }
}

/** The files that an `include` or `includeAll` means. */
function targets(entry: ChangelogNode, changelog: SourceFile, all: SourceFile[]): SourceFile[] {
  const target = targetOf(entry);
  if (target === undefined) return [];
  const found = filesAt(target, said(entry, 'relativeToChangelogFile') === 'true', changelog, all);
  return entry.name === 'include'
    ? found.slice(0, 1)
    : found.filter((file) => file !== changelog && isWanted(file, entry));
}

const isIgnored = (entry: ChangelogNode): boolean => said(entry, 'ignore') === 'true';

/** `endsWithFilter`, `minDepth` and `maxDepth` of an includeAll; what lies in the folder itself has the depth 1. */
function isWanted({ path }: SourceFile, entry: ChangelogNode): boolean {
  const folder = `/${withoutScheme(said(entry, 'path') ?? '').replace(/^(\.\.?\/)+/, '')}/`.replace(/^\/+$/, '/');
  const at = `/${path}`.lastIndexOf(folder);
  const depth = at === -1 ? 1 : `/${path}`.slice(at + folder.length).split('/').length;
  const [least, most] = [
    Number(said(entry, 'minDepth') ?? 0),
    Number(said(entry, 'maxDepth') ?? Number.POSITIVE_INFINITY),
  ];
  const end = said(entry, 'endsWithFilter') ?? '';
  return path.toLowerCase().endsWith(end.toLowerCase()) && depth >= least && depth <= most;
}

function targetOf(entry: ChangelogNode): string | undefined {
  if (entry.name !== 'include' && entry.name !== 'includeAll') return undefined;
  return said(entry, entry.name === 'include' ? 'file' : 'path') ?? undefined;
}

/**
 * The files at a path: a file, or what a folder holds. It is relative to the changelog, or to a search path that we don't know: then
 * the end of the path counts.
 */
export function filesAt(
  target: string,
  isRelative: boolean,
  { path }: Pick<SourceFile, 'path'>,
  all: SourceFile[],
): SourceFile[] {
  const clean = withoutScheme(target);
  const beside = posix.join(folderOf(path), clean);
  const at = (exact: string) => all.filter((file) => file.path === exact || file.path.startsWith(`${exact}/`));
  const direct = at(beside);
  if (direct.length > 0 || isRelative) return direct;
  const fromTop = at(clean);
  return fromTop.length > 0
    ? fromTop
    : all.filter((file) => file.path.endsWith(`/${clean}`) || `/${folderOf(file.path)}`.includes(`/${clean}/`));
}

function missing(entry: ChangelogNode, changelog: SourceFile): FileProblem[] {
  const target = targetOf(entry);
  if (target === undefined) return [];
  const isFolder = entry.name === 'includeAll';
  const line = childOf(entry, isFolder ? 'path' : 'file')?.line ?? entry.line;
  const says = `${code(changelog.path)} includes ${code(target)}`;
  if (posix.join(folderOf(changelog.path), target).startsWith('../'))
    return [malformed(changelog, line, `${says}, which is not in this repository. It was not followed.`)];
  if (/\.sql$/i.test(target))
    return [malformed(changelog, line, `${says}, and there is no such file. Liquibase stops there.`)];
  // A changelog may come with a library.
  if (target.startsWith('classpath:')) return [];
  const message = `${says}, and there is no such ${isFolder ? 'folder with changes' : 'file'} here. What it holds was not checked.`;
  return [{ ...malformed(changelog, line, message), severity: 'warning' }];
}

/** Where the files of includes may be that are not among these, from the top folder, the likeliest first; `folder`: for all that it holds. */
export function elsewhere(files: SourceFile[]): { paths: string[]; folder: boolean }[] {
  const changelogs = files.filter(isChangelog);
  return changelogs.flatMap((changelog) =>
    changelogNodes(changelog)
      .nodes.flatMap(modified)
      .flatMap(withScripts)
      .flatMap((entry) => {
        const [target, isRelative] = [targetOf(entry), said(entry, 'relativeToChangelogFile') === 'true'];
        if (target === undefined || filesAt(target, isRelative, changelog, files).length > 0) return [];
        const clean = withoutScheme(target);
        const above = isRelative ? [folderOf(changelog.path)] : foldersAbove(changelog.path);
        const paths = above.map((folder) => posix.join(folder, clean));
        return [{ paths, folder: entry.name === 'includeAll' }];
      }),
  );
}

/** An entry, and what of its changes and rollbacks is in files, as includes. */
function withScripts(entry: ChangelogNode): ChangelogNode[] {
  const inside = entry.children.flatMap(withScripts);
  if (entry.name !== 'sqlFile') return entry.name === 'changeSet' ? inside : [entry, ...inside];
  const file = childOf(entry, 'path');
  return file ? [{ ...entry, name: 'include', children: [...entry.children, { ...file, name: 'file' }] }] : [];
}

/** A file's folder and those above it, down to the top. */
function foldersAbove(path: string): string[] {
  const parts = folderOf(path).split('/').slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`).concat('');
}

/** The first value counts, as it does for Liquibase; one for another database is none. */
function addProperty(entry: ChangelogNode, properties: Map<string, string>): void {
  const [name, value, dbms] = [said(entry, 'name'), said(entry, 'value'), said(entry, 'dbms')];
  if (name === undefined || value === undefined || properties.has(name)) return;
  if (dbms === undefined || /\bpostgresql\b/i.test(dbms)) properties.set(name, value);
}

function withoutScheme(target: string): string {
  return target.replace(/^(classpath:|\.?\/)+/, '').replace(/\/$/, '');
}
