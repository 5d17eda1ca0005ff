/** `atlas.hcl`: which folders it names as migrations, and in which tool's format. Pure. */
import { posix } from 'node:path';
import type { SourceFile } from '../../model.js';
import type { FileSet } from './layout.js';
import { configsNamed, folderOf } from './names.js';

/** The tools in whose formats Atlas writes migrations, besides its own. */
export const FORMATS = ['golang-migrate', 'goose', 'flyway', 'liquibase', 'dbmate'] as const;
export type AtlasFormat = (typeof FORMATS)[number];

interface MigrationDir {
  /** As reports name it, with a slash at its end; null where it is made up of variables, or a registry has it. */
  folder: string | null;
  format: AtlasFormat | 'atlas' | undefined;
}

/** What the nearest `atlas.hcl` says about the set's folder; undefined where it names other folders only, or there is none. */
export function atlasDir(set: FileSet): { file: SourceFile; format: MigrationDir['format'] } | undefined {
  for (const file of configsNamed(set, /^atlas\.hcl$/)) {
    const dirs = dirsOf(file);
    const named = dirs.filter(({ folder }) => folder === set.root);
    const open = dirs.filter(({ folder }) => folder === null);
    const fitting = named.length > 0 ? named : open;
    if (dirs.length > 0 && fitting.length === 0) continue;
    const formats = new Set(fitting.map(({ format }) => format));
    return { file, format: formats.size === 1 ? [...formats][0] : undefined };
  }
  return undefined;
}

function dirsOf(file: SourceFile): MigrationDir[] {
  // Comments are blank; a string may hold "//".
  const text = file.text.replace(/"(?:[^"\\]|\\.)*"|(?:#|\/\/).*|\/\*[\s\S]*?\*\//g, (found) =>
    found.startsWith('"') ? found : '',
  );
  return [...text.matchAll(/\bmigration\s*\{/g)].map(({ index, 0: head }) => {
    const block = blockAt(text, index + head.length);
    const url = /\bdir\s*=\s*"((?:[^"\\]|\\.)*)"/.exec(block)?.[1];
    const [path = '', query = ''] = (url ?? '').replace(/^file:\/\//, '').split('?');
    const literal = url?.startsWith('file://') && !path.includes('$' + '{');
    const format = /\bformat\s*=\s*"?([a-z-]+)/.exec(block)?.[1] ?? /(?:^|&)format=([a-z-]+)/.exec(query)?.[1];
    return {
      folder: literal ? folderAt(folderOf(file.path), path) : null,
      format: [...FORMATS, 'atlas' as const].find((name) => name === format),
    };
  });
}

/** The text up to the brace that closes the block. */
function blockAt(text: string, start: number): string {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return text.slice(start, at);
  }
  return text.slice(start);
}

function folderAt(from: string, path: string): string {
  const folder = posix.join(from, path, '/').replace(/^\.\//, '');
  return folder === '/' ? '' : folder;
}
