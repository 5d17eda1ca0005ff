/** Rails: migrations are Ruby; `structure.sql` is the schema that they lead to. */
import { marked } from './evidence.js';
import { type Layout, wholeFile } from './layout.js';
import { baseName, sqlFiles } from './names.js';
import { railsWriting } from './rails-writing.js';

const STRUCTURE = /(^|_)structure\.sql$/;

export const rails: Layout = {
  name: 'rails',
  tool: 'Rails',
  summary: '`structure.sql` as the schema before the change; the Ruby migrations themselves need the setting `command`',
  refuses: {},
  writing: railsWriting,
  recognise(set) {
    const structures = sqlFiles(set).filter(({ path }) => STRUCTURE.test(baseName(path)));
    return marked(
      structures,
      /INSERT INTO "?schema_migrations"?|PostgreSQL database dump|CREATE TABLE (public\.)?schema_migrations/,
      'schema_migrations',
    );
  },
  read(set) {
    const structure = sqlFiles(set).find(({ path }) => baseName(path) === 'structure.sql');
    const dump = 'it is the schema after all migrations, not a migration: it serves as the baseline';
    const other = 'Rails runs no SQL files: if it is a migration, name it with the setting migrations';
    const reason = (path: string) => (STRUCTURE.test(baseName(path)) ? dump : other);
    return {
      migrations: [],
      problems: [],
      notChecked: sqlFiles(set).map(({ path }) => ({ check: path, reason: reason(path) })),
      ...(structure && { baseline: wholeFile('up', structure, 'autocommit') }),
    };
  },
};
