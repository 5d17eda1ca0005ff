import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { wayOut, wayOutAdvice } from '../../src/lint/help/way-out.js';
import { LAYOUTS } from '../../src/migrations/layouts/index.js';

const docs = readFileSync(new URL('../../docs/layouts.md', import.meta.url), 'utf8');
const section = (name: string) => docs.split(/^## /m).find((text) => text.startsWith(`${name}\n`)) ?? '';
/** They open no transaction, or nobody knows which tool runs them. */
const WITHOUT = ['markdown', 'plain', 'sqitch'];

it('is known for every layout whose tool opens a transaction', () => {
  expect(LAYOUTS.flatMap(({ name }) => (wayOut({ layout: name }) ? [] : [name]))).toEqual(WITHOUT);
});

it.each(LAYOUTS.map(({ name }) => name).filter((name) => !WITHOUT.includes(name)))(
  'of %s is the one that the documentation names',
  (layout) => {
    const way = wayOut({ layout });
    const quoted = way && 'mark' in way ? [...way.mark.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text) : [];
    const words = section(layout).replace(/\s+/g, ' ');
    for (const text of quoted.filter((it) => !/^-- (migrate|\+migrate)|metadata|\.conf|\.sql/.test(it))) {
      expect(words).toContain(text);
    }
    if (way && 'commit' in way) expect(words).toContain('`COMMIT;` ends it');
    expect(wayOutAdvice({ layout })).toMatch(/^[A-Za-z].*\.$/);
    expect(wayOutAdvice({ layout })).not.toMatch(/marker/);
  },
);

it('of a tool that nobody named is left to its reader', () => {
  expect(wayOutAdvice({ layout: 'plain' })).toBe('Tell the tool to run that file without a transaction, if it can.');
});
