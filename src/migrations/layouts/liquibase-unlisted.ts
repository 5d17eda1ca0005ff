/** Scripts that stand beside a changelog's, and that Liquibase never runs because nothing includes them. Pure. */
import type { SourceFile } from '../../model.js';
import { code } from '../../sql/words.js';
import type { FileProblem } from '../problem.js';
import { FORMATTED } from './liquibase-changesets.js';
import { changelogFiles } from './liquibase-settings.js';
import { includesIn } from './liquibase-writing.js';
import { baseName, folderOf } from './names.js';

/** The one file that Liquibase is pointed at; not certain where only its name says so. */
interface SoleFile {
  file: SourceFile;
  certain: boolean;
}

const CHANGELOG = /(^|[._-])change-?log[^/]*\.sql$/i;
/** What a rollback or a check of a script beside it is called. */
const PART = /(\b|_)(down|rollback|revert|undo|verify|validate)\b/i;

/** Formatted SQL includes nothing: of several files without a changelog above them, Liquibase is pointed at one. */
export function soleFile(scripts: readonly SourceFile[], configs: readonly SourceFile[]): SoleFile | undefined {
  const formatted = scripts.filter(({ text }) => FORMATTED.test(text));
  const settings = configs.filter(({ path }) => baseName(path) === 'liquibase.properties');
  const named = settings.flatMap(({ text }) => changelogFiles(text));
  const said = formatted.find(({ path }) => named.some((name) => path === name || path.endsWith(`/${name}`)));
  if (said) return { file: said, certain: true };
  if (formatted.length === 1 && formatted[0]) return { file: formatted[0], certain: false };
  const called = formatted.filter(({ path }) => CHANGELOG.test(baseName(path)));
  return called.length === 1 && called[0] ? { file: called[0], certain: false } : undefined;
}

interface Lists {
  changelogs: readonly SourceFile[];
  /** The changelogs that name scripts, by the scripts' folders. */
  naming: ReadonlyMap<string, SourceFile>;
  ignored: ReadonlySet<SourceFile>;
  sole: SoleFile | undefined;
}

/** What is wrong with a script that nothing includes; nothing where it may be no changeset at all. */
export function unlisted({ changelogs, naming, ignored, sole }: Lists): (file: SourceFile) => FileProblem | undefined {
  return (file) => {
    const isFormatted = FORMATTED.test(file.text);
    const beside = naming.get(folderOf(file.path));
    const list = beside ?? changelogs[0];
    const isOne = isFormatted || (beside !== undefined && !PART.test(baseName(file.path)));
    if (ignored.has(file) || !isOne) return undefined;
    const problem = { rule: 'bookkeeping-out-of-step', path: file.path, line: 1 } as const;
    if (sole && !list) {
      const message = `No changelog includes ${code(file.path)}, and ${code(sole.file.path)} can include nothing. Pointed at that one, Liquibase never runs this one.`;
      const help = `Move its changesets to the end of ${code(sole.file.path)}, or include both files in a changelog in YAML, XML or JSON.`;
      return { ...problem, message, help, severity: sole.certain ? 'error' : 'warning' };
    }
    if (!list) return undefined;
    const message = `No changelog includes ${code(file.path)}. Liquibase never runs it, and nothing of it was checked.`;
    const help = `Include it at the end of ${code(list.path)}, or wherever its turn is:\n${includesIn(list.path, [file.path])}`;
    return { ...problem, message, help, severity: isFormatted && beside ? 'error' : 'warning' };
  };
}
