import type { Locale } from '../../src/i18n/locale.ts';
import { translate } from '../../src/i18n/translate.ts';
import { MOST_COUNTED } from '../../src/records/shape/totals.ts';

/** Whether counting stopped at the limit. */
export const isOver = (total: number): boolean => total > MOST_COUNTED;

/** A total as displayed: the number, or that it is over the counting limit. */
export const totalText = (total: number, locale: Locale): string =>
  isOver(total) ? translate(locale, 'list.over') : String(total);

/** The part of a list a page shows: "11–20 of 45". */
export function rangeText(from: number, to: number, total: number, locale: Locale): string {
  return translate(locale, isOver(total) ? 'list.range.over' : 'list.range', { from, to, total });
}
