import type { Previews, PreviewView } from '../../commands/context.ts';
import { type Audience, channelsFor, serves, siteOfChannel } from '../../jobs/digest/digest-channel.ts';
import { gatherWeek } from '../../jobs/digest/gather-week.ts';
import { drawMonthlySummary } from '../../jobs/digest/monthly-card.ts';
import { monthlySummary } from '../../jobs/digest/monthly-summary.ts';
import { drawStats } from '../../jobs/digest/stats.ts';
import { drawWeeklyDigest } from '../../jobs/digest/weekly-card.ts';
import { weekAt } from '../../jobs/digest/weekly-turn.ts';
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
      const week = weekAt(now, siteOfChannel(audience, org));
      return drawWeeklyDigest(await gatherWeek(audience, week, { ...ground, org, now }), locale);
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
