/** What has to be closed, in the order in which it was opened. */
export interface Closing {
  /** After `close`, closes at once: an aborted start may still open things. */
  add(close: () => Promise<unknown>): void;
  /**
   * Closes everything, the last opened first, each when the one before it is closed; what is closed once stays so. If one
   * fails, the others are closed nevertheless, and the first error is thrown at the end.
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
