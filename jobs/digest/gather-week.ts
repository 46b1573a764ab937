import type { AnalysisGround } from '../../src/analysis/read-service.ts';
import type { Period } from '../../src/calendar/period.ts';
import { type Audience, siteOfChannel } from './digest-channel.ts';
import { satisfactionBefore } from './satisfaction-figures.ts';
import { visitsIn } from './week-visits.ts';
import type { WeeklyDigestContent } from './weekly-content.ts';
import { type DigestGround, weeklyDigest } from './weekly-figures.ts';
import { comparedWith } from './weekly-turn.ts';

/** All that a week's digest tells an audience: what is overdue, against the week before; how satisfied customers were then; who is visited. */
export async function gatherWeek(
  audience: Audience,
  week: Period,
  ground: DigestGround & AnalysisGround,
): Promise<WeeklyDigestContent> {
  const then = comparedWith(week, siteOfChannel(audience, ground.org), ground.org);
  const overdue = await weeklyDigest(audience, week, then, ground);
  const satisfaction = await satisfactionBefore(audience, week, ground);
  return { ...overdue, satisfaction, visits: await visitsIn(audience, week, ground) };
}
