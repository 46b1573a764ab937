import { readdirSync, readFileSync } from 'node:fs';

/** CPU time of a process's live threads, in milliseconds, with nanosecond precision. Linux only. */
export function cpuOf(pid: number): number {
  let nanoseconds = 0;
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // The thread has ended in the meantime.
    }
  }
  return nanoseconds / 1e6;
}

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

/** CPU time of a process in milliseconds, including its ended threads and the children it has waited for. Linux only. */
export function cpuWithEnded(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) * TICK_MS;
}

/** A process's memory, in megabytes. Linux only. */
export interface Memory {
  /** Its private memory: RssAnon. */
  readonly own: number;
  /** All resident memory, including mapped files: VmRSS. LevelDB maps its files. */
  readonly resident: number;
}

/** The memory of a process now. */
export function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) =>
    Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { own: megabytes('RssAnon'), resident: megabytes('VmRSS') };
}
