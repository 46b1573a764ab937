import { expect, test } from 'vitest';
import { figureBlocks, type OverallFigures } from '../../../src/quality/satisfaction-report/figure-blocks.ts';

const none = { met: 0, of: 0 };
const overall = { satisfied: { met: 9, of: 10 }, mean: 4.5, outOf100: 90 };

/** The chart over months of given shares. */
function chartOf(months: OverallFigures['months']) {
  const figures: OverallFigures = {
    services: overall,
    servicesBefore: overall,
    rated: { met: 10, of: 12 },
    surveys: overall,
    surveysBefore: overall,
    answered: none,
    months,
  };
  return figureBlocks(figures, { locale: 'zh-CN', smallSample: 5 }).find(({ kind }) => kind === 'chart');
}

test('a month in which nobody answered is not drawn as one in which nobody was satisfied', () => {
  const chart = chartOf([
    { first: '2026-07-01', services: none, surveys: none },
    { first: '2026-08-01', services: { met: 3, of: 4 }, surveys: { met: 1, of: 2 } },
    { first: '2026-09-01', services: { met: 4, of: 4 }, surveys: { met: 2, of: 2 } },
  ]);
  expect(chart).toMatchObject({ categories: ['8月', '9月'], series: [{ values: [75, 100] }, { values: [50, 100] }] });
});

test('surveys that nobody answered have no line of their own', () => {
  const chart = chartOf([{ first: '2026-08-01', services: { met: 3, of: 4 }, surveys: none }]);
  expect(chart).toMatchObject({ series: [{ name: '服务满意度', values: [75] }] });
});
