import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAnnotations } from '../../src/report/annotations.js';
import { hostile } from './arbitraries.js';
import { bigReport, failingReport, finding, hostileReport } from './fixtures.js';

const one = (over: Parameters<typeof finding>[0]) =>
  renderAnnotations({ ...failingReport, findings: [finding(over)] }).commands[0] ?? '';

describe('annotations', () => {
  it('read well', async () => {
    const { commands } = renderAnnotations(failingReport);
    await expect(`${commands.join('\n')}\n`).toMatchFileSnapshot('snapshots/annotations-failing.txt');
  });

  it('are at most ten of each kind, the gravest first, and the rest is counted', () => {
    const { commands, dropped } = renderAnnotations(bigReport);
    expect(commands.map((command) => command.split(' ')[0])).toEqual([
      ...Array(10).fill('::error'),
      ...Array(10).fill('::warning'),
    ]);
    expect(dropped).toBe(280);
  });

  it('warn of a green result that not all was read for', () => {
    const green = { ...failingReport, verdict: 'pass' as const, findings: [] };
    expect(renderAnnotations({ ...green, statements: { checked: 1, notUnderstood: 1 } }).commands).toEqual([
      '::warning title=Passed%2C but not all was read::1 statement was not understood: no rule looked there.',
    ]);
    expect(renderAnnotations({ ...green, statements: { checked: 1, notUnderstood: 0 } }).commands).toEqual([]);
  });

  it('are at most ten of each kind with that warning, too', () => {
    const report = { ...bigReport, verdict: 'pass' as const, statements: { checked: 1, notUnderstood: 1 } };
    const { commands, dropped } = renderAnnotations(report);
    expect(commands.filter((command) => command.startsWith('::warning'))).toHaveLength(10);
    expect(dropped).toBe(281);
  });

  it('say errors, then warnings, then notices', () => {
    const findings = (['info', 'warning', 'error', 'info', 'error'] as const).map((severity, at) =>
      finding({ severity, line: at + 1, rule: at === 1 ? 'syntax-error' : 'r' }),
    );
    const kinds = renderAnnotations({ ...failingReport, findings }).commands.map((command) => command.split(' ')[0]);
    expect(kinds).toEqual(['::error', '::error', '::warning', '::notice', '::notice']);
  });

  it('leave out what the server refuted', () => {
    const findings = [finding({ evidence: 'refuted' })];
    expect(renderAnnotations({ ...failingReport, findings })).toEqual({ commands: [], dropped: 0 });
  });

  it('have columns only on one line', () => {
    expect(one({ line: 3, endLine: 3 })).toContain('line=3,endLine=3,col=1,endColumn=68,');
    expect(one({ line: 3, endLine: 4 })).not.toContain('col=');
  });

  it('escape what would end a property or the line', () => {
    const command = one({ path: 'a,b:c%.sql', severity: 'info', message: '50%\nmore', help: '' });
    expect(command).toMatch(/^::notice file=a%2Cb%3Ac%25\.sql,line=/);
    expect(command.endsWith('::50%25%0Amore')).toBe(true);
  });

  it('cut messages at what the runner keeps', () => {
    const message = one({ message: 'x'.repeat(9000) }).split('::')[2];
    expect(message).toHaveLength(4096);
  });

  it('are one command per line, whatever the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const command of renderAnnotations(hostileReport(text)).commands) {
          expect(command).not.toMatch(/[\r\n]/);
          expect(command).toMatch(/^::(error|warning|notice) file=[^:,]*,line=8,endLine=9,title=[^:,]*::/);
        }
      }),
    );
  });
});
