/** node-pg-migrate's SQL files: `<timestamp>_name.sql` with `-- Up Migration` and `-- Down Migration`. */
import { depends, marked } from './evidence.js';
import type { FileSet, FoundMigration, Layout } from './layout.js';
import { baseName, below, byNumber, byText, isSqlInCode, sqlFiles, topSqlFiles } from './names.js';
import { codeFor, sqlInCode } from './node-pg-migrate-code.js';
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

const sections = sectionsOf(
  (draft) => `${versioned(draft)}.sql`,
  () => ({ up: '-- Up Migration', down: '-- Down Migration' }),
);

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
    wayOut: { mark: 'write it in code, as `<timestamp>_name.sql.cjs`, with `pgm.noTransaction()` and `pgm.sql()`' },
    files: (draft) =>
      draft.outside ? [{ path: `${versioned(draft)}.sql.cjs`, text: codeFor(draft) }] : sections(draft),
  },
  recognise(set) {
    const inFile = marked(sqlFiles(set), /^\s*--[\s-]*up\s+migration/im, '-- Up Migration');
    if (inFile) return inFile;
    const dated =
      topSqlFiles(set).length > 0 && topSqlFiles(set).every(({ path }) => /^\d{13,}[_-]/.test(baseName(path)));
    return dated ? depends(set, /"node-pg-migrate"/, 'node-pg-migrate') : undefined;
  },
  read(set) {
    // An SQL file can't ask for none.
    const mode = eachByItself(set) ? 'per-script' : 'per-run';
    const result = readSectioned(set, {
      layout: 'node-pg-migrate',
      syntax,
      named: ({ path }) => ({ id: baseName(path).replace(/\.sql$/i, '') }),
      transaction: () => mode,
      order: inOrder,
    });
    for (const file of set.files.filter(({ path }) => isSqlInCode(path) && !below(set, { path }).includes('/'))) {
      const id = baseName(file.path).replace(/\.[cm]?js$/i, '');
      const scripts = sqlInCode(file, mode);
      if (scripts) result.migrations.push({ id, path: file.path, layout: 'node-pg-migrate', ...scripts });
      else result.notChecked.push({ check: file.path, reason: 'its code does more than send SQL in pgm.sql(`…`)' });
    }
    result.migrations.sort(inOrder);
    return result;
  },
};

function inOrder(a: FoundMigration, b: FoundMigration): number {
  return byNumber(numberOf(a.id), numberOf(b.id)) || byText(a.id, b.id);
}

/** All pending files share one transaction, unless a script of the project says otherwise. */
function eachByItself({ configs }: FileSet): boolean {
  return configs.some(({ text }) => /--no-single-transaction|--single-transaction[= ]false/.test(text));
}

function numberOf(id: string): string {
  return /^\d+/.exec(id)?.[0] ?? '';
}
