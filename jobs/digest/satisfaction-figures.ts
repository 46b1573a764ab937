import { readSatisfaction, type SatisfactionRows } from '../../src/analysis/read-satisfaction.ts';
import { type AnalysisGround, spanOf } from '../../src/analysis/read-service.ts';
import { monthsOf, scoresOf } from '../../src/analysis/report-figures.ts';
import { commentsByScore } from '../../src/analysis/satisfaction-figures.ts';
import { shiftDay } from '../../src/calendar/day.ts';
import { monthBefore, monthOf, type Period, weekOf } from '../../src/calendar/period.ts';
import { type Audience, serves, siteOfChannel } from './digest-channel.ts';
import type { MonthlySatisfactionContent, WeeklySatisfaction } from './satisfaction-content.ts';

/** How many months the trend shows. */
const TREND = 6;
const WORST = 3;
/** What a post quotes of a comment. */
const MOST_TEXT = 120;

/** How satisfied customers were with the services of the week before a week; null where none was over. */
export async function satisfactionBefore(
  audience: Audience,
  week: Period,
  ground: AnalysisGround,
): Promise<WeeklySatisfaction | null> {
  const { zone } = siteOfChannel(audience, ground.org);
  const rows = await read(audience, spanOf(weekOf(shiftDay(week.first, -1)), zone), ground);
  if (rows.owed === 0) return null;
  return { satisfied: scoresOf(rows.services).satisfied, rated: { met: rows.services.length, of: rows.owed } };
}

/** What customers said of a month, against the month before, with the months before it; null where nobody was asked. */
export async function monthlySatisfaction(
  audience: Audience,
  month: Period,
  ground: AnalysisGround,
): Promise<MonthlySatisfactionContent | null> {
  const { org } = ground;
  const { zone } = siteOfChannel(audience, org);
  const trend = { ...month, first: monthBefore(month.first, TREND - 1).first };
  const all = await read(audience, spanOf(trend, zone), ground);
  const rows = await read(audience, spanOf(month, zone), ground);
  if (rows.owed === 0 && rows.invited === 0) return null;
  const before = await read(audience, spanOf(monthOf(shiftDay(month.first, -1)), zone), ground);
  const comments = commentsByScore([...rows.services, ...rows.remarks]).flatMap(({ said }) => said);
  return {
    notice: 'monthly-satisfaction',
    first: month.first,
    figures: {
      services: scoresOf(rows.services),
      servicesBefore: scoresOf(before.services),
      rated: { met: rows.services.length, of: rows.owed },
      surveys: scoresOf(rows.surveys),
      surveysBefore: scoresOf(before.surveys),
      answered: { met: rows.answered, of: rows.invited },
      months: monthsOf(trend, all, zone),
    },
    smallSample: org.settings.figures.smallSample,
    comments: comments.slice(0, WORST).map(({ score, number, comment, projectId }) => ({
      score,
      number,
      text: (comment ?? '').slice(0, MOST_TEXT),
      project: org.project(projectId ?? '')?.name ?? null,
    })),
  };
}

const read = (audience: Audience, span: ReturnType<typeof spanOf>, ground: AnalysisGround): Promise<SatisfactionRows> =>
  readSatisfaction(span, ground, ({ departmentId }) => serves(audience, departmentId));
