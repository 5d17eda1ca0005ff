/** The rooms of src: each imports what it may, and nothing comes back to where it began. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import { architecturePage, circles, importGraph, trespasses } from '../../scripts/architecture.mjs';

const graph: Map<string, string[]> = importGraph();
const having = (file: string, ...imports: string[]) => new Map([...graph, [file, imports]]);

describe('the source', () => {
  it('imports what its rooms may, and all of that', () => {
    expect(trespasses(graph)).toEqual([]);
  });

  it('has no circle of files, not even of types', () => {
    expect(circles(graph)).toEqual([]);
  });

  it('is what the page shows', () => {
    const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
    expect(architecturePage(graph)).toBe(page);
  });

  it('has one meaning for one type name', () => {
    const names = [...graph.keys()].flatMap((file) => {
      const text = readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');
      return [...text.matchAll(/^(?:export )?(?:interface|type|class) ([A-Z]\w+)/gm)].map(([, name]) => name);
    });
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('was read', () => {
    expect(graph.size).toBeGreaterThan(500);
    expect(graph.get('cli.ts')).toContain('cli/main.ts');
    // By its types only, and by a call.
    expect(graph.get('report-schema/types.ts')).toEqual(['report-schema/report.ts']);
    expect([...graph.values()].flat().filter((file) => !graph.has(file))).toEqual([]);
  });
});

describe('what is not allowed is told', () => {
  it.each([
    [having('sql/new.ts', 'rules/drop-table.ts'), 'src/sql/new.ts imports rules/drop-table.ts, which sql may not'],
    [having('report/new.ts', 'github/client.ts'), 'src/report/new.ts imports github/client.ts, which report may not'],
    [having('new/room.ts'), 'src/new/room.ts: new is no room'],
    [having('loose.ts'), 'src/loose.ts: loose.ts is no room'],
    [having('action.ts'), 'action.ts may import action, and does not'],
  ])('%#', (changed, message) => {
    expect(trespasses(changed).join('\n')).toContain(message);
  });

  it.each([
    [
      [
        ['a.ts', 'b.ts'],
        ['b.ts', 'a.ts'],
      ],
      [['a.ts', 'b.ts']],
    ],
    [
      [
        ['a.ts', 'b.ts'],
        ['b.ts', 'c.ts'],
        ['c.ts', 'b.ts'],
        ['d.ts', 'a.ts'],
      ],
      [['b.ts', 'c.ts']],
    ],
    [
      [
        ['a.ts', 'b.ts'],
        ['b.ts', 'c.ts'],
        ['a.ts', 'c.ts'],
      ],
      [],
    ],
  ])('circles: %j', (edges, expected) => {
    const files = new Set(edges.flat());
    const drawn = new Map([...files].map((file) => [file, edges.flatMap(([from, to]) => (from === file ? [to] : []))]));
    expect(circles(drawn)).toEqual(expected);
  });
});
