/** What was opened, to be closed in the reverse order. */
export interface Opened {
  /** Takes charge of something that has to be stopped. */
  readonly keep: <Thing extends { stop(): Promise<unknown> }>(thing: Thing) => Thing;
  /** The same for what is closed. */
  readonly keepOpen: <Thing extends { close(): Promise<unknown> }>(thing: Thing) => Thing;
}

/** Runs a piece of work, and ends whatever it opened, whether it succeeds or not. */
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
