import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that runs beside the bench, in a process of its own. */
export interface Running {
  readonly pid: number;
  /** What its output was read for, such as its address. */
  readonly said: string;
  /** Seconds from its start to that. */
  readonly seconds: number;
  /** Ends it, and waits until it has ended. */
  readonly stop: () => Promise<void>;
}

/** How a program is started. */
export interface RunOptions {
  /** Besides PATH. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The folder it runs in; without, the bench's own. */
  readonly cwd?: string;
}

/** A process that does not end when it is asked to is killed after so long. */
const STOP_WITHIN_MS = 60_000;
/** So much of the output is kept for a message of failure, in characters. */
const KEPT = 20_000;

/**
 * Starts a Node program and waits until its output matches; the first group of the pattern is what it said. Fails with its
 * output when it ends before.
 */
export async function run(args: readonly string[], ready: RegExp, options: RunOptions = {}): Promise<Running> {
  const start = performance.now();
  const child = spawnNode(args, options);
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
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await gone;
      clearTimeout(late);
    },
  };
}

/** Runs a Node program to its end, and gives what it wrote to stdout. Fails with what it wrote to stderr. */
export async function output(args: readonly string[], options: RunOptions = {}): Promise<string> {
  const child = spawnNode(args, options);
  const written: Buffer[] = [];
  let failure = '';
  child.stdout?.on('data', (chunk: Buffer) => written.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => {
    failure = (failure + chunk.toString()).slice(-KEPT);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${failure}`);
  return Buffer.concat(written).toString();
}

function spawnNode(args: readonly string[], { env = {}, cwd }: RunOptions): ChildProcess {
  const child = spawn(process.execPath, args, {
    ...(cwd && { cwd }),
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  endWithBench(child);
  return child;
}

const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Whatever ends the bench ends this process. */
export function endWithBench(child: ChildProcess): void {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

function lineOf(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let written = '';
    let found = false;
    const read = (chunk: Buffer) => {
      if (found) return;
      written = (written + chunk.toString()).slice(-KEPT);
      const match = ready.exec(written);
      if (!match) return;
      found = true;
      resolve(match[1] ?? '');
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${written}`)));
  });
}
