import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { type Checkout, here } from './checkout.ts';
import { endWithBench } from './processes.ts';

/** A script of `bench/probe` that runs with a checkout's modules and does pieces of work on request. */
export interface Probe {
  readonly pid: number;
  /** Runs a piece of work; returns what it reports. Rejects with the probe's message. */
  ask(piece: string, args?: Readonly<Record<string, unknown>>): Promise<unknown>;
  stop(): Promise<void>;
}

const answerSchema = z.union([z.object({ told: z.unknown() }), z.object({ failed: z.string() })]);

/** Starts a probe, and waits until it accepts work. */
export async function openProbe({ root }: Checkout, name: string, args: readonly string[]): Promise<Probe> {
  const child = fork(join(here.root, 'bench/probe', `${name}.ts`), [root, ...args], {
    cwd: root,
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR },
  });
  endWithBench(child);
  const gone = once(child, 'exit');
  const answer = async () => {
    const [message] = await Promise.race([
      once(child, 'message'),
      gone.then(([code]) => Promise.reject(new Error(`the probe ${name} ended with ${code}`))),
    ]);
    const read = answerSchema.parse(message);
    if ('failed' in read) throw new Error(`${name}: ${read.failed}`);
    return read.told;
  };
  await answer();
  return {
    pid: child.pid ?? Number.NaN,
    async ask(piece, given = {}) {
      child.send({ piece, args: given });
      return answer();
    },
    async stop() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
