import { once } from 'node:events';

/**
 * Ends the process with `process.exitCode`, once its command is done and has closed what it opened. Libraries can leave timers
 * behind that would keep it alive: Agenda leaves one of half the lock's lifetime after each run of a job.
 */
export async function endProcess(): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.writableLength > 0) await once(stream, 'drain');
  }
  process.exit();
}
