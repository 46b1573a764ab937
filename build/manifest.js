// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is built, and of what. Whether that still holds is asked at each start, so that a file is compared by its size and
 * times, a `stat` each, and read only where a copy, a clone or a change of branches has given it other times.
 * @typedef {readonly [file: string, size: number, mtimeMs: number, ctimeMs: number, hash: string]} Input
 * @typedef {{ format: typeof FORMAT, build: string, packages: readonly string[], inputs: readonly Input[] }} Manifest
 */

/** Another one is of an earlier or a later version of this file, and says nothing. */
const FORMAT = 1;

/** What npm has installed, a line of it for each package. https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json (2026-12-01) */
const INSTALLED = 'node_modules/.package-lock.json';

/** @param {string} root */
const pathOf = (root) => join(root, 'dist', 'manifest.json');

/** @param {string} root @returns {Manifest | null} null when nothing is built */
export function readManifest(root) {
  try {
    const manifest = JSON.parse(readFileSync(pathOf(root), 'utf8'));
    return manifest.format === FORMAT ? manifest : null;
  } catch {
    return null;
  }
}

/** Replaces the manifest in one step. @param {string} root @param {Manifest} manifest */
export function writeManifest(root, manifest) {
  const path = pathOf(root);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(manifest));
  renameSync(draft, path);
}

/**
 * @param {string} root
 * @param {readonly string[]} files what was read of ours
 * @param {readonly string[]} packages folders of packages of which something was read
 * @param {number} begunAt when the build began to read: what has changed since may not be what was built
 * @returns {Manifest} named after what went into it: the same inputs make a build of the same name
 */
export function describeBuild(root, files, packages, begunAt) {
  const installed = existsSync(join(root, INSTALLED)) ? [INSTALLED] : [];
  const now = Date.now();
  // A time that is still to come is no change: clocks go wrong, and archives come from other zones.
  const changedSince = (/** @type {number[]} */ ...times) => times.some((time) => time >= begunAt && time <= now);
  const inputs = [...files, ...installed].map((file) => {
    const { size, mtimeMs, ctimeMs } = statSync(join(root, file));
    const hash = changedSince(mtimeMs, ctimeMs) ? '' : hashOf(root, file, packages);
    return /** @type {Input} */ ([file, size, mtimeMs, ctimeMs, hash]);
  });
  const build = digest(inputs.map(([file, , , , hash]) => `${file} ${hash}`).join('\n')).slice(0, 12);
  return { format: FORMAT, build, packages, inputs };
}

/**
 * Whether the inputs are what they were. Where files were touched and yet hold the same, there is a manifest with their new
 * times as well.
 * @param {string} root
 * @param {Manifest} manifest
 * @returns {{ fresh: boolean, touched?: Manifest }}
 */
export function compareInputs(root, { build, packages, inputs }) {
  let touched = false;
  /** @type {Input[]} */
  const now = [];
  for (const input of inputs) {
    const [file, size, mtimeMs, ctimeMs, hash] = input;
    const stat = statSync(join(root, file), { throwIfNoEntry: false });
    if (!stat || hash === '') return { fresh: false };
    const untouched = stat.size === size && stat.mtimeMs === mtimeMs && stat.ctimeMs === ctimeMs;
    if (!untouched && hashOf(root, file, packages) !== hash) return { fresh: false };
    touched ||= !untouched;
    now.push(untouched ? input : [file, stat.size, stat.mtimeMs, stat.ctimeMs, hash]);
  }
  return touched ? { fresh: true, touched: { format: FORMAT, build, packages, inputs: now } } : { fresh: true };
}

/** @param {string} root @param {string} file @param {readonly string[]} packages */
function hashOf(root, file, packages) {
  const content = readFileSync(join(root, file));
  return digest(file === INSTALLED ? versionsOf(packages, content.toString()) : content);
}

/**
 * Of what is installed, only what was bundled matters: an image may leave the packages for development out.
 * @param {readonly string[]} packages
 * @param {string} installed
 */
function versionsOf(packages, installed) {
  const { packages: entries } = JSON.parse(installed);
  return packages.map((folder) => `${folder} ${entries[folder]?.version} ${entries[folder]?.integrity}`).join('\n');
}

/** @param {string | Buffer} content */
const digest = (content) => createHash('sha256').update(content).digest('hex').slice(0, 32);
