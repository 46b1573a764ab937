#!/usr/bin/env node
// @ts-check
// The one door to the product: it runs compiled and bundled, and is built here when it is not, or its sources have changed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { currentBuild, lastBuild } from '../build/find-build.js';

const root = join(import.meta.dirname, '..');

/** Builds in a process of its own, whose memory is gone afterwards; its words go to stderr, since stdout is the command's. */
async function build() {
  const builder = spawn(process.execPath, [join(root, 'build/build.js'), '--if-stale'], { stdio: ['ignore', 2, 2] });
  const stop = (/** @type {NodeJS.Signals} */ signal) => void builder.kill(signal);
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM']);
  for (const signal of signals) process.on(signal, stop);
  const [code] = await once(builder, 'exit');
  for (const signal of signals) process.off(signal, stop);
  const main = code === 0 ? lastBuild(root) : null;
  if (main === null) process.exit(code || 1);
  return main;
}

const main = currentBuild(root) ?? (await build());
process.setSourceMapsEnabled(true);
await import(pathToFileURL(main).href);
