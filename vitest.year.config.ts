import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/year/**/*.test.ts', 'test/service-year/**/*.test.ts'],
    setupFiles: 'test/support/speak.ts',
    environment: 'node',
    testTimeout: 60_000,
    // Twenty thousand incidents, asked for with INCIDENTS, take longer than the few hundred of each day.
    hookTimeout: process.env.INCIDENTS ? 10_800_000 : 1_500_000,
  },
});
