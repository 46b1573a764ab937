// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which build is current, and what it was built from. Each start compares it with the files, so a file is compared by size
 * and times, and read only if these differ: copying, cloning and switching branches change the times of files.
 * @typedef {readonly [file: string, size: number, mtimeMs: number, ctimeMs: number, hash: string]} Input
 * @typedef {{ format: typeof FORMAT, build: string, packages: readonly string[], inputs: readonly Input[] }} Manifest
 */

/** A manifest of another format was written by another version of this file, and counts as none. */
const FORMAT = 1;

/** The packages that npm has installed, with their versions. https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json (2026-12-01) */
const INSTALLED = 'node_modules/.package-lock.json';

/** @param {string} root */
const pathOf = (root) => join(root, 'dist', 'manifest.json');

/** @param {string} root @returns {Manifest | null} null if there is no build */
export function readManifest(root) {
  try {
    const manifest = JSON.parse(readFileSync(pathOf(root), 'utf8'));
    return manifest.format === FORMAT ? manifest : null;
  } catch {
    return null;
  }
}

/** Replaces the manifest atomically. @param {string} root @param {Manifest} manifest */
export function writeManifest(root, manifest) {
  const path = pathOf(root);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(manifest));
  renameSync(draft, path);
}

/**
 * @param {string} root
 * @param {readonly string[]} files our own files that went into the build
 * @param {readonly string[]} packages folders of the packages that went into it
 * @param {number} startedAt when the build started: files that changed later may not be what was built
 * @returns {Manifest} named after its inputs: the same inputs give the same name
 */
export function describeBuild(root, files, packages, startedAt) {
  const installed = existsSync(join(root, INSTALLED)) ? [INSTALLED] : [];
  const now = Date.now();
  // Times in the future are not changes: clocks can be wrong, and archives can come from other time zones.
  const changedSince = (/** @type {number[]} */ ...times) => times.some((time) => time >= startedAt && time <= now);
  const inputs = [...files, ...installed].map((file) => {
    const { size, mtimeMs, ctimeMs } = statSync(join(root, file));
    const hash = changedSince(mtimeMs, ctimeMs) ? '' : hashOf(root, file, packages);
    return /** @type {Input} */ ([file, size, mtimeMs, ctimeMs, hash]);
  });
  const build = digest(inputs.map(([file, , , , hash]) => `${file} ${hash}`).join('\n')).slice(0, 12);
  return { format: FORMAT, build, packages, inputs };
}

/**
 * Whether the inputs are unchanged. If only times have changed, also returns a manifest with the new ones.
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
 * Only the bundled packages matter: a container image may leave out the packages for development.
 * @param {readonly string[]} packages
 * @param {string} installed
 */
function versionsOf(packages, installed) {
  const { packages: entries } = JSON.parse(installed);
  return packages.map((folder) => `${folder} ${entries[folder]?.version} ${entries[folder]?.integrity}`).join('\n');
}

/** @param {string | Buffer} content */
const digest = (content) => createHash('sha256').update(content).digest('hex').slice(0, 32);
