import { defineConfig } from 'vitest/config';
import { processTests } from './vitest.config.ts';

/** The tests that start processes (browsers, the command line, a database that is killed), and the longest conversations. */
export default defineConfig({
  test: {
    include: processTests,
    globalSetup: 'test/support/build.ts',
    maxWorkers: '100%',
    isolate: false,
    setupFiles: 'test/support/speak.ts',
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
