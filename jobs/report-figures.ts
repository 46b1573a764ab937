import { isDeepStrictEqual } from 'node:util';
import { isoMinute } from '../src/calendar/format.ts';
import { reportFigures } from '../src/figures/satisfaction/report.ts';
import { contracts } from '../src/quality/contracts.ts';
import { satisfactionReportData } from '../src/quality/satisfaction-report/satisfaction-report-data.ts';
import { signal } from '../src/records/shape/contract.ts';
import { CORE, type EffectIntent } from '../src/records/shape/effect.ts';
import { occurrenceKey, type PeriodicJob } from '../src/schedule/define-job.ts';

const HOUR_MS = 3_600_000;
/** No draft is older. */
const OLDEST_MS = 400 * 24 * HOUR_MS;

const wanted = satisfactionReportData.pick({
  kind: true,
  key: true,
  first: true,
  last: true,
  departmentId: true,
  figures: true,
});

/** When figures are updated, in the time zone of QED's site. */
const MORNING = 6;

/**
 * Every hour, satisfaction reports drafted without figures get them; every morning, reports still being written are updated,
 * if anything has changed.
 */
export const reportFiguresJob: PeriodicJob = {
  name: 'report-figures',
  per: 'site',
  cronTimes: (org) => [{ cron: '0 * * * *', zone: org.sites[0]?.zone ?? 'UTC' }],
  occurrencesDue(_org, now) {
    const dueAt = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
    const period = dueAt.toISOString().slice(0, 13);
    return [{ scope: 'all', period, dueAt, until: new Date(dueAt.getTime() + HOUR_MS) }];
  },
  async run(occurrence, { facts, org, now }) {
    const from = new Date(now.getTime() - OLDEST_MS);
    const drafts = await facts.between('satisfactionReport', { from, to: now }, wanted);
    const intents: EffectIntent[] = [];
    for (const { number, state, data } of drafts) {
      if (state !== 'drafted') continue;
      const { kind, key, first, last, departmentId } = data;
      const { zone } = org.siteOfDepartment(departmentId ?? '');
      const isMorning = isoMinute(occurrence.dueAt, zone).slice(11, 13) === String(MORNING).padStart(2, '0');
      if (data.figures && !isMorning) continue;
      const figures = await reportFigures({ kind, period: { key, first, last }, zone }, { facts, org });
      if (isDeepStrictEqual(figures, data.figures)) continue;
      const id = `${occurrenceKey(occurrence)}:${number}`;
      intents.push({ key: id, route: CORE, ...signal(contracts.satisfactionReport.reckon, { number }, { figures }) });
    }
    return intents;
  },
};
