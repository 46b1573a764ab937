/** People who wait for an answer go first: background work lets interactions under way have the machine. */
export interface PeopleFirst {
  /** Does what a person waits for. */
  serve<Result>(work: () => Promise<Result>): Promise<Result>;
  /**
   * Resolves when a piece of background work may begin: one after the other while nobody waits. Under a load that never ends one begins
   * every `patienceMs` all the same, so that messages go out.
   */
  turn(): Promise<void>;
}

/** `patienceMs`: how often background work begins, at the least, while people wait. */
export function createPeopleFirst(patienceMs: number): PeopleFirst {
  let served = 0;
  const waiting: (() => void)[] = [];
  let patience: NodeJS.Timeout | undefined;
  let proceeding = false;

  function release(): void {
    waiting.shift()?.();
    clearTimeout(patience);
    patience = waiting.length > 0 ? setTimeout(release, patienceMs) : undefined;
  }

  /** Lets one go in each turn of the event loop, so that a request that has come meanwhile is seen before the next. */
  function proceed(): void {
    proceeding = false;
    if (served > 0 || waiting.length === 0) return;
    release();
    proceedSoon();
  }

  function proceedSoon(): void {
    if (proceeding) return;
    proceeding = true;
    setImmediate(proceed);
  }

  return {
    async serve(work) {
      served += 1;
      try {
        return await work();
      } finally {
        served -= 1;
        if (served === 0) proceedSoon();
      }
    },
    turn() {
      if (served === 0 && waiting.length === 0) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push(resolve);
        patience ??= setTimeout(release, patienceMs);
      });
    },
  };
}
