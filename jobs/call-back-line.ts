import { endOfDay, shiftDay, startOfDay } from '../src/calendar/day.ts';
import { instantAt } from '../src/calendar/instant-at.ts';
import type { Channel } from '../src/org/organisation.ts';
import { callBackData } from '../src/quality/call-back/call-back-data.ts';
import { callingHoursFor, nextCallable } from '../src/quality/call-back/calling-hours.ts';
import { coverageOf, coverageSum, coveredParts } from '../src/quality/call-back/coverage.ts';
import type { JobContext } from '../src/schedule/define-job.ts';
import type { CallBackLineContent } from './call-back-line/content.ts';
import { serves } from './digest/digest-channel.ts';
import { postToChannels } from './digest/post-to-channels.ts';

/** Nobody calls about older ones any more; they are in the coverage. */
const DAYS = 90;
const HOUR_MS = 3_600_000;

const parts = coveredParts.extend({
  contactId: callBackData.shape.contactId,
  contactName: callBackData.shape.contactName,
  projectId: callBackData.shape.projectId,
});

/**
 * Each morning, including days off, a message for the service desk in its channel: which call-backs are due today, overdue, or waiting for
 * calling hours, and yesterday's coverage. If there is nothing to say, nothing is posted.
 */
export const callBackLine = postToChannels({
  name: 'call-back-line',
  word: 'line',
  purpose: 'service',
  time: ({ settings }) => settings.reminderTime,
  turnOf(day, { zone }, { settings }) {
    const dueAt = instantAt(day, settings.reminderTime, zone);
    const until = new Date(dueAt.getTime() + 6 * HOUR_MS);
    return { period: { key: day, first: day, last: day }, dueAt, until };
  },
  content: (channel, { key: day }, { zone }, context) => lineOf(channel, day, zone, context),
});

/** A channel's message for a day; null if nothing is owed and nothing was due yesterday. */
async function lineOf(
  channel: Channel,
  day: string,
  zone: string,
  { org, now, facts }: Pick<JobContext, 'org' | 'now' | 'facts'>,
): Promise<CallBackLineContent | null> {
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
