/** How the time that work takes grows with its input: the one thing about times that a busy machine can't change. */
import { expect } from 'vitest';

/** So many milliseconds are linear enough, whatever came out. */
const QUICK_MS = 100;
const ROUNDS = 6;

/** Holds that four times the input takes four times the time, rather than sixteen. `size`: of the larger input. */
export function expectLinear(work: (size: number) => void, size: number): void {
  // The machine may have other things to do: one good measurement of several is enough.
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [small, large] = [cpuMs(() => work(size / 4)), cpuMs(() => work(size))];
    if (large < QUICK_MS || large / small < 8) return;
    ratios.push(large / small);
  }
  expect(Math.min(...ratios)).toBeLessThan(8);
}

/** What this process has spent, in milliseconds: other processes don't count. */
function cpuMs(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const spent = process.cpuUsage({ user, system });
  return (spent.user + spent.system) / 1000;
}
