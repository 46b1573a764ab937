import { type Load, load } from './load.ts';
import { cpuOf } from './processes.ts';
import type { Contender } from './rounds.ts';

/** A program that is asked things over HTTP, this version, the one before, or a reference. */
export interface Served {
  readonly name: string;
  /** The processes whose time is its cost. */
  readonly pids: readonly number[];
  /** Gets so many calls ready, and gives what makes one. */
  prepare(times: number): Promise<(turn: number) => Promise<unknown>>;
  /** Waits for what it does after it has answered. */
  follows?(): Promise<unknown>;
}

/** A load, and what it cost. */
export interface Cost extends Load {
  /** Milliseconds of processor time a call: to the answers, and with all that follows. */
  readonly cpu: number;
  readonly cpuInAll: number;
}

/** How much a turn is. */
export interface Turn {
  readonly clients: number;
  readonly times: number;
}

/** Makes something that is served take part in the rounds. */
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

/** One figure of all rounds, as a row of the report takes it: this version, the one before, and the references `bare` and `bare before`. */
export function figuresOf(turns: ReadonlyMap<string, readonly Cost[]>, figure: keyof Cost, bare = 'bare') {
  const of = (name: string) => turns.get(name)?.map((one) => one[figure]);
  return { now: of('now') ?? [], before: of('before'), bare: of(bare), bareOfBefore: of(`${bare} before`) };
}
