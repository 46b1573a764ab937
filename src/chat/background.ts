import type { Logger } from 'pino';
import { failureFacts } from '../errors.ts';

/** Work that continues after the platform has its answer. */
export interface Background {
  /** Starts work; a failure is logged. */
  run(work: () => Promise<unknown>): void;
  /** Counts work that the platform still waits for as in progress; returns it. */
  hold<T>(work: Promise<T>): Promise<T>;
  /** Settles when nothing is in progress any more. */
  idle(): Promise<void>;
}

/** Tracks what is in progress, so that shutdown can wait for it. `platform` is its name in the log. */
export function createBackground(log: Logger, platform: string): Background {
  const underWay = new Set<Promise<void>>();
  const track = (done: Promise<void>) => {
    underWay.add(done);
    void done.finally(() => underWay.delete(done));
  };
  const nothing = () => undefined;
  return {
    run(work) {
      track(work().then(nothing, (error: unknown) => log.error(failureFacts(error), `late ${platform} work failed`)));
    },
    hold(work) {
      track(work.then(nothing, nothing));
      return work;
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
