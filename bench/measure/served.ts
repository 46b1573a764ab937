import { type Load, load } from './load.ts';
import { cpuOf } from './processes.ts';
import type { Contender } from './rounds.ts';

/** A program that is called over HTTP: this version, the previous one, or a reference. */
export interface Served {
  readonly name: string;
  /** The processes whose CPU time is its cost. */
  readonly pids: readonly number[];
  /** Prepares a number of calls, and returns the function that makes one. */
  prepare(times: number): Promise<(turn: number) => Promise<unknown>>;
  /** Waits for the work it does after it has responded. */
  follows?(): Promise<unknown>;
}

/** A load, and its cost. */
export interface Cost extends Load {
  /** CPU time per call in milliseconds: until the responses, and including all work that follows. */
  readonly cpu: number;
  readonly cpuInAll: number;
}

/** The size of a run. */
export interface Turn {
  readonly clients: number;
  readonly times: number;
}

/** Makes a served program a participant of the rounds. */
export const contenderOf = (served: Served, { clients, times }: Turn): Contender<Cost> => ({
  name: served.name,
  async prepare() {
    const call = await served.prepare(times);
    return async () => {
      const cpu = () => served.pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
      const start = cpu();
      const loaded = await load(clients, times, call);
      const answered = cpu();
      await served.follows?.();
      return { ...loaded, cpu: (answered - start) / times, cpuInAll: (cpu() - start) / times };
    };
  },
});

/** One figure across all rounds, as a row of the report needs it: this version, the previous one, and the references `bare` and `bare before`. */
export function figuresOf(turns: ReadonlyMap<string, readonly Cost[]>, figure: keyof Cost, bare = 'bare') {
  const of = (name: string) => turns.get(name)?.map((one) => one[figure]);
  return { now: of('now') ?? [], before: of('before'), bare: of(bare), bareOfBefore: of(`${bare} before`) };
}
