/** Opened resources, to be closed in reverse order. */
export interface Opened {
  /** Registers something to stop. */
  readonly keep: <Thing extends { stop(): Promise<unknown> }>(thing: Thing) => Thing;
  /** The same for something to close. */
  readonly keepOpen: <Thing extends { close(): Promise<unknown> }>(thing: Thing) => Thing;
}

/** Runs a piece of work, and closes everything it opened, whether it succeeds or not. */
export async function withOpened<Result>(work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const ends: (() => Promise<unknown>)[] = [];
  try {
    return await work({
      keep(thing) {
        ends.unshift(() => thing.stop());
        return thing;
      },
      keepOpen(thing) {
        ends.unshift(() => thing.close());
        return thing;
      },
    });
  } finally {
    for (const end of ends) await end();
  }
}
