import { drawGeneralStats } from '../../src/figures/general/card.ts';
import { locales } from '../../src/i18n/locale.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { createRegistry } from '../../src/records/registry.ts';
import type { ClockRow, Reports } from '../../src/records/shape/report-query.ts';
import { serving } from '../quality/incident/incident-in.ts';
import { noFacts, noReports } from '../support/no-reports.ts';
import type { Sample } from './sample.ts';

const org = serving();
const registry = createRegistry(recordTypes);
const day = (date: string) => new Date(`${date}T02:00:00Z`);

const row = (some: Partial<ClockRow>): ClockRow => ({
  number: 'CP-2026-0001',
  type: 'complaint',
  state: 'closed',
  open: false,
  departmentId: 'omd',
  restricted: false,
  createdAt: day('2026-11-02'),
  closedAt: day('2026-11-09'),
  clocks: [
    {
      step: 'investigating',
      round: 0,
      startedAt: day('2026-11-02'),
      first: day('2026-11-10'),
      until: day('2026-11-10'),
      metAt: day('2026-11-09'),
    },
  ],
  extensions: [],
  opinions: [],
  facets: {},
  ...some,
});

const rows: readonly ClockRow[] = [
  ...Array.from({ length: 9 }, () => row({})),
  row({ state: 'withdrawn' }),
  row({ state: 'investigating', open: true, closedAt: null, departmentId: 'rd' }),
];
const reports: Reports = {
  ...noReports,
  departments: async () => ['omd', 'rd', null],
  clocks: async () => rows,
  countOpen: async () => ({ all: 3, overdue: 1, byState: [{ state: 'investigating', count: 3 }] }),
};
const request = { departments: [], since: new Date('2025-12-31T16:00:00Z'), zone: 'Asia/Shanghai' };
const context = { org, registry, reports, facts: noFacts, now: day('2026-11-23') };
const cards = await Promise.all(
  locales.map(async (locale) => ({
    locale,
    card: await drawGeneralStats(registry.get('complaint'), request, context, locale),
  })),
);

/** The statistics that every type has, with those that it declares. */
export const statsSamples: readonly Sample[] = cards.map(({ locale, card }) => ({
  name: `stats.${locale}`,
  as: 'complaints of a year',
  locale,
  on: () => ({ kind: 'card', card }),
}));
