/** Whoever waits for an answer goes first: the outbox lets interactions under way have the machine. */
export interface PeopleFirst {
  /** Does what somebody waits for. */
  serve<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when nobody waits; under a load that never ends, after a while, so that messages go out all the same. */
  turn(): Promise<void>;
}

/** `patienceMs`: the longest that a turn waits. */
export function createPeopleFirst(patienceMs: number): PeopleFirst {
  let served = 0;
  const waiting = new Set<() => void>();

  return {
    async serve(work) {
      served += 1;
      try {
        return await work();
      } finally {
        served -= 1;
        if (served === 0) for (const go of waiting) go();
      }
    },
    turn() {
      if (served === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const go = () => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        const timer = setTimeout(go, patienceMs);
        waiting.add(go);
      });
    },
  };
}
