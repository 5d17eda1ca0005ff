/** Which names need quotes, as the servers see it. */
import { describe, expect, it } from 'vitest';
import { quoteIdentifier } from '../../src/sql/ast.js';
import { literal } from '../../src/sql/quote.js';
import { SERVERS } from '../support/servers.js';

const NAMES = [
  't',
  'Id',
  'a b',
  'a$b',
  '_x1',
  '1a',
  'ö',
  'say "so"',
  'name',
  'id',
  'date',
  'user',
  'order',
  'time',
  'left',
];

describe.each(SERVERS)('on $name', ({ skip, start }) => {
  it.skipIf(skip)('quotes what quote_ident() quotes', async () => {
    const server = await start();
    try {
      const session = await (await server.createScratch()).connect();
      const { rows } = await session.query('SELECT word FROM pg_get_keywords()');
      const words = rows.map(([word]) => String(word));
      expect(words.length).toBeGreaterThan(400);
      const all = [...words, ...NAMES];
      const list = all.map((name) => `(${literal(name)})`).join(', ');
      const { rows: quoted } = await session.query(`SELECT name, quote_ident(name) FROM (VALUES ${list}) AS one(name)`);
      // What a later version reserves is quoted for an earlier one as well: that costs nothing.
      const others = quoted.filter(([name, text]) => quoteIdentifier(String(name)) !== text);
      if (server.major >= 18) expect(others).toEqual([]);
      expect(others.filter(([name, text]) => name !== text)).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
