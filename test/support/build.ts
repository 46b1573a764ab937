import { execFileSync } from 'node:child_process';

/** Builds the product, if needed, before the tests that start it, so that none of them has to wait for it. */
export function setup(): void {
  execFileSync(process.execPath, ['build/build.js', '--if-stale'], { stdio: 'inherit' });
}
