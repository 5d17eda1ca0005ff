/** Keys of baselines: another byte, another key; a longer history has the keys of the shorter one. */
import { describe, expect, it } from 'vitest';
import type { TransactionMode } from '../../../src/model.js';
import { digest, groundworkKeys } from '../../../src/servers/baseline-cache/keys.js';

const scripts = (...texts: string[]) => texts.map((sql) => ({ sql, transaction: 'autocommit' as TransactionMode }));
const keyOf = (baseline: string[], bootstrap: string[] = []) =>
  groundworkKeys({ bootstrap: scripts(...bootstrap), scripts: scripts(...baseline) })[0];

describe('the keys of a baseline', () => {
  it('are the same for the same scripts', () => {
    expect(keyOf(['a', 'b'], ['c'])).toBe(keyOf(['a', 'b'], ['c']));
    expect(keyOf(['a'])).toMatch(/^[0-9a-f]{32}$/);
  });

  it('differ with every byte, with the order, and with where a script ends', () => {
    const all = [
      keyOf([]),
      keyOf(['']),
      keyOf(['a']),
      keyOf(['a ']),
      keyOf(['a', 'b']),
      keyOf(['b', 'a']),
      keyOf(['ab']),
      keyOf(['a', ''], []),
      keyOf(['b'], ['a']),
      keyOf([], ['a', 'b']),
      keyOf([], ['ab']),
      groundworkKeys({ bootstrap: [], scripts: [{ sql: 'a', transaction: 'per-script' }] })[0],
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('hold those of the history that it grew from, the longest first', () => {
    const short = groundworkKeys({ bootstrap: scripts('r'), scripts: scripts('a', 'b') });
    const long = groundworkKeys({ bootstrap: scripts('r'), scripts: scripts('a', 'b', 'c', 'd') });
    expect(long.slice(2)).toEqual(short);
    expect(long).toHaveLength(5);
  });

  it('tell where one text ends and the next begins', () => {
    expect(digest(['a', 'bc'])).not.toBe(digest(['ab', 'c']));
    expect(digest(['ä'])).not.toBe(digest(['a', '']));
  });
});
