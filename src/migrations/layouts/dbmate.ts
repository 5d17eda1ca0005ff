/** dbmate: `<version>_name.sql` with `-- migrate:up` and `-- migrate:down`. */
import { marked } from './evidence.js';
import type { Layout } from './layout.js';
import { baseName, byText, sqlFiles } from './names.js';
import { readSectioned } from './sectioned.js';
import type { SectionSyntax } from './sections.js';
import { sectionsOf, versioned } from './writing.js';

const MARKER = /^--\s*migrate:(up|down)(?:\s+(.*))?\s*$/;

const syntax: SectionSyntax = {
  tool: 'dbmate',
  written: { up: '-- migrate:up', down: '-- migrate:down' },
  before: 'refused',
  marker(line) {
    const [, role, options = ''] = MARKER.exec(line) ?? [];
    return role === 'up' || role === 'down' ? { role, options } : undefined;
  },
};

export const dbmate: Layout = {
  name: 'dbmate',
  tool: 'dbmate',
  summary: '`<version>_name.sql` with `-- migrate:up` and `-- migrate:down`, ordered by file name',
  bookkeeping: {
    table: 'schema_migrations',
    sql: `CREATE TABLE schema_migrations (version varchar PRIMARY KEY)`,
  },
  byteOrderMark:
    'dbmate doesn’t see “-- migrate:up” behind it, and stops: it requires each migration to define an up block.',
  versionsPerFolder: true,
  refuses: { duplicate: 'dbmate records the version once, and the second file fails on the key of schema_migrations.' },
  writing: {
    transaction: 'per-script',
    wayOut: { mark: 'write `transaction:false` after `-- migrate:up` or `-- migrate:down`' },
    files: sectionsOf(
      (draft) => `${versioned(draft)}.sql`,
      (outside) => {
        const option = outside ? ' transaction:false' : '';
        return { up: `-- migrate:up${option}`, down: `-- migrate:down${option}` };
      },
    ),
  },
  recognise: (set) => marked(sqlFiles(set), /^--\s*migrate:up/m, '-- migrate:up'),
  read: (set) =>
    readSectioned(set, {
      layout: 'dbmate',
      syntax,
      named({ path }) {
        const version = /^(\d+)/.exec(baseName(path))?.[1];
        return version === undefined ? undefined : { id: baseName(path).replace(/\.sql$/i, ''), version };
      },
      // Without a transaction of its own the text goes as one query, which Postgres wraps where it holds several statements.
      transaction: (_, { options }) => (/\btransaction:\s*false\b/.test(options) ? 'single-query' : 'per-script'),
      order: (a, b) => byText(a.path, b.path),
    }),
};
