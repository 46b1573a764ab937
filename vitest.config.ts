import { defineConfig } from 'vitest/config';

/** Tests that start processes, browsers among them, and the longest conversations take their time: `npm run test:processes`. */
export const processTests = [
  'test/cli/**/*.test.ts',
  'test/browser/**/*.test.ts',
  'test/flows/console-*.test.ts',
  'test/flows/{intake,restricted,slack-faults,reminder,feishu-reminder,replicas,digest,lists,service-desk}.test.ts',
  'test/storage/embedded/durability.test.ts',
];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/crash/**', 'test/year/**', 'test/service-year/**', ...processTests],
    // Vitest leaves one core free by default; on two cores that is half the machine.
    maxWorkers: '100%',
    // Files share a worker's modules, loaded once, and its embedded server: nothing else of ours lives in a module.
    isolate: false,
    setupFiles: 'test/support/speak.ts',
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
