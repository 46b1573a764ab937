import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/year/**/*.test.ts', 'test/service-year/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 1_500_000,
  },
});
