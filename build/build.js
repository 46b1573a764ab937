// @ts-check
// `npm run build`. bin/qmbot.js runs it with --if-stale, to build only if needed. Writes to stderr only.
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

/** Builds into a new folder and then switches the manifest to it, so that processes running an earlier build are not affected. */
async function build() {
  if (ifStale && currentBuild(root)) return;
  say('building');
  const startedAt = Date.now();
  // Imported here because loading esbuild takes time.
  const { bundle } = await import('./bundle.js');
  const draft = join(dist, `draft-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  try {
    const { files, packages } = await bundle(root, draft);
    const manifest = describeBuild(root, files, packages, startedAt);
    const earlier = readManifest(root);
    rmSync(join(dist, manifest.build), { recursive: true, force: true });
    renameSync(draft, join(dist, manifest.build));
    writeManifest(root, manifest);
    removeAllBut([manifest.build, earlier?.build]);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  say(`built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

/**
 * Removes older builds and the drafts of builders that were killed. The previous build is kept: a process that runs it may
 * still load parts of it.
 * @param {readonly (string | undefined)[]} kept
 */
function removeAllBut(kept) {
  for (const { name } of readdirSync(dist, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const builder = /^draft-(\d+)$/.exec(name)?.[1];
    const inUse = builder === undefined ? kept.includes(name) : isAlive(Number(builder));
    if (!inUse) rmSync(join(dist, name), { recursive: true, force: true });
  }
}

try {
  mkdirSync(dist, { recursive: true });
  await oneAtATime(join(dist, 'lock'), () => say('waiting for another process to finish building'), build);
} catch (error) {
  say(explainBuildFailure(error, dist));
  process.exitCode = 1;
}
