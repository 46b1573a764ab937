/** Work by name: never twice at once under one name, and no more than so many at once altogether. */
export interface WorkQueue<Result> {
  /**
   * Does the work after whatever is under way under this name. Work that is asked for while the same is still waiting is done
   * once for both.
   */
  add(name: string, work: () => Promise<Result>): Promise<Result>;
  /** Whether work under this name is waiting or under way. */
  has(name: string): boolean;
  /** Resolves when nothing is waiting or under way. */
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
    // The place is handed on, so that nobody slips in between.
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
