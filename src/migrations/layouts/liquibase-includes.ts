/** Liquibase's changelogs in YAML, JSON and XML: which SQL files they include, in order. Pure. */
import type { SourceFile } from '../../model.js';
import { type FileProblem, malformed } from '../problem.js';
import { byText, folderOf } from './names.js';
import { readYaml } from './readers.js';

export const CHANGELOG = /(^|[._/-])(db\.)?changelog[^/]*\.(ya?ml|json|xml)$/i;

interface Include {
  kind: 'file' | 'folder';
  target: string;
  line: number;
}

export interface Included {
  /** The SQL files in the order of their inclusion. */
  files: SourceFile[];
  problems: FileProblem[];
  /** Changelogs that hold changesets which are not SQL files. */
  coded: string[];
}

/** Follows the changelogs from those that no other includes. */
export function includedFiles(changelogs: SourceFile[], scripts: SourceFile[]): Included {
  const result: Included = { files: [], problems: [], coded: [] };
  const all = [...changelogs, ...scripts].sort((a, b) => byText(a.path, b.path));
  const included = new Set<string>();
  for (const changelog of changelogs) {
    for (const include of includesOf(changelog))
      for (const { path } of targets(include, changelog, all)) included.add(path);
  }
  const roots = changelogs.filter(({ path }) => !included.has(path));
  const done = new Set<SourceFile>();
  for (const root of roots.length > 0 ? roots : changelogs.slice(0, 1)) follow(root, [], { all, done }, result);
  return result;
}

/** `done`: what was followed already; each changelog is read once, however often it is included. */
function follow(
  changelog: SourceFile,
  above: SourceFile[],
  files: { all: SourceFile[]; done: Set<SourceFile> },
  result: Included,
): void {
  const { all, done } = files;
  done.add(changelog);
  if (/\.(ya?ml|json|xml)$/i.test(changelog.path) && /<changeSet\b|^\s*-?\s*"?changeSet"?\s*:/im.test(changelog.text)) {
    result.coded.push(changelog.path);
  }
  const chain = [...above, changelog];
  for (const include of includesOf(changelog)) {
    const found = targets(include, changelog, all);
    if (found.length === 0 && include.kind === 'file' && !/\.(xml|ya?ml|json)$/i.test(include.target)) {
      const message = `${changelog.path} includes ${include.target}, and there is no such file: Liquibase stops there.`;
      result.problems.push(malformed(changelog, include.line, message));
    }
    for (const file of found) {
      if (/\.sql$/i.test(file.path)) {
        if (!result.files.includes(file)) result.files.push(file);
      } else if (chain.includes(file)) {
        const cycle = [...chain.slice(chain.indexOf(file)), file].map(({ path }) => path).join(' → ');
        result.problems.push(
          malformed(changelog, include.line, `The changelogs include each other in a circle: ${cycle}.`),
        );
      } else if (!done.has(file)) follow(file, chain, files, result);
    }
  }
}

/** Paths are relative to the changelog, or to a search path that we don't know: then the end of the path counts. */
function targets({ kind, target }: Include, { path }: SourceFile, all: SourceFile[]): SourceFile[] {
  const clean = target.replace(/^(classpath:|\.?\/)+/, '').replace(/\/$/, '');
  const beside = folderOf(path) + clean;
  if (kind === 'file') {
    const exact =
      all.find((file) => file.path === beside) ??
      all.find((file) => file.path === clean || file.path.endsWith(`/${clean}`));
    return exact ? [exact] : [];
  }
  const inside = (folder: string) => all.filter((file) => file.path.startsWith(`${folder}/`) && file.path !== path);
  const direct = inside(beside);
  return direct.length > 0
    ? direct
    : all.filter((file) => `/${folderOf(file.path)}`.includes(`/${clean}/`) && file.path !== path);
}

function includesOf(changelog: SourceFile): Include[] {
  return /\.xml$/i.test(changelog.path) ? fromXml(changelog.text) : fromYaml(changelog.text);
}

function fromXml(text: string): Include[] {
  const tags = text
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
    .matchAll(/<(include|includeAll)\b([^>]*)>/g);
  return [...tags].flatMap(({ 1: tag, 2: attributes = '', index }): Include[] => {
    const target = /\b(?:file|path)\s*=\s*"([^"]*)"/.exec(attributes)?.[1];
    if (target === undefined) return [];
    return [{ kind: tag === 'include' ? 'file' : 'folder', target, line: text.slice(0, index).split('\n').length }];
  });
}

/** JSON is YAML, too. What can't be read includes nothing. */
function fromYaml(text: string): Include[] {
  let root: unknown;
  try {
    const document = readYaml(text);
    if (document.errors.length > 0) return [];
    root = document.toJS();
  } catch {
    return [];
  }
  const entries = (root as { databaseChangeLog?: unknown } | null)?.databaseChangeLog;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry): Include[] => {
    const file = entry?.include?.file;
    const folder = entry?.includeAll?.path;
    const target = typeof file === 'string' ? file : typeof folder === 'string' ? folder : undefined;
    if (target === undefined) return [];
    const line = text.slice(0, Math.max(text.indexOf(target), 0)).split('\n').length;
    return [{ kind: target === file ? 'file' : 'folder', target, line }];
  });
}
