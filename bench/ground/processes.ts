import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that runs beside the bench, in its own process. */
export interface Running {
  readonly pid: number;
  /** The value its output was matched for, such as its address. */
  readonly said: string;
  /** Seconds from its start to that output. */
  readonly seconds: number;
  /** Ends it, and waits until it has ended. */
  readonly stop: () => Promise<void>;
}

/** How a program is started. */
export interface RunOptions {
  /** In addition to PATH. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The folder it runs in; by default, the bench's own. */
  readonly cwd?: string;
}

/** A process that does not stop when asked is killed after this time. */
const STOP_WITHIN_MS = 60_000;
/** How much of the output is kept for an error message, in characters. */
const KEPT = 20_000;

/**
 * Starts a Node program and waits until its output matches; the first group of the pattern is the result. Rejects with its
 * output if it ends before.
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

/** Runs a Node program to its end, and returns its stdout. Rejects with its stderr. */
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

/** This process ends when the bench ends, for any reason. */
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
