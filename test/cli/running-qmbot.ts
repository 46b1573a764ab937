import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from '../support/eventually.ts';
import type { Place } from './command-line.ts';

/** How a process came to its end. */
export interface End {
  readonly code: unknown;
  /** Milliseconds from the signal to the end. */
  readonly tookMs: number;
}

/** A process of `qmbot` that runs until it is told to end. */
export interface RunningQmbot {
  /** What it has said so far, on both streams. */
  readonly said: string;
  /** Waits for it to say something; the first group of the pattern. Fails with all it said when it ends before. */
  hear(pattern: RegExp): Promise<string>;
  /** Sends a signal and waits for the end. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<End>;
}

/** Where the bot says that it is ready, and where it listens. */
export const READY = /"url":"([^"]+)".*qmbot is ready/;

/** Starts `qmbot` with these settings and no others. */
export function startQmbot(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  { folder = process.cwd(), by = [] }: Place = {},
): RunningQmbot {
  const env = { PATH: process.env.PATH, PORT: '0', ...settings };
  const [program = '', ...rest] = [...by, process.execPath, 'bin/qmbot.js', ...args];
  const child = spawn(program, rest, { cwd: folder, env, stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (said += part));
  const ended = once(child, 'exit');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    get said() {
      return said;
    },
    async hear(pattern) {
      const heard = () => pattern.exec(said)?.[1];
      await eventually(() => hasEnded() || heard() !== undefined, { within: 20_000 });
      const found = heard();
      if (found === undefined) throw new Error(`ended with ${child.exitCode ?? child.signalCode}:\n${said}`);
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
