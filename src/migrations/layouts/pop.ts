/** pop and popx (Ory): `<version>_name[.dialect][.autocommit].up.sql` and `.down.sql`. */
import { namesDialect, withoutDialect } from './dialects.js';
import { depends } from './evidence.js';
import { type Layout, wholeFile } from './layout.js';
import { baseName, byText, topSqlFiles } from './names.js';
import { type Part, together } from './parts.js';
import { twoFiles, versioned } from './writing.js';

const NAME = /^(\d+)_([^.]+)(\.autocommit)?\.(up|down)\.sql$/;

export const pop: Layout = {
  name: 'pop',
  tool: 'pop',
  summary:
    '`<version>_name.up.sql` and `.down.sql`, for one database with `.postgres` before it, ordered by the version',
  bookkeeping: {
    table: 'schema_migration',
    sql: `CREATE TABLE schema_migration (version varchar(14) NOT NULL);
      CREATE UNIQUE INDEX schema_migration_version_idx ON schema_migration (version)`,
  },
  versionsPerFolder: true,
  refuses: {
    deleted: 'pop forgets what it can’t find: the migration can’t be rolled back any more.',
    renamed: 'pop knows migrations by their versions: it would run the new one again.',
  },
  writing: {
    transaction: 'per-script',
    wayOut: { mark: 'give the file a name that ends in `.autocommit.up.sql` or `.autocommit.down.sql`' },
    files: twoFiles((draft, direction) => `${versioned(draft)}${draft.outside ? '.autocommit' : ''}.${direction}.sql`),
  },
  recognise(set) {
    const files = topSqlFiles(set);
    const fit = files.filter(({ path }) => NAME.test(withoutDialect(baseName(path))));
    if (fit.length === 0 || fit.length < files.length) return undefined;
    const named = fit.find((file) => namesDialect(file) || /\.autocommit\./.test(baseName(file.path)));
    return named ? { kind: 'marks', reason: named.path } : depends(set, /gobuffalo\/pop|ory\/x\b|ory\/pop/, 'pop');
  },
  read(set) {
    const parts = topSqlFiles(set).flatMap((file): Part[] => {
      const [, version, name, autocommit, role] = NAME.exec(withoutDialect(baseName(file.path))) ?? [];
      if (version === undefined || role === undefined) return [];
      // Without its transaction, pop sends the text as one query.
      const mode = autocommit ? 'single-query' : 'per-script';
      const script = wholeFile(role as 'up' | 'down', file, mode);
      return [{ key: `${version}_${name}`, id: `${version}_${name}`, version, script }];
    });
    return together('pop', parts, (a, b) => byText(a.version ?? '', b.version ?? ''));
  },
};
