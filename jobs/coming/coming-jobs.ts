import type { NamePair, Organisation } from '../../src/org/organisation.ts';
import { siteOfChannel } from '../digest/digest-channel.ts';
import { periodicJobs } from '../index.ts';
import { comingTurns } from './coming-turns.ts';

/** A turn of periodic work that comes next. */
export interface NextJob {
  readonly name: string;
  /** The site or the channel that it is for. */
  readonly scope: NamePair;
  readonly zone: string;
  readonly at: Date;
}

/** The turns of periodic work that come next, the soonest first, each with what it is for and by whose clock. */
export function comingJobs(org: Organisation, now: Date): NextJob[] {
  const per = new Map(periodicJobs.map((job) => [job.name, job.per]));
  return comingTurns(periodicJobs, org, now).flatMap(({ job: name, scope, dueAt: at }): NextJob[] => {
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
