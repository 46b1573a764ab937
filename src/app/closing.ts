/** Resources to close, in the order in which they were opened. */
export interface Closing {
  /** After `close`, closes at once: an aborted startup may still open things. */
  add(close: () => Promise<unknown>): void;
  /**
   * Closes everything in reverse order, one after the other; a second call does nothing more. If one fails, the others are still closed, and the
   * first error is thrown at the end.
   */
  close(): Promise<void>;
}

/** Starts with nothing to close. */
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
