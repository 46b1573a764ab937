import { expect, test } from 'vitest';
import { readFiguresRequest } from '../../../commands/figures/read-figures-request.ts';
import { serving } from '../../quality/incident/incident-in.ts';

const org = serving();
const wish = (said: string) => {
  const read = readFiguresRequest(said, '2026-11-25', org);
  return read && [read.period.key, read.projectId ?? read.customerId ?? null];
};

test.each([
  ['', ['2026-11', null]],
  ['last month', ['2026-10', null]],
  ['上月 三号线', ['2026-10', 'metro-3']],
  ['metro-3 2026 Q3', ['2026-Q3', 'metro-3']],
  ['客户 地铁集团', ['2026-11', 'metro']],
  ['this year Line 3', ['2026', 'metro-3']],
])('%j is understood', (said, expected) => {
  expect(wish(said)).toEqual(expected);
});

test.each(['something else', '上月 五号线'])('%j is not', (said) => {
  expect(wish(said)).toBeNull();
});
