// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareInputs, readManifest, writeManifest } from './manifest.js';

/** @typedef {import('./manifest.js').Manifest} Manifest */

/**
 * The program as it was built last, whatever of.
 * @param {string} root the project
 * @returns {string | null} the path of its first file; null when nothing is built
 */
export function lastBuild(root) {
  const manifest = readManifest(root);
  return manifest && mainOf(root, manifest);
}

/**
 * The program as it is built, provided that this is what the sources say; where there are no sources, as in an image,
 * provided that it is there. Takes a few milliseconds.
 * @param {string} root the project
 * @returns {string | null} the path of its first file; null when it has to be built
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

/** So that the next start need not read the files. @param {string} root @param {Manifest} touched */
function noteTouched(root, touched) {
  try {
    writeManifest(root, touched);
  } catch {
    // In a folder that cannot be written to they are read each time.
  }
}
