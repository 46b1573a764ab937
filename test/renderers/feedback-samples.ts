import { formatPeriod } from '../../src/calendar/format.ts';
import { quarterOf } from '../../src/calendar/period.ts';
import { drawFeedback } from '../../src/figures/feedback/card.ts';
import type { Feedback } from '../../src/figures/feedback/read.ts';
import { locales } from '../../src/i18n/locale.ts';
import { serving } from '../quality/incident/incident-in.ts';
import type { Sample } from './sample.ts';

const org = serving();
const met = { zh: '达成', en: 'Met' };
const missed = { zh: '未达成', en: 'Not met' };

const said = (number: string, some: Partial<Feedback>): Feedback => ({
  number,
  customerId: 'metro',
  projectId: null,
  at: '2026-09-10T00:00:00.000Z',
  sla: { text: met, missed: false },
  note: null,
  newServices: null,
  ...some,
});

const quarter: readonly Feedback[] = [
  said('VR-2026-0007', { customerId: 'office', sla: { text: missed, missed: true }, note: '周末没有人接电话' }),
  said('SI-2026-0031', { projectId: 'metro-3', newServices: '备件现场存放；每季度做一次应急演练' }),
  ...Array.from({ length: 10 }, (_, index) => said(`SI-2026-01${10 + index}`, {})),
];

/** What customers say of their service level in a quarter, and a quarter in which nobody was asked. */
export const feedbackSamples: readonly Sample[] = locales.flatMap((locale): Sample[] => {
  const heading = { period: formatPeriod('quarter', quarterOf('2026-07-01'), locale), whose: null, running: false };
  return [
    {
      name: `feedback.${locale}`,
      as: 'a quarter',
      locale,
      on: () => ({ kind: 'card', card: drawFeedback(quarter, heading, org, locale) }),
    },
    {
      name: `feedback.${locale}`,
      as: 'nothing yet',
      locale,
      on: () => ({ kind: 'card', card: drawFeedback([], heading, org, locale) }),
    },
  ];
});
