import type { Card } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';
import type { RecordType } from '../records/declaration/record-type.ts';
import type { FiguresContext } from './figures-context.ts';
import { drawFindingStats } from './finding/card.ts';
import { drawGeneralStats } from './general/card.ts';
import type { StatsRequest } from './stats-lines.ts';

/** Draws the statistics card of a record type. */
type DrawStats = (request: StatsRequest, context: FiguresContext, locale: Locale) => Promise<Card>;

/**
 * Types whose statistics also need another type's records: a finding's deadlines include those of its actions. All others get the general ones plus
 * what they declare (`RecordType.figures`).
 */
export const statsOfSeveralTypes: Readonly<Record<string, DrawStats>> = { finding: drawFindingStats };

/** Types whose figures cover a calendar period, compared with the one before: `/incident stats last month`. */
export const figuresOfPeriods: ReadonlySet<string> = new Set(['incident']);

/** The statistics card of a type, from a given day until now. */
export function drawStats(
  type: RecordType<unknown>,
  request: StatsRequest,
  context: FiguresContext,
  locale: Locale,
): Promise<Card> {
  const own = statsOfSeveralTypes[type.type];
  return own ? own(request, context, locale) : drawGeneralStats(type, request, context, locale);
}
