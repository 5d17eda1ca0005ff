/** What a release says of itself, and what stops one that isn't ready. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { namesOf } from '../../scripts/names.mjs';
// @ts-expect-error a script without types
import { releaseNotes, sectionOf } from '../../scripts/release-notes.mjs';

const CHANGELOG = `# Changelog

## Unreleased

- Not yet.

## 1.10.0 (2027-01-02)

- New: \`this\`.

  | a | b |
  | - | - |

### Mended

- That.

## [1.1.0] - 2026-12-01

- Old.

## 1.0.0
`;
const names = namesOf({
  name: 'pg-check',
  version: '1.10.0',
  repository: { url: 'git+https://github.com/acme/pg-check.git' },
  bin: { 'pg-check': 'dist/cli.js' },
});
const commit = 'a'.repeat(40);

describe('the notes of a release', () => {
  it('are its part of the changelog, and no other', () => {
    expect(sectionOf(CHANGELOG, '1.10.0')).toBe('- New: `this`.\n\n  | a | b |\n  | - | - |\n\n### Mended\n\n- That.');
    expect(sectionOf(CHANGELOG.replaceAll('\n', '\r\n'), '1.1.0')).toBe('- Old.');
  });

  it('say how it is used by its tag and by its commit', () => {
    const notes = releaseNotes(CHANGELOG, names, { tag: 'v1.10.0', commit });
    expect(notes).toContain('- New: `this`.');
    expect(notes).toContain('- uses: acme/pg-check@v1\n');
    expect(notes).toContain(`- uses: acme/pg-check@${commit} # v1.10.0\n`);
    expect(notes).toContain('npx pg-check@1.10.0 check');
  });

  it.each([
    ['a tag of another version', { tag: 'v1.10.1', commit }, 'the tag v1.10.1 is not the package'],
    ['a short commit', { tag: 'v1.10.0', commit: 'abc1234' }, 'abc1234 is no commit'],
  ])('refuse %s', (_, release, message) => {
    expect(() => releaseNotes(CHANGELOG, names, release)).toThrow(message);
  });

  it('refuse a version that the changelog does not tell of', () => {
    expect(() => sectionOf(CHANGELOG, '1.1')).toThrow('CHANGELOG.md has no part "## 1.1"');
    expect(() => sectionOf(CHANGELOG, '1.0.0')).toThrow('there is nothing under "## 1.0.0"');
  });

  it('end the program with 1 where they can’t be written', () => {
    const script = fileURLToPath(new URL('../../scripts/release-notes.mjs', import.meta.url));
    const { status, stderr, stdout } = spawnSync(process.execPath, [script, 'v999.0.0', commit], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^the tag v999\.0\.0 is not the package's version: v\d/);
  });
});
