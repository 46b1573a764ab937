import { dayOf, shiftDay } from '../../src/calendar/day.ts';
import { instantAt } from '../../src/calendar/instant-at.ts';
import type { NamePair, Organisation } from '../../src/org/organisation.ts';
import { type CronTime, type Occurrence, occurrenceKey, type PeriodicJob } from '../../src/schedule/define-job.ts';
import { siteOfChannel } from '../digest/digest-channel.ts';
import { periodicJobs } from '../index.ts';

/** Further ahead than any occurrence: a month that begins with a long holiday. */
const DAYS_AHEAD = 45;

/** The next occurrence of each job for each of its sites or channels, soonest first: what the ledger will find due. Pure. */
export function nextOccurrences(jobs: readonly PeriodicJob[], org: Organisation, now: Date): Occurrence[] {
  const turns = jobs.flatMap((job) => {
    const next = new Map<string, Occurrence>();
    for (const instant of wakesOf(job.cronTimes(org), now)) {
      for (const turn of job.occurrencesDue(org, instant)) {
        if (turn.dueAt > now && !next.has(turn.scope)) next.set(turn.scope, { ...turn, job: job.name });
      }
    }
    return [...next.values()];
  });
  return turns.sort(
    (left, right) =>
      left.dueAt.getTime() - right.dueAt.getTime() || occurrenceKey(left).localeCompare(occurrenceKey(right)),
  );
}

/** The times in the coming weeks at which a job runs, in order. */
function wakesOf(times: readonly CronTime[], now: Date): Date[] {
  const instants = times.flatMap(({ cron, zone }) => {
    const [minute = '', hour = ''] = cron.split(' ');
    const today = dayOf(now, zone);
    const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => shiftDay(today, ahead));
    // An asterisk: every hour.
    const hours = hour === '*' ? Array.from({ length: 24 }, (_, each) => String(each)) : [hour];
    return days.flatMap((day) =>
      hours.map((each) => instantAt(day, `${each.padStart(2, '0')}:${minute.padStart(2, '0')}`, zone)),
    );
  });
  return instants.filter((instant) => instant > now).sort((left, right) => left.getTime() - right.getTime());
}

/** The next occurrence of a periodic job. */
export interface NextJob {
  readonly name: string;
  /** The site or the channel it is for. */
  readonly scope: NamePair;
  readonly zone: string;
  readonly at: Date;
}

/** The next occurrences of periodic jobs, soonest first, each with its target and time zone. */
export function nextJobs(org: Organisation, now: Date): NextJob[] {
  const per = new Map(periodicJobs.map((job) => [job.name, job.per]));
  return nextOccurrences(periodicJobs, org, now).flatMap(({ job: name, scope, dueAt: at }): NextJob[] => {
    if (per.get(name) === 'site') {
      const site = org.sites.find(({ id }) => id === scope);
      return site ? [{ name, scope: site.name, zone: site.zone, at }] : [];
    }
    const channel = org.data.channels.find(({ id }) => id === scope);
    if (!channel) return [];
    const where = `${channel.id} (${channel.platform}:${channel.workspace})`;
    return [{ name, scope: { zh: where, en: where }, zone: siteOfChannel(channel, org).zone, at }];
  });
}
