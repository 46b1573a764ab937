import { shiftDay } from '../../calendar/day.ts';
import { siteOf } from '../../records/decide/due.ts';
import type { Refusal } from '../../records/declaration/ask.ts';
import type { RecordContext } from '../../records/declaration/record-context.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { Capa } from './capa-data.ts';
import type { FindingData } from './finding-data.ts';
import { isPast } from './is-past.ts';
import { findingWords } from './words.ts';

/** The due day of the last planned action; empty if none is planned. */
export const lastActionDay = ({ actions }: Pick<Capa, 'actions'>) =>
  actions.map(({ dueDay }) => dueDay).reduce((latest, day) => (day > latest ? day : latest), '');

/**
 * The default day of the effectiveness review: the settings' number of days after the last action, by kind, moved to the first working day. Undefined
 * if the kind needs no review.
 */
export function defaultReviewDay(record: RecordOf<FindingData>, { org }: RecordContext): string | undefined {
  const { effectivenessDays } = org.settings;
  const days = record.data.kind === 'major' ? effectivenessDays.major : effectivenessDays.minor;
  const last = lastActionDay(record.data.capa);
  if (days === null || last === '') return undefined;
  const calendar = org.calendarOf(siteOf(record, org));
  const day = shiftDay(last, days);
  return calendar.isWorkingDay(day).working ? day : calendar.nextWorkingDay(day);
}

/** Why a day cannot be the review day: it is past, or an action is due later. Null if it can. */
export function refuseReviewDay(
  record: RecordOf<FindingData>,
  { reviewDay }: { readonly reviewDay?: string | undefined },
  circumstances: RecordContext,
): Refusal | null {
  if (reviewDay === undefined) return null;
  if (isPast(reviewDay, record, circumstances)) return { key: 'form.pastDay' };
  const last = lastActionDay(record.data.capa);
  return reviewDay < last ? { key: findingWords.refusal.reviewTooEarly, params: { day: { day: last } } } : null;
}

/**
 * The review day after verification: the one that was set, but at least the settings' number of working days from now, so that a late verification
 * does not make the review late, too.
 */
export function reviewAfterVerification(
  record: RecordOf<FindingData>,
  { org, now }: RecordContext,
): string | undefined {
  const { reviewDay } = record.data.capa;
  if (reviewDay === undefined) return undefined;
  const { day } = org.calendarOf(siteOf(record, org)).addWorkingDays(now, org.settings.workingDays.effectiveness);
  return day > reviewDay ? day : reviewDay;
}
