import type { Card } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';
import type { RecordType } from '../records/declaration/record-type.ts';
import type { FiguresContext } from './figures-context.ts';
import { drawFindingStats } from './finding/card.ts';
import { drawGeneralStats } from './general/card.ts';
import type { StatsRequest } from './stats-lines.ts';

/** Draws the statistics of a type's records. */
type DrawStats = (request: StatsRequest, context: FiguresContext, locale: Locale) => Promise<Card>;

/**
 * Types whose statistics need the records of another, too: a finding's deadlines are also those of its actions. All others have the general
 * ones, with what they declare of themselves (`RecordType.figures`).
 */
export const statsOfSeveralTypes: Readonly<Record<string, DrawStats>> = { finding: drawFindingStats };

/** Types whose figures are those of a calendar period, against the one before: `/incident stats last month`. */
export const figuresOfPeriods: ReadonlySet<string> = new Set(['incident']);

/** The statistics of a type, from any day until now, as a card. */
export function drawStats(
  type: RecordType<unknown>,
  request: StatsRequest,
  context: FiguresContext,
  locale: Locale,
): Promise<Card> {
  const own = statsOfSeveralTypes[type.type];
  return own ? own(request, context, locale) : drawGeneralStats(type, request, context, locale);
}
