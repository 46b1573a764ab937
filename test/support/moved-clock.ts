import type { Clock } from '../../src/clock.ts';

/** A clock that stands still until a test moves it. */
export interface MovedClock extends Clock {
  /** Forwards, or with a negative number backwards, by milliseconds. */
  advance(ms: number): void;
  /** To an instant, in ISO 8601. */
  moveTo(instant: string): void;
}

/** A clock that shows an instant, in ISO 8601. */
export function movedClock(instant: string): MovedClock {
  let now = Date.parse(instant);
  return {
    now: () => new Date(now),
    advance(ms) {
      now += ms;
    },
    moveTo(then) {
      now = Date.parse(then);
    },
  };
}
