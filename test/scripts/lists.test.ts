/** What is a file of its own stands in its list, and on its page: what was forgotten is no feature. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../src/migrations/layouts/index.js';
import { PROOFS } from '../../src/rehearsal/proofs/list.js';
import { EVIDENCE } from '../../src/report-schema/words.js';

const root = path.join(import.meta.dirname, '..', '..');
const filesOf = (folder: string): string[] =>
  readdirSync(path.join(root, folder)).filter((name) => name.endsWith('.ts'));
const read = (...names: string[]): string => readFileSync(path.join(root, ...names), 'utf8');

describe('the layouts', () => {
  const folder = 'src/migrations/layouts';

  it('are those that have a file', () => {
    const declared = filesOf(folder).filter((name) => /^export const \w+: Layout = /m.test(read(folder, name)));
    expect(LAYOUTS.map(({ name }) => `${name}.ts`)).toEqual(declared);
  });

  it('have a section on their page each, and nothing else but `command` has one', () => {
    const sections = [...read('docs', 'layouts.md').matchAll(/^## (\S+)$/gm)].map(([, name]) => name);
    expect(sections.toSorted()).toEqual([...LAYOUTS.map(({ name }) => name), 'command'].toSorted());
  });
});

describe('the proofs', () => {
  const folder = 'src/rehearsal/proofs';

  it('are those that have a file', async () => {
    const declared = filesOf(folder).filter((name) => /^export default /m.test(read(folder, name)));
    const proofs = await Promise.all(
      declared.map(async (name) => (await import(/* @vite-ignore */ path.join(root, folder, name))).default),
    );
    expect(new Set(PROOFS)).toEqual(new Set(proofs));
    expect(PROOFS).toHaveLength(declared.length);
  });
});

describe('the words for evidence', () => {
  it.each(Object.entries(EVIDENCE))('%s means on its page what reports say', (word, means) => {
    expect(read('docs', 'trust.md')).toContain(`| *${word}* | ${means}`);
    expect(read('docs', 'report.schema.json')).toContain(`\`${word}\`: ${means}`);
  });

  it('never say that what is static was not rehearsed: the statement may have run', () => {
    for (const page of ['README.md', 'CONTRIBUTING.md', 'docs/trust.md'])
      expect(read(page)).not.toMatch(/static[`_*]*[ |(]+(?:predicted,? )?(?:and |but )?not rehearsed/);
  });
});
