/** The hook definition that pre-commit reads, held against the command line that it names. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseCommandLine } from '../../src/cli/arguments.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const hooks: { id: string; entry: string; language: string; files: string }[] = parse(read('.pre-commit-hooks.yaml'));

describe.each(hooks)('the hook $id', ({ entry, language, files }) => {
  it('calls a command that the package brings, with options that it knows', () => {
    const [command = '', ...args] = entry.split(' ');
    expect(Object.keys(JSON.parse(read('package.json')).bin)).toContain(command);
    expect(language).toBe('node');
    const line = parseCommandLine([...args, 'db/migrations/1_a.sql']);
    expect(line).toMatchObject({ command: 'check', words: ['db/migrations/1_a.sql'] });
  });

  it('runs for SQL only', () => {
    expect('db/migrations/1_a.sql').toMatch(new RegExp(files));
    expect('README.md').not.toMatch(new RegExp(files));
  });
});
