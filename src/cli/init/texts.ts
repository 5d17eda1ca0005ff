/** The settings file that `init` writes, and what it says in the end. Pure. */
import type { LayoutNote } from '../../migrations/find.js';
import { oneLine } from '../../report/escape.js';
import { PROVEN_ON } from '../../settings/values.js';
import { documentation, published } from '../../system/version.js';

/** The layout only where one fits all; the version only where no workflow holds it. */
export function settingsText(layouts: readonly LayoutNote[], version: number | null, workflow: string | null): string {
  const names = [...new Set(layouts.map(({ layout }) => layout))];
  const found = layouts.map(({ root, layout, reason }) => `# ${oneLine(`${root || '.'}: ${layout}, ${reason}`)}\n`);
  const recognised = found.length > 0 ? `# Found here:\n${found.join('')}` : '';
  const layout = names.length === 1 && names[0] !== 'plain' ? `layout: ${names[0]}\n` : '# layout: auto\n';
  return `# yaml-language-server: $schema=${published('docs/settings.schema.json')}
# What migration-safety should know of this repository. Everything here may be left out: ${documentation('docs/settings.md')}

# How the migrations are named, split and ordered. Without this it is recognised.
${recognised}${layout}
# Where the migrations are. Without this they are recognised by folder and name.
# migrations: db/migrations/*.sql

${versionText(version, workflow)}

# The least severity that fails the check.
fail-on: error

# What must have been proven of every migration, so that a server that is missing can't look like a pass.
# required-checks: [rehearsal, rollback, rerun]
`;
}

/** Whoever stands in the wrong folder should know before the first run passes with nothing to check. */
const NO_MIGRATIONS =
  'No migrations are recognised below this folder. If there are some, name them with migrations or layout in the settings.\n';

/** It stands once: what reads the settings alone is told where. */
function versionText(version: number | null, workflow: string | null): string {
  const example = '# postgres-version: 17';
  const is = '# The major version that production runs';
  if (workflow !== null) return `${is} is that of the image in ${workflow}, unless it is said here.\n${example}`;
  return `${is}.\n${version === null ? example : `postgres-version: ${version}`}`;
}

export interface Done {
  written: readonly string[];
  /** A sentence for each file that was left as it is. */
  left: readonly string[];
  /** What the version is, and who says so; null where nobody does. */
  version: { major: number; where: string } | null;
  /** Others say another version. */
  contradicted: readonly { major: number; where: string }[];
  /** What says a version that is not supported. */
  unsupported: readonly { major: number; where: string }[];
  /** No migrations were recognised. */
  isEmpty: boolean;
  /** Where the version stands as a guess. */
  guessed: readonly string[];
}

export function closingWords(done: Done): string {
  const { written, left, version, contradicted, unsupported, isEmpty, guessed } = done;
  const others = contradicted.map(({ major, where }) => `${where} says ${major}`).join(', ');
  const said =
    version === null
      ? ''
      : `PostgreSQL ${version.major}, as ${version.where} says${others ? `; but ${others}: correct it if production runs that` : ''}.\n`;
  const not = unsupported.map(({ major, where }) => `${where} says PostgreSQL ${major}: ${PROVEN_ON}.\n`).join('');
  const first = version === null ? `name production’s Postgres version in ${guessed.join(' and ')}, ` : '';
  const wrote =
    written.length === 0 ? 'Nothing was written.\n' : `Wrote\n${written.map((path) => `  ${path}\n`).join('')}`;
  return `${wrote}${left.map((sentence) => `${sentence}\n`).join('')}${said}${not}${isEmpty ? NO_MIGRATIONS : ''}Next: ${first}commit ${written.length > 1 ? 'them' : 'it'}, and make “Migration safety” a required status check.
Read on: ${documentation('docs/github.md')}
`;
}
