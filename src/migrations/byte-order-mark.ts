/** A file that begins with a byte order mark: psql and many tools drop it, others stumble. Pure. */
import type { ScriptSource } from '../model.js';
import type { FoundMigration, Layout } from './layouts/layout.js';
import { type FileProblem, malformed } from './problem.js';

const HELP = 'Save the file as UTF-8 without a byte order mark.';

/** The script as its tool sends it. */
export function withByteOrderMark(script: ScriptSource, { byteOrderMark }: Layout): ScriptSource {
  const begins = script.role === 'up' || script.sql === script.file.text;
  if (byteOrderMark !== 'sent' || !script.file.byteOrderMark || !begins) return script;
  const mark = { at: 0, length: 1, was: 0 };
  const fills = (script.fills ?? []).map((fill) => ({ ...fill, at: fill.at + 1 }));
  return { ...script, sql: `\ufeff${script.sql}`, fills: [mark, ...fills] };
}

/** Where the tool can't read the file for it. */
export function byteOrderMarks(migrations: readonly FoundMigration[], { byteOrderMark }: Layout): FileProblem[] {
  if (byteOrderMark === undefined || byteOrderMark === 'sent') return [];
  return migrations.flatMap(({ up: { file } }) =>
    file.byteOrderMark ? [malformed(file, 1, `The file begins with a byte order mark. ${byteOrderMark}`, HELP)] : [],
  );
}
