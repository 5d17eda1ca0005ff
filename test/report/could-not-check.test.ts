import { describe, expect, it } from 'vitest';
import { renderCouldNotCheck } from '../../src/report/could-not-check.js';

const tool = { name: 'migration-safety', version: '9.9.9' };
const render = (reason: string, over = {}) => renderCouldNotCheck({ reason, sha: 'abcdef1234567890', tool, ...over });

describe('renderCouldNotCheck', () => {
  it('says for which commit, why, and where more is', () => {
    expect(
      render('no server. Start one.', { runUrl: 'https://github.example/runs/5' }),
    ).toBe(`### ⚠️ Migration safety: could not check

Could not check \`abcdef1\`: no server. Start one.

Whether this change is safe is not known. A result of an earlier run says nothing about it.

<sub>[Log of the run](https://github.example/runs/5) · migration-safety 9.9.9</sub>
`);
  });

  it('lists several reasons, up to a point', () => {
    const text = render(Array.from({ length: 12 }, (_, at) => `settings:${at}: wrong`).join('\n'));
    expect(text).toContain('- `settings:0`: wrong\n- `settings:1`: wrong\n');
    expect(text).toContain('- …and 4 more.');
  });

  it('is short, and lets nothing of the reason live', () => {
    const text = render(`@octavia <b> <!-- x --> ![i](https://evil.example) ${'long '.repeat(9000)}`, { sha: null });
    expect(text.length).toBeLessThan(1500);
    expect(text).toMatch(/Could not check the change: /);
    expect(text).not.toMatch(/<b>|<!--|(?<!`)@octavia/);
  });
});
