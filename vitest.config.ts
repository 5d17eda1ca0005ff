import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const integration = [
  'test/hostile/**/*.test.ts',
  'test/rehearsal/**/*.test.ts',
  'test/servers/**/*.test.ts',
  'test/proof/**/*.test.ts',
  'test/walk/**/*.test.ts',
  'test/fuzz/**/*.test.ts',
  'test/migrations/transactions.test.ts',
];
const endToEnd = ['test/e2e/**/*.test.ts', 'test/newcomer/**/*.test.ts'];
// Has a configuration of its own: it needs a browser.
const visual = ['test/visual/**'];

const COMMON = {
  // A worker reads the modules once, and starts each server once (test/support/servers.ts).
  isolate: false,
  // A loaded machine takes its time: a test that hangs is found all the same.
  testTimeout: 600_000,
  hookTimeout: 600_000,
};

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Of the unit tests: what only runs on servers or as a child process is counted nowhere.
    coverage: {
      include: ['src/**/*.ts'],
      exclude: ['src/servers/catalogs/qualified.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: { statements: 54, branches: 57, functions: 54, lines: 54 },
    },
    // Much of the time is spent waiting for servers, and for limits that shall be reached.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...integration, ...endToEnd, ...visual],
          ...COMMON,
        },
      },
      {
        test: {
          name: 'integration',
          include: integration,
          globalSetup: 'test/support/compile.ts',
          ...COMMON,
        },
      },
      {
        test: { name: 'e2e', include: endToEnd, ...COMMON },
      },
    ],
  },
});
