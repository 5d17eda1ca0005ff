import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { nodeBinaries } from '../support/runner.js';

const root = path.join(import.meta.dirname, '..', '..');

it.each(nodeBinaries)('a check ends without optimised code of the grammar: $name', ({ path: node }) => {
  const args = ['--trace-wasm-compilation-times', 'dist/cli.js', 'check', 'examples/p0-perf-indexes-fixed'];
  const printed = execFileSync(node, [...args, '--server', 'none'], { cwd: root, encoding: 'utf8' });
  expect(printed).toMatch(/^Compiled function .* using Liftoff/m);
  expect(printed).not.toContain('TurboFan');
});
