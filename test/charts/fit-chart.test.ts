import { expect, test } from 'vitest';
import { cutTo, fitChart, isEmptyChart } from '../../src/charts/fit-chart.ts';
import type { Chart } from '../../src/chat/card.ts';
import { charts, worstChart } from '../renderers/chart-samples.ts';

const limits = { categories: 20, segments: 6, series: 6, cut: cutTo(20) };
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test('a chart that fits stays as it is', () => {
  expect(fitChart(charts.overdue, limits, 'zh-CN')).toEqual(charts.overdue);
});

test('categories beyond the limit become one with their sums, so that no number is lost', () => {
  const chart = worstChart('bar');
  const fitted = fitChart(chart, limits, 'en');
  expect(fitted.categories).toHaveLength(20);
  expect(fitted.categories.at(-1)).toBe('5 others');
  expect(sum(fitted.series[0]?.values ?? [])).toBeCloseTo(sum(chart.series[0]?.values ?? []));
});

test('of a line the latest categories stay', () => {
  const fitted = fitChart(worstChart('line'), { ...limits, cut: cutTo(60) }, 'en');
  expect(fitted.categories).toHaveLength(20);
  expect(fitted.categories.at(-1)).toMatch(/ 23$/);
  expect(fitted.series[0]?.values).toEqual(worstChart('line').series[0]?.values.slice(-20));
});

test('a pie has no empty segments', () => {
  const { categories, series } = fitChart(charts.causes, { ...limits, segments: 12 }, 'zh-CN');
  expect(categories).not.toContain('其他');
  expect(series[0]?.values).toEqual([9, 6, 4, 3, 2, 1, 1]);
});

test('labels that a cut would make the same are told apart, within the limit', () => {
  const { categories, series } = fitChart(worstChart('bar'), limits, 'en');
  const labels = [...categories, ...series.map(({ name }) => name)];
  expect(new Set(categories).size).toBe(categories.length);
  expect(new Set(series.map(({ name }) => name)).size).toBe(6);
  expect(labels.filter((label) => Array.from(label).length > 20)).toEqual([]);
});

test('a label of nothing but blanks still has a sign', () => {
  const chart: Chart = { ...charts.overdue, categories: [' ', '', 'a', 'b', 'c'] };
  expect(fitChart(chart, limits, 'en').categories).toEqual(['—', '— 2', 'a', 'b', 'c']);
});

test('a chart is empty without categories and with zeros alone', () => {
  expect(isEmptyChart(charts.nothing)).toBe(true);
  expect(isEmptyChart({ ...charts.overdue, categories: [], series: [] })).toBe(true);
  expect(isEmptyChart(charts.overdue)).toBe(false);
});
