import type { Logger } from 'pino';

/** Work that goes on after Slack has its answer. */
export interface Background {
  /** Starts work; a failure is logged. */
  run(work: () => Promise<unknown>): void;
  /** Counts work that Slack still waits for as under way; returns it. */
  hold<T>(work: Promise<T>): Promise<T>;
  /** Settles when nothing is under way any more. */
  idle(): Promise<void>;
}

/** Keeps hold of what is under way, so that stopping can wait for it. */
export function createBackground(log: Logger): Background {
  const underWay = new Set<Promise<void>>();
  const track = (done: Promise<void>) => {
    underWay.add(done);
    void done.finally(() => underWay.delete(done));
  };
  const warn = (error: unknown) => {
    log.error({ error: error instanceof Error ? error.name : typeof error }, 'late Slack work failed');
  };
  return {
    run(work) {
      track(work().then(() => undefined, warn));
    },
    hold(work) {
      track(
        work.then(
          () => undefined,
          () => undefined,
        ),
      );
      return work;
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
