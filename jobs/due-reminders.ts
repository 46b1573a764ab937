import { setImmediate } from 'node:timers/promises';
import { dayOf, endOfDay } from '../src/calendar/day.ts';
import { instantAt } from '../src/calendar/instant-at.ts';
import { minuteOfDay } from '../src/calendar/quiet-hours.ts';
import type { Organisation, Site } from '../src/org/organisation.ts';
import { escalation } from '../src/records/common-moves/escalate.ts';
import { quietUntil } from '../src/records/decide/quiet.ts';
import { addressOf } from '../src/records/shape/address.ts';
import { signal } from '../src/records/shape/contract.ts';
import { CORE, type EffectIntent } from '../src/records/shape/effect.ts';
import { dailyAt, type Occurrence, occurrenceKey, type PeriodicJob } from '../src/schedule/define-job.ts';
import { concerned, type FirstNotice, morningOf, type Reminder, reminderFor } from './due-reminders/lists.ts';

/**
 * Each working morning at their own site, one message to each person with due or overdue obligations, across the records of all sites: what
 * is due soon, today, or is overdue (R16; the steps are settings). Deputies of a person who is away get theirs too. Escalations
 * of what others are late with are in the same message, once, and are recorded in the record.
 */
export const dueReminders: PeriodicJob = {
  name: 'due-reminders',
  per: 'site',
  cronTimes: (org) => dailyAt(org.settings.reminderTime, org),
  occurrencesDue(org, now) {
    return org.sites.map((site) => turnOf(site, org, now)).filter((turn) => turn.dueAt <= now && now < turn.until);
  },
  async run(occurrence, { org, dues, routes, now }) {
    const { scope, period } = occurrence;
    const due = await dues.dueUntil(horizonOf(org, now));
    const morning = await morningOf(due, org, now);
    const here = concerned(morning).filter((id) => org.siteOfPerson(id).id === scope);
    const intents: EffectIntent[] = [];
    for (const personId of here) {
      await setImmediate();
      intents.push(...intentsFor(personId));
    }
    return intents;

    function intentsFor(personId: string): EffectIntent[] {
      const address = addressOf(personId, org, routes);
      const reminder = address && reminderFor(personId, period, morning);
      if (!address || !reminder) return [];
      const key = `${occurrenceKey(occurrence)}:${personId}`;
      const held = quietUntil(address.route, org.siteOfPerson(personId), now);
      const { content } = reminder;
      return [
        { kind: 'post', ...address, key, purpose: 'notice', personId, content, ...held },
        ...notesOf(reminder, personId),
      ];
    }
  },
};

type Turn = Omit<Occurrence, 'job'>;

/** Today's occurrence at a site: from the reminder time until the quiet hours begin, or the day ends. */
function turnOf({ id, zone, quietHours }: Site, org: Organisation, now: Date): Turn {
  const day = dayOf(now, zone);
  const { reminderTime } = org.settings;
  const dueAt = instantAt(day, reminderTime, zone);
  const quietFollows = minuteOfDay(quietHours.from) > minuteOfDay(reminderTime);
  const until = quietFollows ? instantAt(day, quietHours.from, zone) : endOfDay(day, zone);
  // On a day off the occurrence is over before it begins.
  const working = org.calendarOf(id).isWorkingDay(day).working;
  return { scope: id, period: day, dueAt, until: working ? until : dueAt };
}

/** The end of the last day that people of any site are reminded of now. */
function horizonOf(org: Organisation, now: Date): Date {
  const ahead = Math.max(1, ...org.settings.reminders.before);
  const ends = org.sites.map(({ id }) => {
    const calendar = org.calendarOf(id);
    // Days off after the last working day count as that day.
    const { day } = calendar.addWorkingDays(now, ahead);
    return endOfDay(calendar.nextWorkingDay(day), calendar.zone).getTime();
  });
  return new Date(Math.max(...ends));
}

/** The key names deadline, step and person: repeated after a crash or by another replica, it is the same note. */
function notesOf({ told }: Reminder, personId: string): EffectIntent[] {
  return told.map(({ item: { number, dueAt }, after }: FirstNotice) => {
    const at = dueAt.toISOString();
    const key = `escalate:${number}:${at}:${after}:${personId}`;
    return { key, route: CORE, ...signal(escalation, { number }, { personId, after, dueAt: at }) };
  });
}
