#!/usr/bin/env node
// @ts-check
// The entry point of `npm start`, `npm run db` and `npx qmbot`: runs the build, and first builds if there is none or the
// sources have changed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { currentBuild, lastBuild } from '../build/find-build.js';

const root = join(import.meta.dirname, '..');
const stopSignals = /** @type {const} */ (['SIGINT', 'SIGTERM']);

/**
 * Builds in a separate process, so that this one does not keep the memory. The builder's output goes to stderr: stdout belongs
 * to the command.
 */
async function build() {
  const builder = spawn(process.execPath, [join(root, 'build/build.js'), '--if-stale'], { stdio: ['ignore', 2, 2] });
  /** @type {NodeJS.Signals[]} */
  const received = [];
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    received.push(signal);
    builder.kill(signal);
  };
  for (const signal of stopSignals) process.on(signal, forward);
  const [code, killedBy] = await once(builder, 'exit');
  for (const signal of stopSignals) process.off(signal, forward);
  // The parent process should see that the signal ended us, as it would without a build.
  if (received[0]) process.kill(process.pid, received[0]);
  if (killedBy) process.stderr.write(`qmbot: cannot build: the builder was killed by ${killedBy}\n`);
  const main = code === 0 ? lastBuild(root) : null;
  if (main === null) process.exit(code || 1);
  return main;
}

const main = currentBuild(root) ?? (await build());
process.setSourceMapsEnabled(true);
await import(pathToFileURL(main).href);
