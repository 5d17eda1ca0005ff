/** Folders whose files Atlas writes in another tool's format: that tool reads them, and `atlas.sum` has to fit. Pure. */
import type { SourceFile } from '../../model.js';
import { type AtlasFormat, atlasDir, FORMATS } from './atlas-config.js';
import { namesIn, sumProblems } from './atlas-sum.js';
import { byVersion, flywayName } from './flyway-names.js';
import type { FileSet, Layout } from './layout.js';
import { baseName, below, byText, sqlFiles, topSqlFiles } from './names.js';

/** How files of each format look. */
const LOOKS: Record<AtlasFormat, (files: SourceFile[]) => SourceFile | undefined> = {
  'golang-migrate': everyNamed(/^\d+.*\.(up|down)\.sql$/),
  goose: holding(/^\s*--\s*\+goose\s+Up/im),
  dbmate: holding(/^--\s*migrate:up/m),
  liquibase: holding(/^\s*--\s*liquibase\s+formatted\s+sql\b/i),
  flyway: everyNamed(/^([VUB]\d[\d._]*|R)__.+\.sql$/),
};

/** The other tool's format in which Atlas keeps the folder, and what shows it; undefined where it is Atlas' own, or not Atlas'. */
export function atlasFormat(set: FileSet): { format: AtlasFormat; reason: string } | undefined {
  const named = atlasDir(set);
  const format = FORMATS.find((one) => one === named?.format);
  if (named && format) return { format, reason: `format = ${format} in ${named.file.path}` };
  const sum = sumOf(set);
  const look = sum && named?.format === undefined ? lookOf(set) : undefined;
  return look && { format: look.format, reason: `${look.file.path} beside ${sum?.path}` };
}

/** The format that the files have, and one that shows it. */
export function lookOf(set: FileSet): { format: AtlasFormat; file: SourceFile } | undefined {
  const files = sqlFiles(set);
  for (const format of FORMATS) {
    const file = LOOKS[format](files);
    if (file) return { format, file };
  }
  return undefined;
}

/** The tool's layout, with what Atlas refuses about its list of the files. */
export function withAtlasSum(layout: Layout): Layout {
  const format = FORMATS.find((name) => name === layout.name);
  if (format === undefined) return layout;
  return {
    ...layout,
    read(set) {
      const result = layout.read(set);
      const sum = sumOf(set);
      if (sum === undefined) return result;
      const help = `Run "atlas migrate hash" with the format ${format} (--dir "file://…?format=${format}") and commit atlas.sum.`;
      const problems = sumProblems(sum, listed(format, set, sum), { help, nameOf: (file) => below(set, file) });
      return { ...result, problems: [...result.problems, ...problems] };
    },
  };
}

function sumOf(set: FileSet): SourceFile | undefined {
  return set.files.find((file) => below(set, file) === 'atlas.sum');
}

/** The files that Atlas lists for a format, in its order. */
function listed(format: AtlasFormat, set: FileSet, sum: SourceFile): SourceFile[] {
  const all = topSqlFiles(set).sort((a, b) => byText(a.path, b.path));
  const names = namesIn(sum);
  if (format === 'golang-migrate') {
    const ups = all.filter(({ path }) => path.endsWith('.up.sql'));
    // Ent and older versions list a folder of this format as a whole.
    return names.some((name) => !name.endsWith('.up.sql')) ? all : ups;
  }
  return format === 'flyway' ? flywayOrder(set, names) : all;
}

/** What undoes is not listed; sub-folders are. A baseline stands for the versions up to it. */
function flywayOrder(set: FileSet, names: string[]): SourceFile[] {
  const files = sqlFiles(set)
    .flatMap((file) => {
      const name = flywayName(file);
      return name === undefined || name.kind === 'U' ? [] : [{ file, ...name }];
    })
    .sort((a, b) => 'BVR'.indexOf(a.kind) - 'BVR'.indexOf(b.kind) || byVersion(a.version, b.version));
  const baseline = files.findLast(({ kind }) => kind === 'B');
  const kept = files.filter(({ kind, version, file }) => {
    if (baseline === undefined || kind === 'R') return true;
    return kind === 'B' ? file === baseline.file : byVersion(version, baseline.version) > 0;
  });
  // Versions of Atlas differ in how they sort: where the same files are listed, its list says how.
  const place = new Map(names.map((name, index) => [name, index]));
  const paths = kept.map(({ file }) => file);
  return paths.every((file) => place.has(below(set, file)))
    ? paths.sort((a, b) => (place.get(below(set, a)) ?? 0) - (place.get(below(set, b)) ?? 0))
    : paths;
}

function everyNamed(name: RegExp): (files: SourceFile[]) => SourceFile | undefined {
  return (files) => (files.every(({ path }) => name.test(baseName(path))) ? files[0] : undefined);
}

function holding(mark: RegExp): (files: SourceFile[]) => SourceFile | undefined {
  return (files) => files.find(({ text }) => mark.test(text));
}
