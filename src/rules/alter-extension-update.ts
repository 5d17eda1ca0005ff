import { defineRule } from '../lint/rule.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'alter-extension-update',
  harm: 'note',
  preset: 'strict',
  summary: 'ALTER EXTENSION … UPDATE runs whatever the new version’s script says',
  why: `The update script belongs to the extension: it may lock, rewrite or drop what queries use, and nothing in the migration
shows it. There is no way back: no extension is updated to an older version unless it brings a script for that. The version
that is reached without TO depends on the packages that the server happens to have.`,
  fix: 'Read the extension’s release notes, say the version with TO, and try the update on a copy of production.',
  statements: ['AlterExtensionStmt'],
  check(statement, { report }) {
    const update = nodeOf(statement.node, 'AlterExtensionStmt');
    if (!update?.extname) return;
    const name = code(update.extname);
    const version = (update.options ?? []).some((option) => nodeOf(option, 'DefElem')?.defname === 'new_version');
    report({
      message: `The update script of ${name} runs here, and the migration doesn’t show what it locks or changes.${version ? '' : ' The version that it leads to depends on the server’s packages.'}`,
      help: `Look at the way that the update takes, and try it on a copy of production:\nSELECT * FROM pg_extension_update_paths('${update.extname}') WHERE path IS NOT NULL;`,
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE EXTENSION pg_trgm;', sql: 'ALTER EXTENSION pg_trgm UPDATE;' },
      { setup: 'CREATE EXTENSION pg_trgm;', sql: "ALTER EXTENSION pg_trgm UPDATE TO '1.6';" },
    ],
    good: [
      { sql: 'CREATE EXTENSION pg_trgm;' },
      { setup: 'CREATE EXTENSION pg_trgm;', sql: 'DROP EXTENSION pg_trgm;' },
    ],
  },
});
