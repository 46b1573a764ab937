import { dayOf } from '../src/calendar/day.ts';
import { type PeriodKind, periodBefore, periodOf, workingDayFrom } from '../src/calendar/period.ts';
import type { Organisation, Site } from '../src/org/organisation.ts';
import { contracts } from '../src/quality/contracts.ts';
import { reportOrigin } from '../src/quality/satisfaction-report/report-origin.ts';
import { satisfactionReportData } from '../src/quality/satisfaction-report/satisfaction-report-data.ts';
import { raise } from '../src/records/shape/contract.ts';
import { CORE } from '../src/records/shape/effect.ts';
import { dailyAt, type Occurrence, type PeriodicJob } from '../src/schedule/define-job.ts';
import { spanOf } from './digest/digest-channel.ts';

const ofPeriod = satisfactionReportData.pick({ key: true });
const YEARS_MS = 2 * 366 * 24 * 3_600_000;

const kinds = ['quarter', 'year'] as const satisfies readonly PeriodKind[];

/**
 * On the first working day of a quarter and of a year, drafts the satisfaction report of the previous one for the QED manager (R28,
 * R40), unless there is one already.
 */
export const satisfactionDrafts: PeriodicJob = {
  name: 'satisfaction-drafts',
  per: 'site',
  cronTimes: (org) => dailyAt(org.settings.digest.monthlyTime, org),
  occurrencesDue(org, now) {
    const site = qualitySite(org);
    const { quarterly, yearly } = org.settings.satisfactionReports;
    const wanted = kinds.filter((kind) => (kind === 'quarter' ? quarterly : yearly));
    return wanted.flatMap((kind) => turnOf(kind, site, org, now));
  },
  run: async ({ period: key }, { facts, now, org }) => {
    const kind = key.includes('-Q') ? 'quarter' : 'year';
    // The manager may have created it by hand, even before the end of the period.
    const from = new Date(now.getTime() - YEARS_MS);
    const known = await facts.between('satisfactionReport', { from, to: now }, ofPeriod);
    if (known.some(({ data }) => data.key === key)) return [];
    return [
      {
        key: reportOrigin({ key, departmentId: qualityDepartment(org) }, org),
        route: CORE,
        ...raise(contracts.satisfactionReport.raise, { period: `${kind} ${key}` }),
      },
    ];
  },
};

const qualityDepartment = (org: Organisation): string | null =>
  org.departments.find(({ kind }) => kind === 'QED')?.id ?? null;
const qualitySite = (org: Organisation): Site => org.siteOfDepartment(qualityDepartment(org) ?? '');

/** It may be drafted throughout the first month of the next period. */
function turnOf(kind: (typeof kinds)[number], site: Site, org: Organisation, now: Date): Omit<Occurrence, 'job'>[] {
  const today = dayOf(now, site.zone);
  const current = periodOf(kind, today);
  const { last } = periodOf('month', current.first);
  const first = workingDayFrom(org.calendarOf(site.id), current.first, last);
  if (first === null) return [];
  const span = spanOf(first, org.settings.digest.monthlyTime, last, site.zone);
  if (now < span.dueAt || now >= span.until) return [];
  return [{ scope: site.id, period: periodBefore(kind, current).key, ...span }];
}
