/** Drizzle: `NNNN_name.sql` in the order of `meta/_journal.json`, cut at `--> statement-breakpoint`. */
import type { ScriptSource, SourceFile } from '../../model.js';
import { code } from '../../sql/words.js';
import type { FileProblem } from '../problem.js';
import { type JournalEntry, readJournal } from './drizzle-journal.js';
import { marked } from './evidence.js';
import { migrationFolders } from './folders.js';
import type { FileSet, FoundMigration, Layout, LayoutEvidence } from './layout.js';
import { baseName, below, byText, configsNamed, folderOf, sqlFiles, topSqlFiles } from './names.js';
import { oneFile, versioned } from './writing.js';

const BREAKPOINT = '--> statement-breakpoint';

export const drizzle: Layout = {
  name: 'drizzle',
  tool: 'Drizzle',
  summary: '`NNNN_name.sql` in the order of `meta/_journal.json`, with `--> statement-breakpoint`',
  bookkeeping: {
    table: '__drizzle_migrations',
    sql: `CREATE SCHEMA IF NOT EXISTS drizzle;
      CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)`,
  },
  byteOrderMark: 'sent',
  listed: true,
  refuses: {
    deleted: 'Drizzle stops: the journal names a file that is not there.',
  },
  writing: {
    transaction: 'per-run',
    wayOut: { commit: 'Drizzle' },
    files: oneFile((draft) => `${versioned(draft)}.sql`, 'COMMIT;\n--> statement-breakpoint'),
    besides: 'Make each file with `drizzle-kit generate --custom`, which writes it into the journal.',
  },
  recognise(set) {
    const journal = journalOf(set);
    if (journal) return { kind: 'marks', reason: journal.path };
    if (sqlFiles(set).length === 0) return undefined;
    return marked(sqlFiles(set), /^.*--> statement-breakpoint/m, BREAKPOINT) ?? outFolder(set);
  },
  read(set) {
    const journal = journalOf(set);
    const files = new Map(scriptsIn(set).map(({ tag, file }) => [tag, file]));
    if (journal === undefined) {
      const migrations = [...files].map(([tag, file]) => migration(tag, file)).sort((a, b) => byText(a.id, b.id));
      return { migrations, problems: [], notChecked: [] };
    }
    const { entries, problems } = readJournal(journal);
    const order =
      entries ?? [...files.keys()].sort(byText).map((tag): JournalEntry => ({ tag, idx: 0, when: 0, line: 1 }));
    const migrations = order.flatMap(({ tag, line }) => {
      const file = files.get(tag);
      if (file) return [migration(tag, file)];
      problems.push(
        outOfStep(
          journal,
          line,
          `The journal names ${code(tag)}, and there is no ${code(`${tag}.sql`)}. Drizzle stops there.`,
        ),
      );
      return [];
    });
    for (const [tag, file] of files) {
      if (order.some((entry) => entry.tag === tag)) continue;
      problems.push(
        outOfStep(file, 1, `The journal ${code(journal.path)} does not name ${code(tag)}. Drizzle never runs it.`),
      );
      migrations.push(migration(tag, file));
    }
    return { migrations, problems, notChecked: [] };
  },
};

/** The settings name the folder; others in the repository are not Drizzle's. */
function outFolder(set: FileSet): LayoutEvidence | undefined {
  const config = configsNamed(set, /^drizzle\.config\./).find(({ path, text }) => {
    const out = /\bout\s*:\s*['"`]([^'"`]+)['"`]/.exec(text)?.[1] ?? 'drizzle';
    return `${folderOf(path)}${out.replace(/^(\.\/)+/, '').replace(/\/?$/, '/')}` === set.root;
  });
  return config && { kind: 'config', reason: config.path };
}

function migration(tag: string, file: SourceFile): FoundMigration {
  const up: ScriptSource = { role: 'up', file, sql: atBreakpoints(file.text), transaction: 'per-run' };
  return { id: tag, path: file.path, layout: 'drizzle', up };
}

/** A breakpoint ends a statement that has no semicolon: one takes its place. */
function atBreakpoints(text: string): string {
  return text.replaceAll(BREAKPOINT, `;${' '.repeat(BREAKPOINT.length - 1)}`);
}

/** Newer versions have a folder for each migration, and no journal. */
function scriptsIn(set: FileSet): { tag: string; file: SourceFile }[] {
  const flat = topSqlFiles(set).map((file) => ({ tag: baseName(file.path).replace(/\.sql$/, ''), file }));
  if (flat.length > 0) return flat;
  return migrationFolders(set).flatMap(({ name, files }) => {
    const file = files.get('migration.sql');
    return file ? [{ tag: name, file }] : [];
  });
}

function journalOf(set: FileSet): SourceFile | undefined {
  return set.files.find((file) => below(set, file) === 'meta/_journal.json');
}

function outOfStep({ path }: SourceFile, line: number, message: string): FileProblem {
  return { rule: 'bookkeeping-out-of-step', path, line, message };
}
