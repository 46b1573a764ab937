// @ts-check
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
const BEAT_EVERY_MS = 1_000;
/** A holder that has not touched its lock for so long is gone, or on a machine that is; two builds at once do no harm. */
const ABANDONED_MS = 10_000;

/**
 * Does the work while no other process does work under the same lock: of several only for economy, so that a lock whose
 * holder was killed is simply removed.
 * @template T
 * @param {string} lock a file to be made and removed
 * @param {() => void} waiting told once when another process is at it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(lock, waiting, work) {
  for (let looks = 0; !take(lock); looks++) {
    if (isAbandoned(lock)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (looks === 0) waiting();
    await sleep(LOOK_EVERY_MS);
  }
  const beat = setInterval(() => {
    const now = new Date();
    if (holderOf(lock) === process.pid) utimesSync(lock, now, now);
  }, BEAT_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if (holderOf(lock) === process.pid) rmSync(lock, { force: true });
  }
}

/** @param {number} pid @returns {boolean} whether the process runs on this machine */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} lock @returns {number} NaN while its holder is about to write its number, and when there is no lock */
function holderOf(lock) {
  try {
    return Number.parseInt(readFileSync(lock, 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
}

/** @param {string} lock */
function isAbandoned(lock) {
  const stat = statSync(lock, { throwIfNoEntry: false });
  if (!stat) return false;
  if (Date.now() - stat.mtimeMs > ABANDONED_MS) return true;
  const holder = holderOf(lock);
  return Number.isInteger(holder) && !isAlive(holder);
}
