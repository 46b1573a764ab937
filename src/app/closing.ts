/** What has to be closed, in the order in which it was opened. */
export interface Closing {
  /** What comes when all is closed already, from a start that was broken off, is closed at once. */
  add(close: () => Promise<unknown>): void;
  /**
   * Closes everything, the last opened first, each when the one before it is closed; what is closed once stays so. One that
   * fails does not keep the rest open; rejects with its error in the end, the first one's of several.
   */
  close(): Promise<void>;
}

/** Nothing to close yet. */
export function createClosing(): Closing {
  const closers: (() => Promise<unknown>)[] = [];
  const failures: unknown[] = [];
  let closed = false;

  async function closeAll(): Promise<void> {
    for (let last = closers.pop(); last; last = closers.pop()) {
      await last().catch((error: unknown) => failures.push(error));
    }
  }

  return {
    add(close) {
      closers.push(close);
      if (closed) void closeAll();
    },
    async close() {
      await closeAll();
      closed = true;
      if (failures.length > 0) throw failures[0];
    },
  };
}
