import type { chart as source } from '../zh-cn/chart.ts';

/** What charts say besides their own names and numbers. */
export const chart: Record<keyof typeof source, string> = {
  'chart.title': '{title} ({unit})',
  'chart.moreSeries': '({count} more not shown) {title}',
  'chart.others': '{count} others',
  'chart.value': '{name} {value}',
  'chart.separator': ', ',
  'chart.line': '{category}: {values}',
  'chart.category': 'Item',
};
