/** postgres-migrations (npm): `<n>_name.sql` without a way back, each with a hash in its table. */
import { allNamed, depends, marked } from './evidence.js';
import { type Layout, wholeFile } from './layout.js';
import { baseName, byNumber, plainNumber, topSqlFiles } from './names.js';
import { type Part, together } from './parts.js';
import { oneFile, versioned } from './writing.js';

const NAME = /^(-?\d+)[-_]?(.*)\.sql$/;
const MARK = /-- postgres-migrations disable-transaction/;

export const postgresMigrations: Layout = {
  name: 'postgres-migrations',
  tool: 'postgres-migrations',
  summary: '`<n>_name.sql`, numbered 1, 2, 3',
  consecutive: true,
  checksums: true,
  byteOrderMark: 'sent',
  refuses: {
    edited: 'postgres-migrations compares hashes and refuses to run: "Hashes don’t match for migrations".',
    deleted: 'postgres-migrations refuses the folder: the numbers have to follow each other.',
    renamed: 'postgres-migrations refuses the folder, or takes another file for the one that was applied.',
    duplicate: 'postgres-migrations refuses the folder: "Found non-consecutive migration ID".',
    late: 'postgres-migrations refuses to run: another migration was applied under that number.',
  },
  writing: {
    transaction: 'per-script',
    wayOut: { mark: 'write `-- postgres-migrations disable-transaction` at the top of the file' },
    files: oneFile((draft) => `${versioned(draft)}.sql`, '-- postgres-migrations disable-transaction'),
  },
  recognise(set) {
    if (!allNamed(set, NAME)) return undefined;
    return (
      marked(topSqlFiles(set), MARK, '-- postgres-migrations disable-transaction') ??
      depends(set, /"postgres-migrations"/, 'postgres-migrations')
    );
  },
  read(set) {
    const parts = topSqlFiles(set).flatMap((file): Part[] => {
      const [, digits, title] = NAME.exec(baseName(file.path)) ?? [];
      if (digits === undefined) return [];
      // Sent as one query: without its transaction, several statements still get an implicit one.
      const mode = MARK.test(file.text) ? 'single-query' : 'per-script';
      const version = plainNumber(digits);
      return [{ key: file.path, id: `${digits}_${title}`, version, script: wholeFile('up', file, mode) }];
    });
    return together('postgres-migrations', parts, (a, b) => byNumber(a.version ?? '', b.version ?? ''));
  },
};
