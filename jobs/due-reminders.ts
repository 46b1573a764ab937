import { type Day, dayOf, endOfDay } from '../src/calendar/day.ts';
import { instantAt } from '../src/calendar/instant-at.ts';
import { minuteOfDay } from '../src/calendar/quiet-hours.ts';
import type { WorkingCalendar } from '../src/calendar/working-calendar.ts';
import type { Organisation, Site } from '../src/org/organisation.ts';
import { addressOf } from '../src/records/address.ts';
import { siteOf } from '../src/records/due.ts';
import type { DueRecord } from '../src/records/due-query.ts';
import type { EffectIntent } from '../src/records/effect.ts';
import { type Occurrence, occurrenceKey, type PeriodicJob } from '../src/schedule/define-job.ts';
import type { DueRemindersContent, ReminderItem } from './due-reminders-content.ts';

/**
 * Each working morning, one message to each person who owes something: what is due on the next working day, today, or is
 * overdue (R16; the rungs). Deputies of somebody who is away get theirs too.
 */
export const dueReminders: PeriodicJob = {
  name: 'due-reminders',
  cronTimes({ sites, settings }) {
    const [hour = '', minute = ''] = settings.reminderTime.split(':');
    const zones = [...new Set(sites.map(({ zone }) => zone))];
    return zones.map((zone) => ({ cron: `${Number(minute)} ${Number(hour)} * * *`, zone }));
  },
  occurrencesDue(org, now) {
    return org.sites.map((site) => morningOf(site, org, now)).filter((turn) => turn.dueAt <= now && now < turn.until);
  },
  async run({ job, scope, period }, { org, dues, routes, now }) {
    const calendar = org.calendarOf(scope);
    const horizon = endOfDay(calendar.nextWorkingDay(period), calendar.zone);
    const byOwner = await dues.dueByOwner(horizon);
    const ofSite = new Map(
      [...byOwner].map(([owner, records]) => [owner, records.filter((record) => siteOf(record, org) === scope)]),
    );
    return receiversOf(ofSite, org, now).flatMap((personId): EffectIntent[] => {
      const content = contentFor(personId, ofSite, { org, now, calendar, today: period });
      const address = addressOf(personId, org, routes);
      if (!address || !content) return [];
      const key = `${occurrenceKey({ job, scope, period })}:${personId}`;
      return [{ kind: 'post', ...address, key, purpose: 'notice', personId, content }];
    });
  },
};

type Turn = Omit<Occurrence, 'job'>;

/** Today's turn at a site: from the time of reminders on until the quiet hours begin, or the day ends. */
function morningOf({ id, zone, quietHours }: Site, org: Organisation, now: Date): Turn {
  const day = dayOf(now, zone);
  const { reminderTime } = org.settings;
  const dueAt = instantAt(day, reminderTime, zone);
  const quietFollows = minuteOfDay(quietHours.from) > minuteOfDay(reminderTime);
  const until = quietFollows ? instantAt(day, quietHours.from, zone) : endOfDay(day, zone);
  // On a day off the turn is over before it begins.
  const working = org.calendarOf(id).isWorkingDay(day).working;
  return { scope: id, period: day, dueAt, until: working ? until : dueAt };
}

/** Owners and the deputies of those who are away, who still work here. */
function receiversOf(byOwner: ReadonlyMap<string, readonly DueRecord[]>, org: Organisation, now: Date): string[] {
  const owners = [...byOwner].filter(([, records]) => records.length > 0).map(([owner]) => owner);
  const everybody = new Set(owners.flatMap((owner) => [owner, ...org.standIns(owner, now)]));
  return [...everybody].filter((id) => org.person(id)?.active === true).sort();
}

interface Morning {
  readonly org: Organisation;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
  readonly today: Day;
}

function contentFor(
  personId: string,
  byOwner: ReadonlyMap<string, readonly DueRecord[]>,
  morning: Morning,
): DueRemindersContent | null {
  const listed = new Set<string>();
  // What somebody owns themselves, or stands in for twice, is listed once.
  const itemsOf = (owner: string): ReminderItem[] =>
    (byOwner.get(owner) ?? [])
      .filter(({ number }) => !listed.has(number) && listed.add(number))
      .map((record) => itemOf(record, morning))
      .sort((left, right) => right.overBy - left.overBy || (left.day < right.day ? -1 : 1));
  const own = itemsOf(personId);
  const standingIn = morning.org.actingFor(personId, morning.now).flatMap((owner) => {
    const name = morning.org.person(owner)?.name;
    const items = itemsOf(owner);
    return name && items.length > 0 ? [{ name, items }] : [];
  });
  return own.length + standingIn.length > 0 ? { notice: 'due-reminders', own, standingIn } : null;
}

function itemOf({ number, type, title, day, provisional }: DueRecord, { calendar, today }: Morning): ReminderItem {
  const overBy = day < today ? calendar.workingDaysBetween(day, today) : 0;
  // A deadline on a day off after tomorrow's eve is one day off as well: this is the last working morning before it.
  const dueIn = day > today ? 1 : 0;
  return { number, type, title, day, overBy, dueIn, provisional };
}
