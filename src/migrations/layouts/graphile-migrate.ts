/** graphile-migrate: `committed/NNNNNN.sql`, chained by hashes, and the current migration. */
import type { SourceFile } from '../../model.js';
import { code } from '../../sql/words.js';
import { type FileProblem, malformed } from '../problem.js';
import { checksum } from './checksum.js';
import { configured } from './evidence.js';
import { type FileSet, type FoundMigration, type Layout, wholeFile } from './layout.js';
import { below, byNumber, byText, sqlFiles } from './names.js';
import { isBlank } from './sections.js';
import { oneFile } from './writing.js';

const COMMITTED = /^committed\/(\d{6,})(-.*)?\.sql$/;
const CURRENT = /^current(?:\.sql|\/.+\.sql)$/;
const HEADER = /^--! ([A-Z]\w*)(?::\s*(.*))?$/;

export const graphileMigrate: Layout = {
  name: 'graphile-migrate',
  tool: 'graphile-migrate',
  summary: '`committed/NNNNNN.sql` ordered by number, then `current.sql` or `current/`',
  consecutive: true,
  checksums: true,
  placeholders: 'colon-capitals',
  refuses: {
    edited: 'graphile-migrate compares hashes and refuses the folder: "Hash … does not match".',
    deleted: 'graphile-migrate refuses the folder: each migration names the hash of the one before it.',
    renamed: 'graphile-migrate refuses the folder: the numbers have to follow each other.',
    duplicate: 'graphile-migrate refuses the folder: the numbers have to follow each other.',
  },
  writing: {
    transaction: 'per-script',
    wayOut: { mark: 'write `--! no-transaction` as the first line' },
    files: oneFile(({ version, name }) => `committed/${version}-${name}.sql`, '--! no-transaction'),
    besides: 'Write one after the other into `current.sql`, and run `graphile-migrate commit` after each.',
  },
  recognise(set) {
    const committed = sqlFiles(set).find((file) => COMMITTED.test(below(set, file)));
    if (committed) return { kind: 'marks', reason: committed.path };
    return sqlFiles(set).some((file) => CURRENT.test(below(set, file)))
      ? configured(set, /^\.gmrc(\.js|\.cjs)?$/)
      : undefined;
  },
  read(set) {
    const problems: FileProblem[] = [];
    const committed = filesNamed(set, COMMITTED).sort((a, b) => byNumber(a.name, b.name));
    const current = filesNamed(set, CURRENT).sort((a, b) => byText(a.file.path, b.file.path));
    let previous: SourceFile | undefined;
    for (const { file } of committed) {
      problems.push(...hashProblems(file, previous));
      previous = file;
    }
    const migrations = [...committed, ...current.filter(({ file }) => !isBlank({ sql: file.text }))].map(
      ({ file, name, path }): FoundMigration => ({
        id: path.replace(/\.sql$/, ''),
        ...(name !== '' && { version: String(Number(name)) }),
        path: file.path,
        layout: 'graphile-migrate',
        // Without a transaction the text goes as one query.
        up: wholeFile('up', file, startsWithoutTransaction(file) ? 'single-query' : 'per-script'),
        // The current migration is still being written: it is applied again and again.
        ...(name === '' && { repeatable: true }),
      }),
    );
    return { migrations, problems, notChecked: [] };
  },
};

function filesNamed(set: FileSet, pattern: RegExp) {
  return sqlFiles(set).flatMap((file) => {
    const path = below(set, file);
    const match = pattern.exec(path);
    return match ? [{ file, path, name: match[1] ?? '' }] : [];
  });
}

interface Header {
  fields: Map<string, string>;
  body: string;
}

/** Lines of `--! Name: value` at the top; the body follows after empty lines. */
function headerOf({ text }: SourceFile): Header {
  const fields = new Map<string, string>();
  const lines = text.split(/\r?\n/);
  let at = 0;
  for (; at < lines.length; at++) {
    const match = HEADER.exec(lines[at] ?? '');
    if (match?.[1] === undefined) break;
    fields.set(match[1], match[2]?.trim() ?? '');
  }
  return { fields, body: lines.slice(at).join('\n') };
}

function startsWithoutTransaction(file: SourceFile): boolean {
  return /^\s*--! no-transaction\b/.test(headerOf(file).body);
}

/** Each migration's hash is over the hash before it and its own text. */
function hashProblems(file: SourceFile, before: SourceFile | undefined): FileProblem[] {
  const { fields, body } = headerOf(file);
  const [previous, hash] = [fields.get('Previous'), fields.get('Hash')];
  if (previous === undefined || hash === undefined)
    return [
      malformed(
        file,
        1,
        'The header lacks "--! Previous: …" or "--! Hash: …", which graphile-migrate writes on commit.',
      ),
    ];
  const problem = (line: number, message: string): FileProblem[] => [
    {
      rule: 'bookkeeping-out-of-step',
      path: file.path,
      line,
      message,
      help: 'Write the change into current.sql, and commit it as a new migration.',
    },
  ];
  const expected = before === undefined ? '-' : (headerOf(before).fields.get('Hash') ?? '-');
  if (before && previous !== expected && previous === headerOf(before).fields.get('Previous'))
    return problem(
      1,
      `The chain forks: ${code(before.path)} and this one both follow ${code(previous)}. graphile-migrate refuses the folder.`,
    );
  if (previous !== expected)
    return problem(
      1,
      `The header says that ${code(previous)} comes before, but the migration before has ${code(expected)}. graphile-migrate refuses the folder.`,
    );
  const actual = `sha1:${checksum('sha1')
    .update(`${previous === '-' ? '' : `${previous}\n`}${body.trim()}\n`)
    .digest('hex')}`;
  if (actual === hash || fields.has('AllowInvalidHash')) return [];
  return problem(
    2,
    `The text’s hash is ${code(actual)}, and the header says ${code(hash)}. The migration was edited after its commit, and graphile-migrate refuses it.`,
  );
}
