import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { linkedTo, linksOf } from '../../src/github/links.js';

const change = { kind: 'push', owner: 'acme', repo: 'shop', base: null, head: 'abc' } as const;

describe('linksOf', () => {
  it("links into the runner's server and the Action's own version", () => {
    const links = linksOf(change, {
      GITHUB_SERVER_URL: 'https://git.acme.test',
      GITHUB_RUN_ID: '4711',
      GITHUB_ACTION_REPOSITORY: 'o/action',
      GITHUB_ACTION_REF: 'v1',
    });
    expect(links.lineUrl('db/a b#1.sql', 3)).toBe('https://git.acme.test/acme/shop/blob/abc/db/a%20b%231.sql#L3');
    expect(links.runUrl).toBe('https://git.acme.test/acme/shop/actions/runs/4711');
    expect(links.ruleUrl('a-rule')).toBe('https://git.acme.test/o/action/blob/v1/docs/rules/a-rule.md');
  });

  it('links into the diff where it shows the line', () => {
    const pull = { ...change, kind: 'pull_request', number: 7, base: 'b', isFork: false, fileCount: 1 } as const;
    const diff = new Map([['a.sql', [{ start: 3, lines: ['x', 'y'] }]]]);
    const links = linksOf(pull, {}, diff);
    const file = createHash('sha256').update('a.sql').digest('hex');
    expect(links.lineUrl('a.sql', 4)).toBe(`https://github.com/acme/shop/pull/7/files#diff-${file}R4`);
    expect(links.lineUrl('a.sql', 5)).toBe('https://github.com/acme/shop/blob/abc/a.sql#L5');
    expect(linksOf(change, {}, diff).lineUrl('a.sql', 4)).toContain('/blob/');
  });

  it.each(['../x.sql', 'a/../../x.sql', '/etc/passwd', './x', ''])('has no address for %j', (path) => {
    expect(linksOf(change, {}).lineUrl(path, 1)).toBeNull();
  });

  it.each(['../../evil', 'a#b', 'A rule'])('has no page for a rule called %j', (rule) => {
    const env = { GITHUB_ACTION_REPOSITORY: 'o/action', GITHUB_ACTION_REF: 'v1' };
    expect(linksOf(change, env).ruleUrl(rule)).toBeNull();
  });

  it('links nowhere where it does not know', () => {
    const links = linksOf(change, {});
    expect(links.runUrl).toBeUndefined();
    expect(links.ruleUrl('a-rule')).toBeNull();
  });
});

describe('linkedTo', () => {
  const runs = 'https://github.com/acme/shop/actions/runs';
  const page = `${runs}/9/artifacts/4`;

  it('turns links to a run and to what a run had uploaded, and no others', () => {
    const said = `[Full report](${runs}/7) [it](${runs}/8/artifacts/3) [a](${runs}/7/job/1) ${runs}/7 [b](https://x.example/7)`;
    expect(linkedTo(said, runs, page)).toBe(
      `[Full report](${page}) [it](${page}) [a](${runs}/7/job/1) ${runs}/7 [b](https://x.example/7)`,
    );
    expect(linkedTo('nothing', runs, page)).toBe('nothing');
  });
});
