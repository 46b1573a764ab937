import type { Contest } from './dispute-data.ts';
import type { FindingData } from './finding-data.ts';

/** The contest that nobody has decided on yet; undefined when there is none. */
export const openContest = ({ contests }: FindingData): Contest | undefined =>
  contests.find(({ outcome }) => outcome === undefined);

/** Whether the department still has to say that it takes the finding on. */
export const isUnconfirmed = ({ confirmation }: FindingData) => confirmation?.state === 'awaited';
