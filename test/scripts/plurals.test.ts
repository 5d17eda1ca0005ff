/** `1 more statements` is said by nobody: what is left over is counted by a function that knows the singular. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const src = path.join(import.meta.dirname, '..', '..', 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** A number in a template, and a plural that follows it whatever it is. */
const PLURAL = /\$\{[^{}]*\} more [a-z]+s\b/;

it('finds what it looks for', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the text that is looked for
  expect('`${left} more statements`').toMatch(PLURAL);
});

it.each(files)('%s counts the rest in words that fit one', (name) => {
  const lines = readFileSync(path.join(src, name), 'utf8').split('\n');
  expect(lines.filter((line) => PLURAL.test(line))).toEqual([]);
});
