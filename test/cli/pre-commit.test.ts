/** The hook definition that pre-commit reads, held against the command line that it names. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseCommandLine } from '../../src/cli/arguments.js';

const file = (path: string) => new URL(`../../${path}`, import.meta.url);
const read = (path: string) => readFileSync(file(path), 'utf8');
const hooks: { id: string; entry: string; language: string; files: string }[] = parse(read('.pre-commit-hooks.yaml'));

describe.each(hooks)('the hook $id', ({ entry, language, files }) => {
  it('calls the package’s command, with options that it knows', () => {
    const [command = '', ...args] = entry.split(' ');
    expect(Object.values(JSON.parse(read('package.json')).bin)).toContain(command);
    const line = parseCommandLine([...args, 'db/migrations/1_a.sql']);
    expect(line).toMatchObject({ command: 'check', words: ['db/migrations/1_a.sql'] });
  });

  it('installs nothing: pre-commit starts a file of the repository, which may be started', () => {
    expect(language).toBe('script');
    const [command = ''] = entry.split(' ');
    const listed = execFileSync('git', ['ls-files', '--stage', command], { cwd: file('.'), encoding: 'utf8' });
    expect(listed).toMatch(/^100755 /);
    expect(read(command)).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('runs for SQL only', () => {
    expect('db/migrations/1_a.sql').toMatch(new RegExp(files));
    expect('README.md').not.toMatch(new RegExp(files));
  });
});
