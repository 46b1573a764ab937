/** Work that takes so long that nothing else of its document may wait for it. */
export interface Fetches {
  /** Whether work under this key is under way here. */
  has(key: string): boolean;
  /** Whether all hands are busy. */
  isFull(): boolean;
  /** Begins work; it must not reject. Its signal ends it, when it has taken too long or all ends. */
  begin(key: string, work: (signal: AbortSignal) => Promise<void>): void;
  /** Waits for all that is under way; false when nothing was. */
  settle(): Promise<boolean>;
  /** Ends what is under way. */
  stop(): Promise<void>;
}

/** How many files are fetched at once, each piece by piece: a few slow ones must not fill the memory. */
const HANDS = 4;

/** Keeps hold of what is being fetched, each for at most `mostMs` milliseconds. */
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
