import { z } from 'zod';
import { run } from './processes.ts';

/** The stub of a chat platform, in its own process. */
export interface Platform {
  readonly pid: number;
  readonly url: string;
  /** How often each method was called since the last query. */
  calls(): Promise<Readonly<Record<string, number>>>;
  /** The body of the last call whose path matches. */
  last(path: RegExp): Promise<string>;
  stop(): Promise<void>;
}

const callsSchema = z.record(z.string(), z.number());

/** Starts the stub. */
export async function openPlatform(): Promise<Platform> {
  const { pid, said: url, stop } = await run(['--import', 'tsx', 'bench/ground/platform.ts'], /ready (\S+)/);
  return {
    pid,
    url,
    calls: async () => callsSchema.parse(await (await fetch(`${url}/calls`)).json()),
    last: async ({ source }) => (await fetch(`${url}/last?${encodeURIComponent(source)}`)).text(),
    stop,
  };
}
