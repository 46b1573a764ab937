/** Work by name: one piece per name at a time, with a limit on the total. */
export interface WorkQueue<Result> {
  /** Runs the work after any work in progress under this name. Requests made while the same work is still waiting share one run. */
  add(name: string, work: () => Promise<Result>): Promise<Result>;
  /** Whether work under this name is waiting or in progress. */
  has(name: string): boolean;
  /** Resolves when nothing is waiting or in progress. */
  idle(): Promise<void>;
}

/** Makes a queue that does at most `limit` pieces of work at once. */
export function createWorkQueue<Result>(limit: number): WorkQueue<Result> {
  const waiting = new Map<string, Promise<Result>>();
  const running = new Map<string, Promise<Result>>();
  const line: (() => void)[] = [];
  let busy = 0;

  async function enter(): Promise<void> {
    if (busy < limit) busy += 1;
    else await new Promise<void>((resolve) => line.push(resolve));
  }

  function leave(): void {
    const next = line.shift();
    // The slot is handed on, so that nothing else takes it in between.
    if (next) next();
    else busy -= 1;
  }

  async function runAfter(before: Promise<Result> | undefined, name: string, work: () => Promise<Result>) {
    await before?.catch(() => undefined);
    await enter();
    waiting.delete(name);
    const mine = work();
    running.set(name, mine);
    try {
      return await mine;
    } finally {
      if (running.get(name) === mine) running.delete(name);
      leave();
    }
  }

  return {
    add(name, work) {
      const known = waiting.get(name);
      if (known) return known;
      const mine = runAfter(running.get(name), name, work);
      waiting.set(name, mine);
      return mine;
    },
    has: (name) => waiting.has(name) || running.has(name),
    async idle() {
      while (waiting.size + running.size > 0) {
        await Promise.allSettled([...waiting.values(), ...running.values()]);
      }
    },
  };
}
