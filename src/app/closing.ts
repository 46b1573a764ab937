/** What has to be closed, in the order in which it was opened. */
export interface Closing {
  add(close: () => Promise<unknown>): void;
  /** Closes everything, the last opened first, each when the one before it is closed; what is closed once stays so. */
  close(): Promise<void>;
}

/** Nothing to close yet. */
export function createClosing(): Closing {
  const closers: (() => Promise<unknown>)[] = [];
  return {
    add: (close) => void closers.push(close),
    async close() {
      for (let last = closers.pop(); last; last = closers.pop()) await last();
    },
  };
}
