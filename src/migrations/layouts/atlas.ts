/** Atlas: `<version>_name.sql` with `atlas.sum` beside them. */
import type { SourceFile } from '../../model.js';
import { type FileProblem, malformed } from '../problem.js';
import { atlasDir } from './atlas-config.js';
import { lookOf } from './atlas-formats.js';
import { sumProblems } from './atlas-sum.js';
import { marked } from './evidence.js';
import { type FileSet, type FoundMigration, type Layout, type LayoutEvidence, wholeFile } from './layout.js';
import { baseName, below, byText, topSqlFiles } from './names.js';
import { linesOf, withSemicolons } from './sections.js';
import { oneFile, versioned } from './writing.js';

const DIRECTIVE = /^--\s*atlas:(\w+)\s*(.*)$/;

export const atlas: Layout = {
  name: 'atlas',
  tool: 'Atlas',
  summary: '`<version>_name.sql` ordered by file name, with `atlas.sum`',
  checksums: true,
  versionsPerFolder: true,
  refuses: {
    edited: 'Atlas compares checksums: it refuses the folder, or a database whose history says otherwise.',
    deleted: 'Atlas refuses a database whose history names a file that is not there.',
    renamed: 'Atlas knows migrations by their versions: it would run the new one, out of order.',
    late: 'Atlas refuses to run: "migration file was added out of order" (unless exec-order is another one).',
  },
  writing: {
    transaction: 'per-script',
    wayOut: { mark: 'write `-- atlas:txmode none` at the top of the file, with an empty line below it' },
    files: oneFile((draft) => `${versioned(draft)}.sql`, '-- atlas:txmode none\n'),
    besides: 'Then run `atlas migrate hash`.',
  },
  recognise(set) {
    const sum = sumOf(set);
    if (sum) return { kind: 'marks', reason: sum.path };
    return (
      marked(topSqlFiles(set), /^--\s*atlas:(txmode|nolint|delimiter|checkpoint)\b/m, '-- atlas:') ?? atlasConfig(set)
    );
  },
  read(set) {
    const files = topSqlFiles(set).sort((a, b) => byText(baseName(a.path), baseName(b.path)));
    const problems: FileProblem[] = [];
    const notChecked = [];
    const migrations: FoundMigration[] = [];
    for (const file of files) {
      const { directives, problem } = header(file);
      if (problem) problems.push(problem);
      if (directives.has('checkpoint')) {
        notChecked.push({ check: file.path, reason: 'it is a checkpoint: it stands for the migrations before it' });
        continue;
      }
      const mode = directives.get('txmode') === 'none' ? 'autocommit' : 'per-script';
      // Not in the directive's own line.
      const sql = withSemicolons(
        file.text,
        directives.get('delimiter')?.replaceAll('\\n', '\n'),
        file.text.indexOf('\n') + 1,
      );
      const id = baseName(file.path).replace(/\.sql$/i, '');
      const up = { ...wholeFile('up', file, mode), sql };
      migrations.push({ id, version: id.split('_', 1)[0] ?? id, path: file.path, layout: 'atlas', up });
    }
    const sum = sumOf(set);
    if (sum) problems.push(...sumProblems(sum, files));
    return { migrations, problems, notChecked };
  },
};

/** The directives that are about the file: comments at its top, with an empty line below. */
function header(file: SourceFile): { directives: Map<string, string>; problem?: FileProblem } {
  const directives = new Map<string, string>();
  let first = 0;
  for (const line of linesOf(file.text)) {
    if (line.text.trim() === '') return { directives };
    if (!line.text.startsWith('--')) {
      const txmode = directives.has('txmode');
      const message = `"-- atlas:txmode" is followed by a statement: Atlas takes it for that statement's comment, and it changes nothing.`;
      return txmode
        ? { directives: new Map(), problem: malformed(file, first, message, 'Leave an empty line below it.') }
        : { directives: new Map() };
    }
    const [, name, value = ''] = DIRECTIVE.exec(line.text) ?? [];
    if (name === 'txmode') first = line.number;
    if (name !== undefined) directives.set(name, value.trim());
  }
  return { directives };
}

function sumOf(set: FileSet): SourceFile | undefined {
  return set.files.find((file) => below(set, file) === 'atlas.sum');
}

/** `atlas.hcl` speaks for the folders that it names, or for all where it names none. */
function atlasConfig(set: FileSet): LayoutEvidence | undefined {
  const numbered = topSqlFiles(set).some(({ path }) => /^\d+/.test(baseName(path)));
  const config = numbered && lookOf(set) === undefined ? atlasDir(set) : undefined;
  return config && { kind: 'config', reason: config.file.path };
}
