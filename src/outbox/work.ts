import type { Claim, EffectChange } from './change.ts';

/** A piece of work on a document: the claims to note before it starts, and its result. */
export interface Work {
  /** What is worked on: the keys of effects, or the places of cards. */
  readonly names: readonly string[];
  /** Noted together with those of other work, in one write, before `run`; none for work that may be repeated. */
  readonly claims: readonly Claim[];
  run(): Promise<readonly EffectChange[]>;
}

/** The result of work that has ended. */
export interface Ended {
  readonly changes: readonly EffectChange[];
  readonly errors: readonly unknown[];
}

/** Work in progress for one document. Receivers do not wait for each other. */
export interface UnderWay {
  /** False while work is in progress whose outcome has not been returned by `ended` yet. */
  readonly isEmpty: boolean;
  has(name: string): boolean;
  begin(work: Work): void;
  /**
   * Waits until work has ended: all of it, or, if some takes longer, as much as has ended `graceMs` after the first. Returns the outcome of each
   * piece of work once.
   */
  ended(graceMs: number): Promise<Ended>;
}

/** Starts with nothing in progress. */
export function createUnderWay(): UnderWay {
  const running = new Map<Work, Promise<void>>();
  const done = new Map<Work, Ended>();

  const follow = (work: Work): Promise<void> =>
    work.run().then(
      (changes) => void done.set(work, { changes, errors: [] }),
      (error: unknown) => void done.set(work, { changes: [], errors: [error] }),
    );

  return {
    get isEmpty() {
      return running.size === 0;
    },
    has: (name) => [...running.keys()].some(({ names }) => names.includes(name)),
    begin(work) {
      running.set(work, follow(work));
    },
    async ended(graceMs) {
      const all = [...running.values()];
      await Promise.race(all);
      if (done.size < all.length) await withinGrace(Promise.all(all), graceMs);
      const outcomes = [...done.values()];
      for (const work of done.keys()) running.delete(work);
      done.clear();
      return {
        changes: outcomes.flatMap(({ changes }) => changes),
        errors: outcomes.flatMap(({ errors }) => errors),
      };
    },
  };
}

async function withinGrace(work: Promise<unknown>, graceMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, graceMs);
  });
  await Promise.race([work, grace]);
  clearTimeout(timer);
}
