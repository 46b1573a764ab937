import { dayOf } from '../../src/calendar/day.ts';
import type { Period } from '../../src/calendar/period.ts';
import type { Channel, Organisation, Site } from '../../src/org/organisation.ts';
import type { Plain } from '../../src/records/shape/change.ts';
import { dailyAt, type JobContext, occurrenceKey, type PeriodicJob } from '../../src/schedule/define-job.ts';
import { channelsFor, siteOfChannel } from './digest-channel.ts';

/** An occurrence at a site: the period it covers, when it is due, and until when it is useful. */
export interface ChannelOccurrence {
  readonly period: Period;
  readonly dueAt: Date;
  readonly until: Date;
}

/** A declared periodic post: when it is due in a site's time zone, and its content for a channel. */
export interface ChannelPost {
  /** The job's name. */
  readonly name: string;
  /** Its name in the keys of its posts. */
  readonly word: string;
  /** Which channels get it. */
  readonly purpose?: Channel['purposes'][number];
  /** The time of day at which it is checked. */
  readonly time: (org: Organisation) => string;
  /** The occurrence of a day at a site; null if none. */
  readonly turnOf: (day: string, site: Site, org: Organisation) => ChannelOccurrence | null;
  /** What to post; null if there is nothing to say. */
  readonly content: (channel: Channel, period: Period, site: Site, context: JobContext) => Promise<Plain | null>;
}

/**
 * A job that posts to each channel of its purpose (digests by default), in the time zone of the channel's site. A missed post is sent once
 * the bot is back, while its occurrence is still valid.
 */
export function postToChannels({ name, word, purpose = 'digest', time, turnOf, content }: ChannelPost): PeriodicJob {
  return {
    name,
    per: 'channel',
    cronTimes: (org) => dailyAt(time(org), org),
    occurrencesDue(org, now) {
      return channelsFor(purpose, org).flatMap((channel) => {
        const site = siteOfChannel(channel, org);
        const turn = turnOf(dayOf(now, site.zone), site, org);
        if (!turn || now < turn.dueAt || now >= turn.until) return [];
        return [{ scope: channel.id, period: turn.period.key, dueAt: turn.dueAt, until: turn.until }];
      });
    },
    async run(occurrence, context) {
      const { org, routes } = context;
      const channel = channelsFor(purpose, org).find(({ id }) => id === occurrence.scope);
      if (!channel) return [];
      const route = `${channel.platform}:${channel.workspace}`;
      const site = siteOfChannel(channel, org);
      const turn = turnOf(dayOf(occurrence.dueAt, site.zone), site, org);
      if (!turn || !routes.has(route)) return [];
      const said = await content(channel, turn.period, site, context);
      if (said === null) return [];
      return [
        {
          kind: 'post',
          route,
          target: { kind: 'channel', channel: channel.channel },
          purpose: 'notice',
          locale: channel.language,
          key: `${occurrenceKey(occurrence)}:${word}`,
          content: said,
        },
      ];
    },
  };
}
