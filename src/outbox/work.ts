import type { Claim, EffectChange } from './change.ts';

/** What is to be done for a document: the claims to be noted before it begins, and what it comes to. */
export interface Work {
  /** What is worked on: the keys of effects, or the places of cards. */
  readonly names: readonly string[];
  /** Noted together with those of other work, in one write, before `run`; none for what may be repeated. */
  readonly claims: readonly Claim[];
  run(): Promise<readonly EffectChange[]>;
}

/** What work that has ended came to. */
export interface Ended {
  readonly changes: readonly EffectChange[];
  readonly errors: readonly unknown[];
}

/** Work that is under way for one document. Receivers do not wait for each other. */
export interface UnderWay {
  /** Whether anything is under way whose outcome was not given by `ended` yet. */
  readonly isEmpty: boolean;
  has(name: string): boolean;
  begin(work: Work): void;
  /**
   * Waits until work has ended: all of it, or, where some lasts longer, as much as has ended `graceMs` after the first. Gives
   * what came of each piece of work once.
   */
  ended(graceMs: number): Promise<Ended>;
}

/** Starts with nothing under way. */
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
