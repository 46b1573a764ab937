/** The only place that reads the time. Everything that needs "now" is given a `Clock`, so that tests can move it and a simulated year can run in seconds. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
