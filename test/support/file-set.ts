/** A folder of migrations given as texts, or read from test/fixtures/layouts. */
import { fileURLToPath } from 'node:url';
import type { FileSet } from '../../src/migrations/layouts/layout.js';

/** By path from the top. `root` is where the tool would be pointed at. */
export function setOf(files: Record<string, string>, root = '', configs: Record<string, string> = {}): FileSet {
  const sources = (texts: Record<string, string>) => Object.entries(texts).map(([path, text]) => ({ path, text }));
  return { root, files: sources(files).sort((a, b) => (a.path < b.path ? -1 : 1)), configs: sources(configs) };
}

const FIXTURES = fileURLToPath(new URL('../fixtures/layouts/', import.meta.url));

/** The folder of a fixture on disk. */
export function fixtureFolder(name: string): string {
  return `${FIXTURES}${name}`;
}
