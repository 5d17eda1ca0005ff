/** goose: `<version>_name.sql` with `-- +goose Up` and `-- +goose Down`. */
import { marked } from './evidence.js';
import type { Layout } from './layout.js';
import { baseName, byNumber, plainNumber, sqlFiles } from './names.js';
import { readSectioned } from './sectioned.js';
import type { SectionSyntax } from './sections.js';
import { blockProblems } from './statement-blocks.js';

const COMMAND = /^\s*--\s*\+goose\s+(\S+)\s*(.*)$/i;

const syntax: SectionSyntax = {
  tool: 'goose',
  written: { up: '-- +goose Up', down: '-- +goose Down' },
  before: 'refused',
  marker(line) {
    const [, word, options = ''] = COMMAND.exec(line) ?? [];
    const role = word?.toLowerCase();
    return role === 'up' || role === 'down' ? { role, options } : undefined;
  },
};

export const goose: Layout = {
  name: 'goose',
  tool: 'goose',
  summary: '`<version>_name.sql` with `-- +goose Up` and `-- +goose Down`, ordered by the version',
  refuses: {
    late: 'goose refuses to run: "found missing migrations" (unless it is given -allow-missing).',
    duplicate: 'goose refuses the folder: "duplicate version".',
  },
  recognise: (set) => marked(sqlFiles(set), /^\s*--\s*\+goose\s+Up/im, '-- +goose Up'),
  read: (set) =>
    readSectioned(set, {
      layout: 'goose',
      syntax,
      named({ path }) {
        const [, digits] = /^(\d+)_.+\.sql$/i.exec(baseName(path)) ?? [];
        return digits === undefined
          ? undefined
          : { id: baseName(path).replace(/\.sql$/i, ''), version: plainNumber(digits) };
      },
      // The mark may be anywhere in the file and applies to all of it.
      transaction: ({ text }) => (/^\s*--\s*\+goose\s+NO\s+TRANSACTION\s*$/im.test(text) ? 'autocommit' : 'per-script'),
      order: (a, b) => byNumber(a.version ?? '', b.version ?? ''),
      look: (file, section) => blockProblems(file, section, { tool: 'goose', prefix: '-- +goose', command: COMMAND }),
    }),
};
