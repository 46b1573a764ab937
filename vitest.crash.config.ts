import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/crash/**/*.test.ts'],
    globalSetup: 'test/support/build.ts',
    environment: 'node',
    // All points of a scenario, which `CRASH_ALL` asks for, are some hundred.
    testTimeout: process.env.CRASH_ALL ? 3_600_000 : 600_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
