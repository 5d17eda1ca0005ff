/** Hasura: `migrations/<database>/<milliseconds>_name/up.sql` and `down.sql`. */

import { migrationFolders } from './folders.js';
import type { Layout } from './layout.js';
import { byNumber, configsNamed } from './names.js';
import { readUpDownFolders } from './up-down-folders.js';
import { oneFile, twoFiles, versioned } from './writing.js';

export const hasura: Layout = {
  name: 'hasura',
  tool: 'Hasura',
  summary:
    'folders `<milliseconds>_name` with `up.sql` and `down.sql` below a folder for the database, ordered by number',
  refuses: {},
  writing: {
    transaction: 'per-script',
    wayOut: { none: 'Hasura', recorded: 'hasura migrate apply --skip-execution --version <version>' },
    forward: oneFile((draft) => `${versioned(draft)}/up.sql`),
    files: twoFiles((draft, direction) => `${versioned(draft)}/${direction}.sql`),
  },
  recognise(set) {
    const folders = migrationFolders(set).filter(({ files }) => files.has('up.sql'));
    if (folders.length === 0 || !folders.every(({ name }) => /^\d+_/.test(name))) return undefined;
    const config = configsNamed(set, /^config\.ya?ml$/).find(({ text }) => /metadata_directory|hasura/i.test(text));
    if (config) return { kind: 'config', reason: config.path };
    if (!folders.every(({ name }) => /^\d{13}_/.test(name))) return undefined;
    return { kind: 'names', reason: `folders such as ${folders[0]?.name} with an up.sql` };
  },
  read: (set) =>
    readUpDownFolders(set, {
      layout: 'hasura',
      tool: 'Hasura',
      versionOf: (name) => /^(\d+)_/.exec(name)?.[1],
      transaction: () => 'per-script',
      order: (a, b) => byNumber(a.version ?? '', b.version ?? ''),
    }),
};
