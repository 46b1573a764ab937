import { dayOf, endOfDay } from '../src/calendar/day.ts';
import { instantAt } from '../src/calendar/instant-at.ts';
import { monthOf } from '../src/calendar/period.ts';
import { companySurveyData } from '../src/quality/company-survey/company-survey-data.ts';
import { contracts } from '../src/quality/contracts.ts';
import { raise } from '../src/records/shape/contract.ts';
import { CORE } from '../src/records/shape/effect.ts';
import { dailyAt, type PeriodicJob } from '../src/schedule/define-job.ts';

/**
 * At the beginning of a month (settings), at the first site: the plan of the yearly company-wide survey, with everyone in its sample who must
 * be asked (R28). If users created one themselves there is nothing to do; a canceled one is not created again.
 */
export const surveyPlan: PeriodicJob = {
  name: 'survey-plan',
  per: 'site',
  cronTimes: (org) => dailyAt(org.settings.surveys.time, org),
  occurrencesDue({ sites, settings }, now) {
    const { yearlyMonth, time } = settings.surveys;
    if (yearlyMonth === null) return [];
    return sites
      .slice(0, 1)
      .map(({ id, zone }) => {
        const year = dayOf(now, zone).slice(0, 4);
        const { first, last } = monthOf(`${year}-${String(yearlyMonth).padStart(2, '0')}-01`);
        return { scope: id, period: year, dueAt: instantAt(first, time, zone), until: endOfDay(last, zone) };
      })
      .filter((turn) => turn.dueAt <= now && now < turn.until);
  },
  async run({ period: year }, { facts, now }) {
    // A plan may be created the year before.
    const span = { from: new Date(`${Number(year) - 1}-01-01T00:00:00Z`), to: new Date(now.getTime() + 1) };
    const rows = await facts.between('companySurvey', span, companySurveyData.pick({ year: true }));
    if (rows.some(({ data }) => data.year === Number(year))) return [];
    return [{ key: `survey-plan:${year}`, route: CORE, ...raise(contracts.companySurvey.raise, { year }) }];
  },
};
