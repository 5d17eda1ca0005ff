/** The jobs for other CI systems say what the command line knows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseCommandLine } from '../../src/cli/arguments.js';

const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));
const samples = readdirSync(join(DOCS, 'ci'));
const textOf = (name: string) => readFileSync(join(DOCS, 'ci', name), 'utf8');
const commandsOf = (name: string) =>
  [...textOf(name).matchAll(/npx migration-safety (check .*)$/gm)].map(([, words = '']) => words);

describe.each(samples)('%s', (name) => {
  it('is YAML', () => {
    expect(parse(textOf(name))).toBeTypeOf('object');
  });

  it('gives the command line what it takes, and the last command decides', () => {
    const lines = commandsOf(name).map((words) => parseCommandLine(words.replaceAll('"', '').split(' ')));
    expect(lines.length).toBeGreaterThan(1);
    for (const { command, base } of lines) {
      expect(command).toBe('check');
      expect(base).toBeDefined();
    }
    expect(lines.slice(0, -1).every(({ settings }) => settings['fail-on'] === 'never')).toBe(true);
    expect(lines.at(-1)?.settings['fail-on']).toBeUndefined();
  });

  it('publishes the files that it writes', () => {
    for (const words of commandsOf(name)) {
      const { output } = parseCommandLine(words.replaceAll('"', '').split(' '));
      if (output === undefined) continue;
      const [folder = ''] = output.split('/');
      expect(textOf(name).split(folder).length, output).toBeGreaterThan(2);
    }
  });

  it('is named on the page', () => {
    expect(readFileSync(join(DOCS, 'elsewhere.md'), 'utf8')).toContain(`(ci/${name})`);
  });
});
