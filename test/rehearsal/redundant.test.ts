/** Indexes that a change makes redundant, and those that only look like it, on the oldest, the newest and the embedded server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sparePairs } from '../../src/rehearsal/queries/redundant.js';
import type { Server } from '../../src/servers/server.js';
import { recycled } from '../support/recycled.js';
import { rehearseSql } from '../support/rehearse.js';
import { SERVERS } from '../support/servers.js';

const SETUP = `CREATE TABLE t (a int, b int, c text, d text);
CREATE INDEX t_a ON t (a); CREATE INDEX t_b ON t (b) WHERE a > 0; CREATE INDEX t_c ON t (c DESC);
CREATE INDEX t_d ON t (d) INCLUDE (a); CREATE UNIQUE INDEX t_ab ON t (b, a);`;

const CASES: { up: string; told: string[] }[] = [
  {
    up: 'SELECT 1;\nCREATE INDEX CONCURRENTLY i ON t (a, b);',
    told: ['2: The new index `i` of `t` does all that `t_a` does, which becomes redundant.'],
  },
  { up: 'CREATE INDEX i ON t (a);', told: ['1: The new index `i` of `t` does nothing that `t_a` doesn’t do.'] },
  { up: 'CREATE INDEX i ON t (b);', told: ['1: The new index `i` of `t` does nothing that `t_ab` doesn’t do.'] },
  {
    up: 'ALTER TABLE t ADD CONSTRAINT k UNIQUE (a, c);',
    told: ['1: The new index `k` of `t` does all that `t_a` does, which becomes redundant.'],
  },
  {
    up: 'CREATE INDEX i ON t (lower(c)); CREATE INDEX j ON t (lower(c), a);',
    told: ['1: The new index `i` of `t` does nothing that `j` doesn’t do.'],
  },
  // Of several that do the same one stays: each of the others is told once, beside it.
  {
    up: `CREATE INDEX p ON t (c, d);\nCREATE INDEX o ON t (c, d);\nCREATE INDEX n ON t (c, d);\nCREATE INDEX m ON t (c, d);`,
    told: [
      '4: The new index `m` of `t` does nothing that `p` doesn’t do.',
      '3: The new index `n` of `t` does nothing that `p` doesn’t do.',
      '2: The new index `o` of `t` does nothing that `p` doesn’t do.',
    ],
  },
  // Another direction, operator class, predicate, method; a column that only the other one holds; uniqueness.
  {
    up: `CREATE INDEX i ON t (c, a); CREATE INDEX j ON t (a, b) WHERE b > 0; CREATE INDEX k ON t USING hash (a);
CREATE INDEX l ON t (d, b); CREATE INDEX m ON t (d text_pattern_ops, a); CREATE INDEX n ON t (b, a, c);`,
    told: [],
  },
];

describe.each(SERVERS.filter(({ name }) => /15|18|embedded/.test(name)))('on $name', ({ skip, start }) => {
  let server: Server;
  beforeAll(async () => {
    if (!skip) server = recycled(await start());
  });
  afterAll(() => server?.close());

  it.skipIf(skip).each(CASES)('$up', async ({ up, told }) => {
    const { rehearsal } = await rehearseSql(server, SETUP, up);
    const found = rehearsal.observations
      .map(({ finding }) => finding)
      .filter(({ rule }) => rule === 'index-made-redundant');
    expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual(told);
  });
});

describe('of pairs', () => {
  const names = Array.from({ length: 8 }, (_, at) => `public.i${at}`);
  const all = names.flatMap((spare) =>
    names.filter((serving) => serving !== spare).map((serving) => ({ table: 'public.t', spare, serving })),
  );
  const told = (fresh: string[]) => sparePairs(all, new Set(fresh), (index) => names.indexOf(index));

  it('that all do the same, each spare index is told once, beside the one that stays', () => {
    expect(all).toHaveLength(56);
    expect(told(names).map(({ spare, serving }) => `${spare} ${serving}`)).toEqual(
      names.slice(1).map((spare) => `${spare} public.i0`),
    );
    expect(new Set(told(['public.i0', 'public.i3']).map(({ serving }) => serving))).toEqual(new Set(['public.i1']));
  });
});
