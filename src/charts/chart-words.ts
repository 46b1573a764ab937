import type { Chart } from '../chat/card.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';

/** A value as shown beside a bar: at most one decimal. */
export function formatValue(value: number, locale: Locale): string {
  return value.toLocaleString(locale, { maximumFractionDigits: 1 });
}

/** A chart's title with its unit. */
export function chartTitle({ title, unit }: Pick<Chart, 'title' | 'unit'>, locale: Locale): string {
  return unit === '' ? title : translate(locale, 'chart.title', { title, unit });
}

/** The chart's numbers in words, a line for each category: the fallback where no picture can be shown. */
export function chartLines({ categories, series }: Chart, locale: Locale): string[] {
  const [only] = series;
  return categories.map((category, place) => {
    const value = (values: readonly number[]) => formatValue(values[place] ?? 0, locale);
    const values =
      series.length === 1 && only
        ? value(only.values)
        : series
            .map((one) => translate(locale, 'chart.value', { name: one.name, value: value(one.values) }))
            .join(translate(locale, 'chart.separator'));
    return translate(locale, 'chart.line', { category, values });
  });
}
