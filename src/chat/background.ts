import type { Logger } from 'pino';
import { failureFacts } from '../errors.ts';

/** Work that goes on after the platform has its answer. */
export interface Background {
  /** Starts work; a failure is logged. */
  run(work: () => Promise<unknown>): void;
  /** Counts work that the platform still waits for as under way; returns it. */
  hold<T>(work: Promise<T>): Promise<T>;
  /** Settles when nothing is under way any more. */
  idle(): Promise<void>;
}

/** Keeps hold of what is under way, so that stopping can wait for it. `platform` is what the log calls it. */
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
