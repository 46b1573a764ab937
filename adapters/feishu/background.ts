import type { Logger } from 'pino';

/** Work that outlives the answer it belongs to. */
export interface Background {
  /** Counts work as under way until it settles; a failure is logged. */
  run(work: Promise<unknown>): void;
  /** Settles when nothing is under way any more. */
  idle(): Promise<void>;
}

export function createBackground(log: Logger): Background {
  const underWay = new Set<Promise<void>>();
  return {
    run(work) {
      const done = work.then(
        () => undefined,
        (error: unknown) =>
          log.error({ error: error instanceof Error ? error.name : typeof error }, 'late Feishu work failed'),
      );
      underWay.add(done);
      void done.finally(() => underWay.delete(done));
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
