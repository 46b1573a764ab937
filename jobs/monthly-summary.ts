import { dayOf } from '../src/calendar/day.ts';
import { occurrenceKey, type PeriodicJob } from '../src/schedule/define-job.ts';
import { dailyAt, digestChannels, siteOfChannel } from './digest/digest-channel.ts';
import { monthlySummary } from './digest/monthly-summary.ts';
import { monthlyTurn } from './digest/monthly-turn.ts';

/** On the first working day of a month, to each channel that takes digests: the figures of the month that is over. */
export const monthlySummaryJob: PeriodicJob = {
  name: 'monthly-summary',
  cronTimes: (org) => dailyAt(org.settings.digest.monthlyTime, org),
  occurrencesDue(org, now) {
    return digestChannels(org).flatMap((channel) => {
      const site = siteOfChannel(channel, org);
      const turn = monthlyTurn(dayOf(now, site.zone), site, org);
      if (!turn || now < turn.dueAt || now >= turn.until) return [];
      return [{ scope: channel.id, period: turn.month.key, dueAt: turn.dueAt, until: turn.until }];
    });
  },
  async run(turn, { org, routes, now, reports, registry }) {
    const channel = digestChannels(org).find(({ id }) => id === turn.scope);
    if (!channel) return [];
    const route = `${channel.platform}:${channel.workspace}`;
    const site = siteOfChannel(channel, org);
    const month = monthlyTurn(dayOf(turn.dueAt, site.zone), site, org)?.month;
    if (!month || !routes.has(route)) return [];
    const content = await monthlySummary(channel, month, { org, now, reports, registry });
    return [
      {
        kind: 'post',
        route,
        target: { kind: 'channel', channel: channel.channel },
        purpose: 'notice',
        locale: channel.language,
        key: `${occurrenceKey(turn)}:summary`,
        content,
      },
    ];
  },
};
