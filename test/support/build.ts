import { execFileSync } from 'node:child_process';

/** Builds the product once, before the tests that start it, if it has to be: none of them waits for it. */
export function setup(): void {
  execFileSync(process.execPath, ['build/build.js', '--if-stale'], { stdio: 'inherit' });
}
