import { dayOf, endOfDay, shiftDay, startOfDay } from '../src/calendar/day.ts';
import { instantAt } from '../src/calendar/instant-at.ts';
import type { Channel, Organisation } from '../src/org/organisation.ts';
import { callBackData } from '../src/quality/call-back/call-back-data.ts';
import { callingHoursFor, nextCallable } from '../src/quality/call-back/calling-hours.ts';
import { coverageOf, coverageSum } from '../src/quality/call-back/coverage.ts';
import { dailyAt, type JobContext, occurrenceKey, type PeriodicJob } from '../src/schedule/define-job.ts';
import type { CallBackLineContent } from './call-back-line/content.ts';
import { serves, siteOfChannel } from './digest/digest-channel.ts';

/** Older than this nobody calls any more; they are in the coverage. */
const DAYS = 90;
const HOUR_MS = 3_600_000;

const parts = callBackData.pick({
  since: true,
  departmentId: true,
  taken: true,
  attempts: true,
  answer: true,
  unreachedAt: true,
  exemption: true,
  contactId: true,
  contactName: true,
  projectId: true,
});

const serviceChannels = ({ data }: Organisation) =>
  data.channels.filter(({ purposes }) => purposes.includes('service'));

/**
 * Each morning, days off among them, a line for the service desk in its channel: which call-backs are due today, overdue, or wait for
 * calling hours, and how yesterday's were kept. Where there is nothing to say, nothing is said.
 */
export const callBackLine: PeriodicJob = {
  name: 'call-back-line',
  per: 'channel',
  cronTimes: (org) => dailyAt(org.settings.reminderTime, org),
  occurrencesDue(org, now) {
    return serviceChannels(org).flatMap((channel) => {
      const { zone } = siteOfChannel(channel, org);
      const day = dayOf(now, zone);
      const dueAt = instantAt(day, org.settings.reminderTime, zone);
      const until = new Date(dueAt.getTime() + 6 * HOUR_MS);
      return dueAt <= now && now < until ? [{ scope: channel.id, period: day, dueAt, until }] : [];
    });
  },
  async run(occurrence, context) {
    const channel = serviceChannels(context.org).find(({ id }) => id === occurrence.scope);
    if (!channel) return [];
    const route = `${channel.platform}:${channel.workspace}`;
    const content = context.routes.has(route) ? await lineOf(channel, occurrence.period, context) : null;
    if (!content) return [];
    return [
      {
        kind: 'post',
        route,
        target: { kind: 'channel', channel: channel.channel },
        purpose: 'notice',
        locale: channel.language,
        key: `${occurrenceKey(occurrence)}:line`,
        content,
      },
    ];
  },
};

/** What a channel is told on a day; null where nothing is owed and nothing was due yesterday. */
async function lineOf(
  channel: Channel,
  day: string,
  { org, now, facts }: Pick<JobContext, 'org' | 'now' | 'facts'>,
): Promise<CallBackLineContent | null> {
  const { zone } = siteOfChannel(channel, org);
  const hours = org.settings.callBackHours;
  const span = { from: new Date(now.getTime() - DAYS * 24 * HOUR_MS), to: now };
  const rows = (await facts.between('callBack', span, parts)).filter(({ departmentId }) =>
    serves(channel, departmentId),
  );
  const open = rows
    .filter((row) => row.open)
    .map(({ data }) => ({ data, due: Date.parse(data.since) + hours * HOUR_MS }));
  const endOfToday = endOfDay(day, zone).getTime();
  const overdue = open.filter(({ due }) => due < now.getTime()).length;
  const today = open.filter(({ due }) => due >= now.getTime() && due <= endOfToday).length;
  const sleeping = open.filter(({ data }) => nextCallable(now, callingHoursFor(data, org)) > now).length;
  const before = shiftDay(day, -1);
  const isBefore = ({ data }: (typeof rows)[number]) => {
    const due = Date.parse(data.since) + hours * HOUR_MS;
    return due >= startOfDay(before, zone).getTime() && due < startOfDay(day, zone).getTime();
  };
  const { due, reachedInTime } = coverageSum(coverageOf(rows.filter(isBefore), { hours, now, zone }));
  if (open.length + due === 0) return null;
  const later = open.length - overdue - today;
  return { notice: 'call-back-line', overdue, today, later, sleeping, yesterday: { due, reachedInTime } };
}
