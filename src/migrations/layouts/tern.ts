/** tern: `<n>_name.sql`; what follows `---- create above / drop below ----` is the down script. */
import { configured, marked } from './evidence.js';
import type { Layout } from './layout.js';
import { baseName, byNumber, plainNumber, topSqlFiles } from './names.js';
import { readSectioned } from './sectioned.js';
import type { SectionSyntax } from './sections.js';
import { sectionsOf, versioned } from './writing.js';

const SEPARATOR = '---- create above / drop below ----';
const NAME = /^(\d+)_.+\.sql$/;

const syntax: SectionSyntax = {
  tool: 'tern',
  written: { up: 'the start of the file', down: SEPARATOR },
  before: 'up',
  marker: (line) => (line.startsWith(SEPARATOR) ? { role: 'down', options: '' } : undefined),
};

export const tern: Layout = {
  name: 'tern',
  tool: 'tern',
  summary: '`<n>_name.sql` with `---- create above / drop below ----`, ordered by the number',
  consecutive: true,
  placeholders: 'go-template',
  bookkeeping: {
    table: 'schema_version',
    sql: `CREATE TABLE public.schema_version (version int NOT NULL)`,
  },
  versionsPerFolder: true,
  refuses: {
    late: 'tern skips it: it only runs versions above the one that a database is at.',
    duplicate: 'tern refuses the folder: "Duplicate migration".',
    deleted: 'tern counts files: it refuses a folder in which a number is missing.',
    renamed: 'tern counts files: a number that moved is another migration.',
  },
  // migrate/migrate.go: select pg_advisory_lock($1).
  runnerLock: {
    held: 'by the session',
    wayOut:
      'Run tern once, as a step of the deployment and not in each instance of the application: it has no setting for its lock.',
  },
  writing: {
    transaction: 'per-script',
    wayOut: { mark: 'write `---- tern: disable-tx ----` into that section' },
    files: sectionsOf(
      (draft) => `${versioned(draft)}.sql`,
      (outside) => {
        const mark = outside ? '---- tern: disable-tx ----' : '';
        return { top: mark, down: `---- create above / drop below ----${mark && `\n${mark}`}` };
      },
    ),
  },
  recognise(set) {
    const files = topSqlFiles(set).filter(({ path }) => NAME.test(baseName(path)));
    if (files.length === 0) return undefined;
    return (
      marked(files, /^---- (create above \/ drop below|tern: disable-tx) ----/m, SEPARATOR) ??
      configured(set, /^tern\.conf$/)
    );
  },
  read: (set) =>
    readSectioned(set, {
      layout: 'tern',
      syntax,
      named({ path }) {
        const digits = NAME.exec(baseName(path))?.[1];
        return digits === undefined
          ? undefined
          : { id: baseName(path).replace(/\.sql$/, ''), version: plainNumber(digits) };
      },
      // The mark is about its own section; without a transaction, tern sends statement by statement.
      transaction: ({ text }, { start, end }) =>
        /^---- tern: disable-tx ----\r?$/m.test(text.slice(start, end)) ? 'autocommit' : 'per-script',
      order: (a, b) => byNumber(a.version ?? '', b.version ?? ''),
    }),
};
