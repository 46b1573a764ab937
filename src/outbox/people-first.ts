/** Users waiting for an answer go first: background work yields to interactions in progress. */
export interface PeopleFirst {
  /** Does work that a user is waiting for. */
  serve<Result>(work: () => Promise<Result>): Promise<Result>;
  /**
   * Resolves when a piece of background work may start: one after the other while nobody is waiting. Under continuous load one still starts every
   * `patienceMs`, so that messages go out.
   */
  turn(): Promise<void>;
}

/** `patienceMs`: the longest interval between starts of background work while users wait. */
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

  /** Releases one per turn of the event loop, so that a request that has arrived meanwhile is seen before the next. */
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
