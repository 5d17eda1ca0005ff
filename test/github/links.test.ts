import { describe, expect, it } from 'vitest';
import { linksOf } from '../../src/github/links.js';

const change = { kind: 'push', owner: 'acme', repo: 'shop', base: null, head: 'abc' } as const;

describe('linksOf', () => {
  it("links into the runner's server and the Action's own version", () => {
    const links = linksOf(change, {
      GITHUB_SERVER_URL: 'https://git.acme.test',
      GITHUB_RUN_ID: '4711',
      GITHUB_ACTION_REPOSITORY: 'o/action',
      GITHUB_ACTION_REF: 'v1',
    });
    expect(links.blobUrl('db/a b#1.sql', 3)).toBe('https://git.acme.test/acme/shop/blob/abc/db/a%20b%231.sql#L3');
    expect(links.runUrl).toBe('https://git.acme.test/acme/shop/actions/runs/4711');
    expect(links.ruleUrl('a-rule')).toBe('https://git.acme.test/o/action/blob/v1/docs/rules/a-rule.md');
  });

  it('links nowhere where it does not know', () => {
    const links = linksOf(change, {});
    expect(links.runUrl).toBeUndefined();
    expect(links.ruleUrl('a-rule')).toBeNull();
  });
});
