// @ts-check
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;
const HEARTBEAT_MS = 1_000;
/** A holder that has not touched its lock for this long is taken for dead. If it is not, two build at once, which is harmless. */
const ABANDONED_MS = 10_000;

/**
 * Does the work while no other process holds the lock. A lock whose holder was killed is removed; this is not airtight, and
 * need not be, since the lock only saves several processes from doing the same work.
 * @template T
 * @param {string} lock the path of the lock file
 * @param {() => void} waiting called once if another process holds the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(lock, waiting, work) {
  for (let polls = 0; !take(lock); polls++) {
    if (isAbandoned(lock)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (polls === 0) waiting();
    await sleep(POLL_MS);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    if (holderOf(lock) === process.pid) utimesSync(lock, now, now);
  }, HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
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

/** @param {string} lock @returns {number} the holder's process id; NaN if there is no lock, or its holder is about to write it */
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
