// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareInputs, readManifest, writeManifest } from './manifest.js';

/** @typedef {import('./manifest.js').Manifest} Manifest */

/**
 * The last build, whether or not it is up to date.
 * @param {string} root the project's folder
 * @returns {string | null} the path of its entry point; null if there is no build
 */
export function lastBuild(root) {
  const manifest = readManifest(root);
  return manifest && mainOf(root, manifest);
}

/**
 * The last build if it is up to date, or if there are no sources, as in a container image. Takes a few milliseconds.
 * @param {string} root the project's folder
 * @returns {string | null} the path of its entry point; null if the product has to be built
 */
export function currentBuild(root) {
  const manifest = readManifest(root);
  const main = manifest && mainOf(root, manifest);
  if (!main || !existsSync(join(root, 'src'))) return main;
  const { fresh, touched } = compareInputs(root, manifest);
  if (touched) noteTouched(root, touched);
  return fresh ? main : null;
}

/** @param {string} root @param {Manifest} manifest */
function mainOf(root, { build }) {
  const main = join(root, 'dist', build, 'main.js');
  return existsSync(main) ? main : null;
}

/** Saves the next start from reading the files. @param {string} root @param {Manifest} touched */
function noteTouched(root, touched) {
  try {
    writeManifest(root, touched);
  } catch {
    // In a read-only folder each start reads them.
  }
}
