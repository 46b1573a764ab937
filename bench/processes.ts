import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

/** A program that runs beside the measuring, in a process of its own. */
export interface Running {
  readonly pid: number;
  /** What it said that it can be reached by. */
  readonly said: string;
  /** Seconds from its start to that. */
  readonly seconds: number;
  stop(): Promise<void>;
}

/**
 * Starts a Node program and waits until a line of its output matches; the first group of the pattern is what it said. Fails
 * with its output when it ends before.
 */
export async function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  ready: RegExp,
): Promise<Running> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever ends the measuring ends what it has started.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  const said = await lineOf(child, ready);
  const { pid } = child;
  if (pid === undefined) throw new Error('the process did not start');
  return {
    pid,
    said,
    seconds: (performance.now() - start) / 1000,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function lineOf(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = ready.exec(output);
      if (found) resolve(found[1] ?? '');
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${output}`)));
  });
}

/** The megabytes that a process has in memory. Linux alone. */
export async function residentMegabytes(pid: number): Promise<number> {
  const found = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? Number.NaN) / 1024;
}
