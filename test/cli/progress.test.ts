import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Progress } from '../../src/cli/progress.js';

let written: string[];
beforeEach(() => {
  written = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function progressOn(isTTY: boolean): Progress {
  return new Progress({ isTTY, write: (text) => written.push(text) }, () => Date.now());
}

it('shows step and seconds in place on a terminal, and leaves nothing', () => {
  const progress = progressOn(true);
  progress.step('Starting Postgres');
  vi.advanceTimersByTime(2000);
  expect(written.at(-1)).toBe('\r\u001b[2KStarting Postgres … 2 s');
  progress.step('Rehearsing');
  expect(written.at(-1)).toContain('Rehearsing');
  progress.end();
  expect(written.at(-1)).toBe('\r\u001b[2K');
  expect(written.join('')).not.toContain('\n');
  const many = written.length;
  vi.advanceTimersByTime(60_000);
  expect(written).toHaveLength(many);
});

it('says elsewhere in plain lines what takes long, and no more', () => {
  const progress = progressOn(false);
  progress.step('Starting Postgres');
  vi.advanceTimersByTime(9000);
  progress.step('Rehearsing');
  vi.advanceTimersByTime(11_000);
  progress.end();
  vi.advanceTimersByTime(60_000);
  expect(written).toEqual(['Rehearsing …\n']);
});
