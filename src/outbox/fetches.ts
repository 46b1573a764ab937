/** Work that takes so long that nothing else in its document may wait for it. */
export interface Fetches {
  /** Whether this process is doing work under this key. */
  has(key: string): boolean;
  /** Whether all slots are taken. */
  isFull(): boolean;
  /** Starts work; it must not reject. Its signal is aborted when it has taken too long or at shutdown. */
  begin(key: string, work: (signal: AbortSignal) => Promise<void>): void;
  /** Waits for everything in progress; false if nothing was. */
  settle(): Promise<boolean>;
  /** Aborts what is in progress. */
  stop(): Promise<void>;
}

/** How many files are fetched at once, each chunk by chunk: a few slow ones must not fill the memory. */
const HANDS = 4;

/** Tracks fetches in progress, each for at most `mostMs` milliseconds. */
export function createFetches(mostMs: number): Fetches {
  const underWay = new Map<string, Promise<void>>();
  const ending = new AbortController();
  const settle = async () => {
    if (underWay.size === 0) return false;
    await Promise.all(underWay.values());
    return true;
  };
  return {
    has: (key) => underWay.has(key),
    isFull: () => underWay.size >= HANDS,
    begin(key, work) {
      const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(mostMs)]);
      underWay.set(
        key,
        work(signal).finally(() => underWay.delete(key)),
      );
    },
    settle,
    async stop() {
      ending.abort(new Error('stopped'));
      await settle();
    },
  };
}
