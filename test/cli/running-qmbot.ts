import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from '../support/eventually.ts';
import type { Place } from './command-line.ts';

/** How a process ended. */
export interface End {
  readonly code: unknown;
  /** Milliseconds from the signal to the end. */
  readonly tookMs: number;
}

/** A `qmbot` process that keeps running until it gets a signal. */
export interface RunningQmbot {
  /** Its output so far, on stdout and stderr. */
  readonly output: string;
  /** Waits for output that matches; returns the pattern's first group. Fails with the output if the process ends before. */
  waitFor(pattern: RegExp): Promise<string>;
  /** Sends a signal and waits for the end. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<End>;
}

/** The log line that says that the bot is ready; its group is the bot's URL. */
export const READY = /"url":"([^"]+)".*qmbot is ready/;

/** Starts `qmbot` with only these settings. */
export function startQmbot(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  { folder = process.cwd(), by = [] }: Place = {},
): RunningQmbot {
  const env = { PATH: process.env.PATH, PORT: '0', ...settings };
  const [program = '', ...rest] = [...by, process.execPath, 'bin/qmbot.js', ...args];
  const child = spawn(program, rest, { cwd: folder, env, stdio: 'pipe' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (output += part));
  const ended = once(child, 'exit');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    get output() {
      return output;
    },
    async waitFor(pattern) {
      const match = () => pattern.exec(output)?.[1];
      await eventually(() => hasEnded() || match() !== undefined, { within: 20_000 });
      const found = match();
      if (found === undefined) throw new Error(`ended with ${child.exitCode ?? child.signalCode}:\n${output}`);
      return found;
    },
    async end(signal) {
      const sent = performance.now();
      child.kill(signal);
      const [code, by] = await ended;
      return { code: code ?? by, tookMs: performance.now() - sent };
    },
  };
}
