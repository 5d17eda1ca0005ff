import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'visual', include: ['test/visual/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
});
