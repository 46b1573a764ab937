import type { Card, Chart, Handwriting, Picture } from '../../src/chat/card.ts';
import { locales } from '../../src/i18n/locale.ts';
import type { Sample } from './sample.ts';

const departments = ['运维管理部', '质量效能部', '研发部', '采购部', '人力资源部'];
const months = ['6月', '7月', '8月', '9月', '10月', '11月'];
const causes = [
  '制度或作业指导书',
  '未按规定执行',
  '人员能力或意识',
  '工具或技术',
  '资源或备件',
  '沟通或交接',
  '供方',
  '其他',
];

const overdue: Chart = {
  kind: 'chart',
  as: 'bar',
  title: '各部门逾期',
  unit: '项',
  categories: departments,
  series: [
    { name: '上周', values: [5, 1, 2, 0, 1], tone: 'muted' },
    { name: '本周', values: [7, 0, 3, 1, 1], tone: 'late' },
  ],
  alt: '逾期 12 项，比上周多 3 项；运维管理部最多，7 项。',
};

/** A chart of each kind. */
export const charts = {
  overdue,
  onTime: {
    ...overdue,
    as: 'stacked',
    title: '各部门按期',
    series: [
      { name: '按期', values: [12, 4, 3, 0, 1], tone: 'good' },
      { name: '延期内完成', values: [2, 0, 1, 0, 1], tone: 'warning' },
      { name: '逾期', values: [5, 1, 0, 0, 0], tone: 'late' },
    ],
    alt: '30 项中按期 20 项。',
  },
  trend: {
    ...overdue,
    as: 'line',
    title: '每月新开与关闭',
    categories: months,
    series: [
      { name: '新开', values: [12, 18, 9, 14, 22, 17] },
      { name: '关闭', values: [8, 14, 15, 11, 16, 20], tone: 'good' },
    ],
    alt: '11月新开 17 项，关闭 20 项。',
  },
  causes: {
    ...overdue,
    as: 'pie',
    title: '原因分布',
    categories: causes,
    series: [{ name: '项数', values: [9, 6, 4, 3, 2, 1, 1, 0] }],
    alt: '26 项中，制度或作业指导书 9 项。',
  },
  nothing: { ...overdue, series: [{ name: '本周', values: [0, 0, 0, 0, 0] }], alt: '没有逾期的事项。' },
} as const satisfies Readonly<Record<string, Chart>>;

/** More than any platform takes of everything: 24 categories of long names that begin alike, seven series, large numbers. */
export function worstChart(as: Chart['as']): Chart {
  return {
    kind: 'chart',
    as,
    title: `${'各部门逾期的不符合项与措施'.repeat(6)}`,
    unit: '项',
    categories: Array.from({ length: 24 }, (_, index) => `Regional operations and maintenance department ${index}`),
    series: Array.from({ length: 7 }, (_, index) => ({
      name: `连续第几个月没有按期完成的事项之${'长'.repeat(index % 2 === 0 ? 20 : 8)}`,
      values: Array.from({ length: 24 }, (_value, place) => ((place * 7 + index * 3) % 23) * 1234.56),
    })),
    alt: '很多'.repeat(2000),
  };
}

/** A signature of two strokes and a dot. */
export const signature: Handwriting = {
  kind: 'handwriting',
  sheet: {
    width: 1000,
    height: 400,
    strokes: [
      [
        [100, 200],
        [300, 100],
        [500, 300],
      ],
      [
        [600, 50],
        [600, 350],
      ],
      [[700, 200]],
    ],
  },
  alt: '钱明（信息中心主任）的签名',
};

export const cardOf = (...shown: readonly Picture[]): Card => ({
  title: '图表',
  tone: 'neutral',
  summary: shown.map(({ alt }) => alt).join(''),
  blocks: shown,
});

/** Charts of every kind, and three on one card. */
export const chartSamples: readonly Sample[] = locales.flatMap((locale) =>
  [
    ...Object.entries(charts).map(([as, chart]) => [as, cardOf(chart)] as const),
    ['three', cardOf(charts.trend, charts.onTime, charts.causes)] as const,
  ].map(([as, card]): Sample => ({ name: `chart.${locale}`, as, locale, on: () => ({ kind: 'card', card }) })),
);
