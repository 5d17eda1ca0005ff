/** What the documentation site has in its sidebar is there, and every page of docs/ is in the sidebar. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, it } from 'vitest';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const config = readFileSync(new URL('../../site/.vitepress/config.mjs', import.meta.url), 'utf8');
const linked = [...config.matchAll(/link: '\/([\w-]+)'/g)].map(([, page]) => page);
const pages = readdirSync(docs).filter((name) => name.endsWith('.md') && name !== 'index.md');

it('lists every page once', () => {
  expect(linked.map((page) => `${page}.md`).sort()).toEqual(pages.sort());
});

it.each([...pages, ...readdirSync(`${docs}rules`).map((name) => `rules/${name}`)])(
  '%s says nothing in raw HTML, which is shown nowhere',
  (page) => {
    const raw: string[] = [];
    const visit = (node: { type: string; value?: string; children?: unknown[] }): void => {
      if (node.type === 'html' && !node.value?.startsWith('<!--')) raw.push(node.value ?? '');
      for (const child of node.children ?? []) visit(child as typeof node);
    };
    visit(fromMarkdown(readFileSync(`${docs}${page}`, 'utf8')) as never);
    expect(raw).toEqual([]);
  },
);

it('is built from a lock file', () => {
  expect(existsSync(new URL('../../site/package-lock.json', import.meta.url))).toBe(true);
});
