import { once } from 'node:events';

/**
 * Ends the process when its command is done and has closed what it opened, with `process.exitCode`. Libraries may have left
 * timers behind that keep a process alive for nothing: Agenda one of half its lock's life after each run of a job.
 */
export async function endProcess(): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.writableLength > 0) await once(stream, 'drain');
  }
  process.exit();
}
