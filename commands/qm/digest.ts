import { type Audience, channelsFor, serves, siteOfChannel } from '../../jobs/digest/digest-channel.ts';
import { gatherWeek } from '../../jobs/digest/gather-week.ts';
import { drawMonthlySummary } from '../../jobs/digest/monthly-card.ts';
import { monthlySummary } from '../../jobs/digest/monthly-summary.ts';
import { weekAt } from '../../jobs/digest/occurrences.ts';
import { drawWeeklyDigest } from '../../jobs/digest/weekly-card.ts';
import { dayOf } from '../../src/calendar/day.ts';
import { monthOf } from '../../src/calendar/period.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Context } from '../context.ts';
import { readListFor, showList } from '../list/show-list.ts';

/** `/qm digest`, `周报预览`: the weekly digest as it would be posted now, for the user only. */
export async function previewWeekly(said: Interaction, context: Context): Promise<Reply> {
  const { org, now, locale } = context;
  const audience = audienceOf(said, context);
  const week = weekAt(now, siteOfChannel(audience, org));
  return { kind: 'card', card: drawWeeklyDigest(await gatherWeek(audience, week, context), locale) };
}

/** `/qm digest month`, `月报预览`: the same for the month. */
export async function previewMonthly(said: Interaction, context: Context): Promise<Reply> {
  const { org, now, locale } = context;
  const audience = audienceOf(said, context);
  const month = monthOf(dayOf(now, siteOfChannel(audience, org).zone));
  return { kind: 'card', card: drawMonthlySummary(await monthlySummary(audience, month, context), locale) };
}

/** *See all that is overdue*, under a digest: the list for the presser only; the digest stays as it is for everyone. */
export function listAllOverdue(context: Context): Promise<Reply> {
  const finding = context.registry.get('finding');
  return showList(finding, readListFor(finding, 'overdue', context).query, context);
}

/** The departments of the channel where it is requested; elsewhere, of the widest channel that covers the user's department. */
function audienceOf({ channel }: Interaction, { org, person, view }: Context): Audience {
  const { platform, workspace } = view;
  const all = channelsFor('digest', org);
  const here = all.find((one) => one.platform === platform && one.workspace === workspace && one.channel === channel);
  const own = all.filter((one) => serves(one, person.department));
  const chosen = here ?? own.find(({ departments }) => departments === 'all') ?? own[0];
  return { platform, workspace, departments: chosen?.departments ?? [person.department] };
}
