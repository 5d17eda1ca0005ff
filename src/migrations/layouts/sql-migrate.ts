/** sql-migrate (rubenv): `-- +migrate Up` and `-- +migrate Down`, each with its own transaction. */
import { marked } from './evidence.js';
import type { Layout } from './layout.js';
import { baseName, byNumber, byText, sqlFiles } from './names.js';
import { readSectioned } from './sectioned.js';
import type { SectionSyntax } from './sections.js';
import { blockProblems } from './statement-blocks.js';
import { inBlock, sectionsOf, versioned } from './writing.js';

const COMMAND = /^\s*--\s*\+migrate\s+(\S+)\s*(.*)$/i;

const syntax: SectionSyntax = {
  tool: 'sql-migrate',
  written: { up: '-- +migrate Up', down: '-- +migrate Down' },
  before: 'refused',
  marker(line) {
    const [, word, options = ''] = COMMAND.exec(line) ?? [];
    const role = word?.toLowerCase();
    return role === 'up' || role === 'down' ? { role, options } : undefined;
  },
};

export const sqlMigrate: Layout = {
  name: 'sql-migrate',
  tool: 'sql-migrate',
  summary: 'files with `-- +migrate Up` and `-- +migrate Down`, ordered by the number in front of their names',
  versionsPerFolder: true,
  refuses: {
    deleted: 'sql-migrate refuses to run: "unknown migration in database".',
    renamed: 'sql-migrate knows migrations by their file names: it runs the new name again and refuses the old one.',
  },
  writing: {
    transaction: 'per-script',
    wayOut: { mark: 'write `notransaction` after `-- +migrate Up` or `-- +migrate Down`' },
    files: sectionsOf(
      (draft) => `${versioned(draft)}.sql`,
      (outside) => {
        const option = outside ? ' notransaction' : '';
        return { up: `-- +migrate Up${option}`, down: `-- +migrate Down${option}` };
      },
      inBlock('-- +migrate'),
    ),
  },
  recognise: (set) => marked(sqlFiles(set), /^\s*--\s*\+migrate\s+Up/im, '-- +migrate Up'),
  read: (set) =>
    readSectioned(set, {
      layout: 'sql-migrate',
      syntax,
      named: ({ path }) => ({ id: baseName(path) }),
      transaction: (_, { options }) => (/\bnotransaction\b/.test(options) ? 'autocommit' : 'per-script'),
      order: (a, b) => byNumber(numberOf(a.id), numberOf(b.id)) || byText(a.id, b.id),
      look: (file, section) =>
        blockProblems(file, section, { tool: 'sql-migrate', prefix: '-- +migrate', command: COMMAND }),
    }),
};

function numberOf(id: string): string {
  return /^\d+/.exec(id)?.[0] ?? '';
}
