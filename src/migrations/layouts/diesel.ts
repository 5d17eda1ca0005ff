/** Diesel: `<version>_name/up.sql` and `down.sql`, with an optional `metadata.toml`. */
import { configured, depends } from './evidence.js';
import { migrationFolders } from './folders.js';
import type { FileSet, Layout, LayoutEvidence } from './layout.js';
import { byText } from './names.js';
import { readUpDownFolders } from './up-down-folders.js';
import { twoFiles, versioned } from './writing.js';

const VERSION = /^([\d-]*\d)_/;

export const diesel: Layout = {
  name: 'diesel',
  tool: 'Diesel',
  summary: 'folders `<version>_name` with `up.sql` and `down.sql`, ordered by the version without its dashes',
  bookkeeping: {
    table: '__diesel_schema_migrations',
    sql: `CREATE TABLE __diesel_schema_migrations (version varchar(50) PRIMARY KEY, run_on timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP)`,
  },
  refuses: { duplicate: 'Diesel records a version once: the second migration is taken for the first.' },
  writing: {
    transaction: 'per-script',
    wayOut: { mark: 'write `run_in_transaction = false` into the `metadata.toml` beside it' },
    files: (draft) => [
      ...twoFiles((one, direction) => `${versioned(one)}/${direction}.sql`)(draft),
      ...(draft.outside ? [{ path: `${versioned(draft)}/metadata.toml`, text: 'run_in_transaction = false\n' }] : []),
    ],
  },
  recognise(set) {
    const folders = migrationFolders(set).filter(({ files }) => files.has('up.sql'));
    if (folders.length === 0 || !folders.every(({ name }) => VERSION.test(name))) return undefined;
    return evidenceOf(set) ?? namesOf(folders.map(({ name }) => name));
  },
  read: (set) =>
    readUpDownFolders(set, {
      layout: 'diesel',
      tool: 'Diesel',
      versionOf: (name) => VERSION.exec(name)?.[1]?.replaceAll('-', ''),
      // What runs without a transaction is sent as one query all the same.
      transaction: (files) =>
        /^\s*run_in_transaction\s*=\s*false\b/m.test(files.get('metadata.toml')?.text ?? '')
          ? 'single-query'
          : 'per-script',
      order: (a, b) => byText(a.version ?? '', b.version ?? ''),
    }),
};

function evidenceOf(set: FileSet): LayoutEvidence | undefined {
  const metadata = set.files.find(({ path }) => path.endsWith('/metadata.toml'));
  if (metadata) return { kind: 'marks', reason: metadata.path };
  return configured(set, /^diesel\.toml$/) ?? depends(set, /^\s*diesel(_migrations)?\b/m, 'diesel');
}

/** Thirteen digits are milliseconds, as Hasura counts. */
function namesOf(names: string[]): LayoutEvidence | undefined {
  if (names.every((name) => /^\d{13}_/.test(name))) return undefined;
  return { kind: 'names', reason: `folders such as ${names[0]} with an up.sql` };
}
