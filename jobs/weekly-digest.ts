import { dayOf } from '../src/calendar/day.ts';
import { occurrenceKey, type PeriodicJob } from '../src/schedule/define-job.ts';
import { dailyAt, digestChannels, siteOfChannel } from './digest/digest-channel.ts';
import { weeklyDigest } from './digest/weekly-figures.ts';
import { comparedWith, weeklyTurn } from './digest/weekly-turn.ts';

/**
 * Each Monday morning (settings), one message to each channel that takes digests: what is overdue in the departments it serves,
 * against the week before. One that was missed is sent once on return, while its week still stands.
 */
export const weeklyDigestJob: PeriodicJob = {
  name: 'weekly-digest',
  cronTimes: (org) => dailyAt(org.settings.digest.time, org),
  occurrencesDue(org, now) {
    return digestChannels(org).flatMap((channel) => {
      const site = siteOfChannel(channel, org);
      const turn = weeklyTurn(dayOf(now, site.zone), site, org);
      if (!turn || now < turn.dueAt || now >= turn.until) return [];
      return [{ scope: channel.id, period: turn.week.key, dueAt: turn.dueAt, until: turn.until }];
    });
  },
  async run(turn, { org, routes, now, reports, registry }) {
    const channel = digestChannels(org).find(({ id }) => id === turn.scope);
    if (!channel) return [];
    const route = `${channel.platform}:${channel.workspace}`;
    if (!routes.has(route)) return [];
    const site = siteOfChannel(channel, org);
    const week = weeklyTurn(dayOf(turn.dueAt, site.zone), site, org)?.week;
    if (!week) return [];
    const content = await weeklyDigest(channel, week, comparedWith(week, site, org), { org, now, reports, registry });
    return [
      {
        kind: 'post',
        route,
        target: { kind: 'channel', channel: channel.channel },
        purpose: 'notice',
        locale: channel.language,
        key: `${occurrenceKey(turn)}:digest`,
        content,
      },
    ];
  },
};
