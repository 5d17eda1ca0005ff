/** node-pg-migrate's SQL files: `<timestamp>_name.sql` with `-- Up Migration` and `-- Down Migration`. */
import { depends, marked } from './evidence.js';
import type { FileSet, Layout } from './layout.js';
import { baseName, byNumber, byText, sqlFiles, topSqlFiles } from './names.js';
import { readSectioned } from './sectioned.js';
import type { SectionSyntax } from './sections.js';
import { sectionsOf, versioned } from './writing.js';

const MARKER = /^\s*--[\s-]*(up|down)\s+migration/i;

const syntax: SectionSyntax = {
  tool: 'node-pg-migrate',
  written: { up: '-- Up Migration', down: '-- Down Migration' },
  before: 'up',
  marker(line) {
    const role = MARKER.exec(line)?.[1]?.toLowerCase();
    return role === 'up' || role === 'down' ? { role, options: '' } : undefined;
  },
};

export const nodePgMigrate: Layout = {
  name: 'node-pg-migrate',
  tool: 'node-pg-migrate',
  summary: 'SQL files with `-- Up Migration` and `-- Down Migration`, ordered by the timestamp in front',
  bookkeeping: {
    table: 'pgmigrations',
    sql: `CREATE TABLE pgmigrations (id serial PRIMARY KEY, name varchar(255) NOT NULL, run_on timestamp NOT NULL)`,
  },
  byteOrderMark: 'sent',
  refuses: {
    late: 'node-pg-migrate refuses to run: "Not run migration … is preceding already run migration" (check-order).',
    deleted: 'node-pg-migrate refuses to run: the order of what has run and what is there differs (check-order).',
    renamed: 'node-pg-migrate knows migrations by their names: it would run the new name again (check-order stops it).',
  },
  writing: {
    transaction: 'per-run',
    wayOut: { none: 'node-pg-migrate' },
    files: sectionsOf(
      (draft) => `${versioned(draft)}.sql`,
      () => ({ up: '-- Up Migration', down: '-- Down Migration' }),
    ),
  },
  recognise(set) {
    const inFile = marked(sqlFiles(set), /^\s*--[\s-]*up\s+migration/im, '-- Up Migration');
    if (inFile) return inFile;
    const dated =
      topSqlFiles(set).length > 0 && topSqlFiles(set).every(({ path }) => /^\d{13,}[_-]/.test(baseName(path)));
    return dated ? depends(set, /"node-pg-migrate"/, 'node-pg-migrate') : undefined;
  },
  read: (set) =>
    readSectioned(set, {
      layout: 'node-pg-migrate',
      syntax,
      named: ({ path }) => ({ id: baseName(path).replace(/\.sql$/i, '') }),
      // An SQL file can't ask for none.
      transaction: () => (eachByItself(set) ? 'per-script' : 'per-run'),
      order: (a, b) => byNumber(numberOf(a.id), numberOf(b.id)) || byText(a.id, b.id),
    }),
};

/** All pending files share one transaction, unless a script of the project says otherwise. */
function eachByItself({ configs }: FileSet): boolean {
  return configs.some(({ text }) => /--no-single-transaction|--single-transaction[= ]false/.test(text));
}

function numberOf(id: string): string {
  return /^\d+/.exec(id)?.[0] ?? '';
}
