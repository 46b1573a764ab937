// @ts-check
// `npm run build`; with --if-stale, as bin/qmbot.js runs it, only where there is something to build. Speaks on stderr alone.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { explainBuildFailure } from './explain-build-failure.js';
import { currentBuild } from './find-build.js';
import { describeBuild, readManifest, writeManifest } from './manifest.js';
import { isAlive, oneAtATime } from './one-at-a-time.js';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const ifStale = process.argv.includes('--if-stale');

/** @param {string} line */
const say = (line) => process.stderr.write(`qmbot: ${line}\n`);

/** Builds into a folder of its own, which processes that run an earlier build do not notice, and switches to it at the end. */
async function build() {
  if (ifStale && currentBuild(root)) return;
  say('building');
  const begunAt = Date.now();
  // Only here, since it loads esbuild.
  const { bundle } = await import('./bundle.js');
  const draft = join(dist, `draft-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  try {
    const { files, packages } = await bundle(root, draft);
    const manifest = describeBuild(root, files, packages, begunAt);
    rmSync(join(dist, manifest.build), { recursive: true, force: true });
    renameSync(draft, join(dist, manifest.build));
    const earlier = readManifest(root);
    writeManifest(root, manifest);
    cleanUp([manifest.build, earlier?.build]);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  say(`built in ${((Date.now() - begunAt) / 1000).toFixed(1)} s`);
}

/**
 * Removes earlier builds but the one before, which processes may still run and load parts of, and what killed builds left.
 * @param {readonly (string | undefined)[]} kept
 */
function cleanUp(kept) {
  for (const { name } of readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const builder = /^draft-(\d+)$/.exec(name)?.[1];
    const inUse = builder === undefined ? kept.includes(name) : isAlive(Number(builder));
    if (!inUse) rmSync(join(dist, name), { recursive: true, force: true });
  }
}

try {
  mkdirSync(dist, { recursive: true });
  await oneAtATime(join(dist, 'lock'), () => say('waiting for a build by another process'), build);
} catch (error) {
  say(explainBuildFailure(error, dist));
  process.exitCode = 1;
}
