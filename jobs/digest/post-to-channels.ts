import { dayOf } from '../../src/calendar/day.ts';
import type { Period } from '../../src/calendar/period.ts';
import type { Channel, Organisation, Site } from '../../src/org/organisation.ts';
import type { Plain } from '../../src/records/shape/change.ts';
import { dailyAt, type JobContext, occurrenceKey, type PeriodicJob } from '../../src/schedule/define-job.ts';
import { channelsFor, siteOfChannel } from './digest-channel.ts';

/** A turn of a site: the period it speaks of, when it is due, and until when it is of use. */
export interface ChannelOccurrence {
  readonly period: Period;
  readonly dueAt: Date;
  readonly until: Date;
}

/** A periodic post, declared: when it is due by a site's clock, and what it says in a channel. */
export interface ChannelPost {
  /** The job's name. */
  readonly name: string;
  /** What it is called in the keys of its posts. */
  readonly word: string;
  /** Which channels take it. */
  readonly purpose?: Channel['purposes'][number];
  /** The time of day at which it is looked at. */
  readonly time: (org: Organisation) => string;
  /** The turn that a day lies in at a site; null where there is none. */
  readonly turnOf: (day: string, site: Site, org: Organisation) => ChannelOccurrence | null;
  /** What is posted; null where there is nothing to say. */
  readonly content: (channel: Channel, period: Period, site: Site, context: JobContext) => Promise<Plain | null>;
}

/**
 * A job that posts to each channel of its purpose (digests, unless it says otherwise), by the clock of the channel's site. A post that was missed is sent once
 * on return, while its turn still stands.
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
