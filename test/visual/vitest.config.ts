import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'visual', include: ['test/visual/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
