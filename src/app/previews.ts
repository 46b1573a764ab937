import type { Previews, PreviewView } from '../../commands/context.ts';
import { type Audience, channelsFor, serves, siteOfChannel } from '../../jobs/digest/digest-channel.ts';
import { drawMonthlySummary } from '../../jobs/digest/monthly-card.ts';
import { monthlySummary } from '../../jobs/digest/monthly-summary.ts';
import { satisfactionBefore } from '../../jobs/digest/satisfaction-figures.ts';
import { drawStats } from '../../jobs/digest/stats.ts';
import { visitsIn } from '../../jobs/digest/week-visits.ts';
import { drawWeeklyDigest } from '../../jobs/digest/weekly-card.ts';
import { weeklyDigest } from '../../jobs/digest/weekly-figures.ts';
import { comparedWith, weekAt } from '../../jobs/digest/weekly-turn.ts';
import { dayOf } from '../calendar/day.ts';
import { monthOf } from '../calendar/period.ts';
import type { Facts } from '../records/facts-repository.ts';
import type { Registry } from '../records/registry.ts';
import type { Reports } from '../records/report-query.ts';

/** Digests as they would be posted now, drawn for one person in the workspace where they ask. */
export function createPreviews(ground: {
  readonly reports: Reports;
  readonly registry: Registry;
  readonly facts: Facts;
}): Previews {
  return {
    async weekly(view) {
      const { org, now, locale } = view;
      const audience = audienceOf(view);
      const site = siteOfChannel(audience, org);
      const week = weekAt(now, site);
      const here = { ...ground, org, now };
      const digest = await weeklyDigest(audience, week, comparedWith(week, site, org), here);
      const satisfaction = await satisfactionBefore(audience, week, here);
      const visits = await visitsIn(audience, week, here);
      return drawWeeklyDigest({ ...digest, satisfaction, visits }, locale);
    },
    stats: (wish, { org, now, locale }) => drawStats(wish, { ...ground, org, now }, locale),
    async monthly(view) {
      const { org, now, locale } = view;
      const audience = audienceOf(view);
      const site = siteOfChannel(audience, org);
      return drawMonthlySummary(
        await monthlySummary(audience, monthOf(dayOf(now, site.zone)), { ...ground, org, now }),
        locale,
      );
    },
  };
}

/** The departments of the channel in which somebody asks; elsewhere, of the widest that tells of the asker's department. */
function audienceOf({ org, platform, workspace, channel, person }: PreviewView): Audience {
  const all = channelsFor('digest', org);
  const here = all.find((one) => one.platform === platform && one.workspace === workspace && one.channel === channel);
  const own = all.filter((one) => serves(one, person.department));
  const chosen = here ?? own.find(({ departments }) => departments === 'all') ?? own[0];
  return { platform, workspace, departments: chosen?.departments ?? [person.department] };
}
