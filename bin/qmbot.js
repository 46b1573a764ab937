#!/usr/bin/env node
// @ts-check
// The one door to the product: it runs compiled and bundled, and is built here when it is not, or its sources have changed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { currentBuild, lastBuild } from '../build/find-build.js';

const root = join(import.meta.dirname, '..');
const endings = /** @type {const} */ (['SIGINT', 'SIGTERM']);

/** Builds in a process of its own, whose memory is gone afterwards; its words go to stderr, since stdout is the command's. */
async function build() {
  const builder = spawn(process.execPath, [join(root, 'build/build.js'), '--if-stale'], { stdio: ['ignore', 2, 2] });
  /** @type {NodeJS.Signals[]} */
  const told = [];
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    told.push(signal);
    builder.kill(signal);
  };
  for (const signal of endings) process.on(signal, pass);
  const [code, killedBy] = await once(builder, 'exit');
  for (const signal of endings) process.off(signal, pass);
  // Ends as it would have without a build.
  if (told[0]) process.kill(process.pid, told[0]);
  if (killedBy) process.stderr.write(`qmbot: cannot be built: the build was ended by ${killedBy}\n`);
  const main = code === 0 ? lastBuild(root) : null;
  if (main === null) process.exit(code || 1);
  return main;
}

const main = currentBuild(root) ?? (await build());
process.setSourceMapsEnabled(true);
await import(pathToFileURL(main).href);
