/** The folders that settings of Flyway and sqitch name: each with all below it, and all of them as one history. */
import { stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { readText } from '../system/read-file.js';
import { displayPath } from '../system/source.js';
import { folderOf } from './layouts/names.js';
import { sqitchPaths } from './layouts/sqitch-conf.js';
import { isFlywayName, type OneHistory } from './roots.js';

/** Where settings stand, seen from a folder above the migrations, and how they write the locations. */
const SETTINGS: [string[], (text: string) => string[] | Promise<string[]>][] = [
  [
    ['flyway.toml', 'conf/flyway.toml'],
    (text) => listed(/^\s*(?:flyway\.)?locations\s*=\s*\[([^\]]*)\]/m.exec(text)?.[1]),
  ],
  [['flyway.conf', 'conf/flyway.conf'], (text) => listed(/^[ \t]*flyway\.locations[ \t]*=(.*)$/m.exec(text)?.[1])],
  [
    ['application.properties', 'src/main/resources/application.properties'],
    (text) =>
      [...text.matchAll(/^[ \t]*spring\.flyway\.locations(?:\[\d+\])?[ \t]*[=:](.*)$/gm)].flatMap(([, value]) =>
        listed(value),
      ),
  ],
  [['yml', 'yaml'].flatMap((end) => [`application.${end}`, `src/main/resources/application.${end}`]), springYaml],
  [
    ['pom.xml', 'build.gradle', 'build.gradle.kts'],
    (text) =>
      /flyway/i.test(text)
        ? [...text.matchAll(/\b(?:filesystem|classpath):[^"'<>,\s)\]]+/g)].map(([found]) => found)
        : [],
  ],
];

function listed(value: string | undefined): string[] {
  return (value ?? '').split(',').flatMap((part) => part.trim().replace(/^["']|["']$/g, '') || []);
}

async function springYaml(text: string): Promise<string[]> {
  if (!/\bflyway\b/.test(text)) return [];
  const { parseAllDocuments } = await import('yaml');
  const documents = [...parseAllDocuments(text)];
  return documents.flatMap((document) => {
    const found: unknown = 'toJS' in document && document.errors.length === 0 ? document.toJS() : null;
    const said = at(at(at(found, 'spring'), 'flyway'), 'locations') ?? at(found, 'spring.flyway.locations');
    return [said].flat().flatMap((value) => (typeof value === 'string' ? listed(value) : []));
  });
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

/** For files with Flyway's names, by the settings nearest above that name a folder that holds them. */
export async function flywayLocations(
  files: readonly string[],
  roots: { top: string; cwd: string },
): Promise<OneHistory[]> {
  const found: OneHistory[] = [];
  for (const folder of new Set(files.filter(isFlywayName).map((file) => dirname(file)))) {
    const shown = `${displayPath(folder, roots.cwd)}/`;
    if (found.some(({ folders }) => folders.some((location) => shown.startsWith(location)))) continue;
    const together = await locationsAbove(folder, roots);
    if (together) found.push(together);
  }
  return found;
}

async function locationsAbove(folder: string, { top, cwd }: { top: string; cwd: string }): Promise<OneHistory | null> {
  for (let above = folder; ; above = dirname(above)) {
    for (const [names, read] of SETTINGS) {
      for (const name of names) {
        const text = await readText(join(above, name), top);
        const locations = 'text' in text ? await read(text.text) : [];
        const folders = (await Promise.all(locations.map((location) => foldersOf(location, above, top)))).flat();
        if (folders.some((one) => isIn(folder, one))) return together([...new Set(folders)], cwd);
      }
    }
    if (above === top || above === dirname(above)) return null;
  }
}

/** Relative to where Flyway is run, which is the settings' folder or the top; on the classpath below the resources. */
async function foldersOf(location: string, settings: string, top: string): Promise<string[]> {
  const [, kind = 'any', written = ''] = /^(?:(filesystem|classpath):)?(.*)$/.exec(location) ?? [];
  // Spring puts the database there; behind a wildcard everything is taken, in front of one nothing is known.
  const path = written
    .replaceAll('{vendor}', 'postgresql')
    .replace(/(\/[*?]+)+$/, '')
    .replace(/^\/(?=.)/, kind === 'filesystem' ? '/' : '');
  if (path === '' || /[*?]|\$\{/.test(path)) return [];
  const files = [resolve(settings, path), resolve(top, path)];
  const resources = [join(settings, 'src/main/resources', path), join(settings, path)];
  const candidates = kind === 'filesystem' ? files : kind === 'classpath' ? resources : [...resources, ...files];
  for (const candidate of candidates) {
    const there = await stat(candidate).catch(() => null);
    if (there?.isDirectory() && isIn(candidate, top)) return [candidate];
  }
  return [];
}

function together(folders: string[], cwd: string): OneHistory {
  const shown = folders.map((folder) => `${displayPath(folder, cwd)}/`);
  return { root: commonFolder(shown), folders: shown };
}

function commonFolder([first = '', ...others]: string[]): string {
  let root = first;
  while (root !== '' && !others.every((other) => other.startsWith(root))) root = root.replace(/[^/]*\/$/, '');
  return root;
}

/** The folders of sqitch, by the settings nearest above a file that name one that holds it, where they have names of their own. */
export async function sqitchFolders(
  files: readonly string[],
  { top, cwd }: { top: string; cwd: string },
): Promise<OneHistory[]> {
  const found: OneHistory[] = [];
  for (const file of files.filter((path) => /\.sql$/i.test(path))) {
    const shown = displayPath(file, cwd);
    if (found.some(({ folders }) => folders.some((folder) => shown.startsWith(folder)))) continue;
    for (let above = dirname(file); ; above = dirname(above)) {
      const text = await readText(join(above, 'sqitch.conf'), top);
      if ('text' in text) {
        const paths = sqitchPaths(text.text, folderOf(displayPath(join(above, 'sqitch.conf'), cwd)));
        const folders = [paths.deploy, paths.revert, paths.verify];
        if (folders.some((folder) => shown.startsWith(folder))) {
          found.push({
            root: commonFolder([...folders, folderOf(paths.plan)]),
            folders,
            list: resolve(cwd, paths.plan),
          });
        }
        break;
      }
      if (above === top || above === dirname(above)) break;
    }
  }
  return found;
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}
