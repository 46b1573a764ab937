import { dayOf, endOfDay } from '../src/calendar/day.ts';
import { instantAt } from '../src/calendar/instant-at.ts';
import type { Organisation } from '../src/org/organisation.ts';
import { contracts } from '../src/quality/contracts.ts';
import { projectSurveyData } from '../src/quality/project-survey/project-survey-data.ts';
import { surveyInvitationData } from '../src/quality/survey-invitation/survey-invitation-data.ts';
import { signal } from '../src/records/shape/contract.ts';
import { CORE, type EffectIntent } from '../src/records/shape/effect.ts';
import { dailyAt, type JobContext, type Occurrence, type PeriodicJob } from '../src/schedule/define-job.ts';

const DAY_MS = 86_400_000;
/** No survey is open longer: the yearly one at its longest, and a monthly one that started late. */
const OPEN_DAYS = 160;

const invited = surveyInvitationData.pick({ invitedAt: true, reminders: true });
const planned = projectSurveyData.pick({ dueDay: true, returned: true });

/**
 * Each working morning at a site: people who have not answered for a number of days (settings) are asked again, at most twice, and a monthly
 * survey past its last day accepts no more answers.
 */
export const surveyCare: PeriodicJob = {
  name: 'survey-care',
  per: 'site',
  cronTimes: (org) => dailyAt(org.settings.surveys.time, org),
  occurrencesDue(org, now) {
    return org.sites
      .map(({ id, zone }): Omit<Occurrence, 'job'> => {
        const day = dayOf(now, zone);
        const dueAt = instantAt(day, org.settings.surveys.time, zone);
        const isWorkingDay = org.calendarOf(id).isWorkingDay(day).working;
        return { scope: id, period: day, dueAt, until: isWorkingDay ? endOfDay(day, zone) : dueAt };
      })
      .filter((turn) => turn.dueAt <= now && now < turn.until);
  },
  async run(occurrence, context) {
    return [...(await reminders(occurrence, context)), ...(await endings(occurrence, context))];
  },
};

const isHere = (departmentId: string | null, { scope }: Occurrence, org: Organisation) =>
  org.siteOfDepartment(departmentId ?? '').id === scope;

/** The key names the invitation and the count: nobody gets the same reminder twice. */
async function reminders(occurrence: Occurrence, { facts, org, now }: JobContext): Promise<EffectIntent[]> {
  const { reminderDays, reminders: most } = org.settings.surveys;
  const rows = await facts.between('surveyInvitation', spanBefore(now), invited);
  return rows.flatMap(({ number, state, departmentId, data }): EffectIntent[] => {
    const count = data.reminders.length;
    const last = new Date(data.reminders.at(-1) ?? data.invitedAt);
    const isDue = now.getTime() - last.getTime() >= reminderDays * DAY_MS;
    if (state !== 'asked' || count >= most || !isDue || !isHere(departmentId, occurrence, org)) return [];
    const key = `survey-remind:${number}:${count + 1}`;
    return [{ key, route: CORE, ...signal(contracts.surveyInvitation.remind, { number }, {}) }];
  });
}

async function endings(occurrence: Occurrence, { facts, org, now }: JobContext): Promise<EffectIntent[]> {
  const rows = await facts.between('projectSurvey', spanBefore(now), planned);
  const zone = org.site(occurrence.scope)?.zone ?? 'Asia/Shanghai';
  const today = dayOf(now, zone);
  return rows
    .filter(({ state, departmentId, data }) => {
      // A survey that QED has returned is ended by its lead.
      const isOver = state === 'collecting' && data.dueDay < today && data.returned === undefined;
      return isOver && isHere(departmentId, occurrence, org);
    })
    .map(({ number, data }) => {
      const key = `survey-end:${number}:${data.dueDay}:${today}`;
      return { key, route: CORE, ...signal(contracts.projectSurvey.runOut, { number }, {}) };
    });
}

const spanBefore = (now: Date) => ({ from: new Date(now.getTime() - OPEN_DAYS * DAY_MS), to: now });
