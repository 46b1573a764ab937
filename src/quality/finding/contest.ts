import type { Contest } from './dispute-data.ts';
import type { FindingData } from './finding-data.ts';

/** The objection still waiting for a ruling; undefined if there is none. */
export const openContest = ({ contests }: FindingData): Contest | undefined =>
  contests.find(({ outcome }) => outcome === undefined);

/** Whether the department still has to confirm the finding. */
export const isUnconfirmed = ({ confirmation }: FindingData) => confirmation?.state === 'awaited';
