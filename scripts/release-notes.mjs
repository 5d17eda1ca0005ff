/**
 * A release's notes: its part of the changelog, and how it is named in a workflow, by tag and by commit.
 * Usage: node scripts/release-notes.mjs <tag> <commit>. Fails where the tag isn't the package's version, or the changelog has no part of it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { currentNames } from './names.mjs';

/** The part of a changelog under the version's heading; throws where there is none, or nothing in it. Pure. */
export function sectionOf(changelog, version) {
  const lines = changelog.split(/\r?\n/);
  const heading = new RegExp(`^## \\[?v?${version.replaceAll(/[.+]/g, '\\$&')}\\]?(?=[ (]|$)`);
  const from = lines.findIndex((line) => heading.test(line));
  if (from < 0)
    throw new Error(`CHANGELOG.md has no part "## ${version}": move what is under Unreleased there, with its date`);
  const to = lines.findIndex((line, at) => at > from && line.startsWith('## '));
  const text = lines
    .slice(from + 1, to < 0 ? undefined : to)
    .join('\n')
    .trim();
  if (text === '') throw new Error(`CHANGELOG.md: there is nothing under "## ${version}"`);
  return text;
}

/** Throws where the tag, the package and the changelog disagree. Pure. */
export function releaseNotes(changelog, names, { tag, commit }) {
  if (tag !== `v${names.version}`) throw new Error(`the tag ${tag} is not the package's version: v${names.version}`);
  if (!/^[0-9a-f]{40}$/.test(commit)) throw new Error(`${commit} is no commit: give all of its 40 digits`);
  return `${sectionOf(changelog, names.version)}

### In a workflow

\`\`\`yaml
# By the tag, which follows the releases of this major version:
- uses: ${names.repository}@${names.major}
# By the commit of this release, which nothing can move:
- uses: ${names.repository}@${commit} # ${tag}
\`\`\`

On the command line: \`npx ${names.package}@${names.version} check\`. Where the package comes from: \`gh attestation verify <file> --repo ${names.repository}\`.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const [tag, commit] = process.argv.slice(2);
  try {
    if (tag === undefined || commit === undefined)
      throw new Error('usage: node scripts/release-notes.mjs <tag> <commit>');
    const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
    process.stdout.write(releaseNotes(changelog, currentNames(), { tag, commit }));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
