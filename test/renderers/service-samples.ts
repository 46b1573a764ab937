import { formatPeriod } from '../../src/calendar/format.ts';
import { monthOf } from '../../src/calendar/period.ts';
import { drawService } from '../../src/figures/service/card.ts';
import type { ServiceFigures } from '../../src/figures/service/compute.ts';
import { locales } from '../../src/i18n/locale.ts';
import { serving } from '../quality/incident/incident-in.ts';
import type { Sample } from './sample.ts';

const org = serving();

const figures = (met: number, of: number): ServiceFigures => ({
  incidents: of - 4,
  requests: 4,
  resolved: { met: of - 6, of: of - 4 },
  repair: { value: 134.2, of: of - 6 },
  attained: { met, of },
  responded: { met: of, of },
  solved: { met, of },
});

const none: ServiceFigures = {
  incidents: 0,
  requests: 0,
  resolved: { met: 0, of: 0 },
  repair: { value: null, of: 0 },
  attained: { met: 0, of: 0 },
  responded: { met: 0, of: 0 },
  solved: { met: 0, of: 0 },
};

/** Service figures of a month, and of one without any. */
export const serviceSamples: readonly Sample[] = locales.flatMap((locale): Sample[] => {
  const period = formatPeriod('month', monthOf('2026-10-01'), locale);
  const month = {
    figures: figures(188, 200),
    before: figures(150, 160),
    byProject: [
      { id: 'cloud', figures: figures(88, 99) },
      { id: 'metro-3', figures: figures(100, 101) },
    ],
    byPriority: [
      { id: 'p1', figures: figures(12, 14) },
      { id: 'p2', figures: figures(176, 186) },
    ],
  };
  const empty = { figures: none, before: none, byProject: [], byPriority: [] };
  return [
    {
      name: `service.${locale}`,
      as: 'a month',
      locale,
      on: () => ({ kind: 'card', card: drawService(month, { period, whose: null, running: false }, org, locale) }),
    },
    {
      name: `service.${locale}`,
      as: 'nothing yet',
      locale,
      on: () => ({ kind: 'card', card: drawService(empty, { period, whose: '三号线', running: true }, org, locale) }),
    },
  ];
});
