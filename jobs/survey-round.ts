import { dayOf, endOfDay, shiftDay } from '../src/calendar/day.ts';
import { instantAt } from '../src/calendar/instant-at.ts';
import type { Organisation, Project, Site } from '../src/org/organisation.ts';
import { contracts } from '../src/quality/contracts.ts';
import { raise } from '../src/records/shape/contract.ts';
import { CORE, type EffectIntent } from '../src/records/shape/effect.ts';
import { dailyAt, type Occurrence, occurrenceKey, type PeriodicJob } from '../src/schedule/define-job.ts';

/** How many days a monthly round may be late: a bot that was down catches up, and a new one begins with the next month. */
const LATE_DAYS = 7;

/**
 * At the beginning of each month (settings) one survey for each specialty of each active project, or for a project without specialties
 * (R27, R39). Projects whose service has not started are left out.
 */
export const surveyRound: PeriodicJob = {
  name: 'survey-round',
  per: 'site',
  cronTimes: (org) => dailyAt(org.settings.surveys.time, org),
  occurrencesDue(org, now) {
    if (!org.settings.surveys.monthly) return [];
    return org.sites.map((site) => turnOf(site, org, now)).filter((turn) => turn.dueAt <= now && now < turn.until);
  },
  async run(occurrence, { org, now }) {
    const today = dayOf(now, org.site(occurrence.scope)?.zone ?? 'Asia/Shanghai');
    return org.projects
      .filter(({ active, start, department }) => {
        const isHere = org.siteOfDepartment(department ?? '').id === occurrence.scope;
        return active && isHere && (start === undefined || start <= today);
      })
      .flatMap((project) => surveysOf(project, occurrence));
  },
};

function turnOf({ id, zone }: Site, { settings }: Organisation, now: Date): Omit<Occurrence, 'job'> {
  const { monthlyDay, time } = settings.surveys;
  const month = dayOf(now, zone).slice(0, 7);
  const day = `${month}-${String(monthlyDay).padStart(2, '0')}`;
  return {
    scope: id,
    period: month,
    dueAt: instantAt(day, time, zone),
    until: endOfDay(shiftDay(day, LATE_DAYS), zone),
  };
}

/** The key names month, project and specialty: running again creates nothing twice. */
function surveysOf({ id, specialties }: Project, occurrence: Occurrence): EffectIntent[] {
  const surveyOf = (specialty: string | undefined): EffectIntent => ({
    key: `${occurrenceKey(occurrence)}:${id}:${specialty ?? ''}`,
    route: CORE,
    ...raise(contracts.projectSurvey.raise, { project: id, ...(specialty !== undefined && { specialty }) }),
  });
  return specialties.length === 0 ? [surveyOf(undefined)] : specialties.map((specialty) => surveyOf(specialty.id));
}
