import { expect, test } from 'vitest';
import { satisfactionDrafts } from '../../jobs/satisfaction-drafts.ts';
import { liveThrough } from './live-through.ts';

const begun = (key: string) => () => [{ number: 'SA-1', type: 'satisfactionReport', state: 'drafted', data: { key } }];

test('a quarter and a year are drafted once, on the first working morning after them, also after some days away', async () => {
  const quarter = 'satisfaction-drafts:main:2026-Q3';
  expect(await liveThrough(satisfactionDrafts, { from: '2026-09-25', days: 40 })).toEqual([`2026-10-08: ${quarter}`]);
  expect(await liveThrough(satisfactionDrafts, { from: '2026-10-20', days: 20 })).toEqual([`2026-10-20: ${quarter}`]);
  // The holidays of 2027 are not announced yet.
  expect(await liveThrough(satisfactionDrafts, { from: '2026-12-25', days: 20 })).toEqual([
    '2027-01-01: satisfaction-drafts:main:2026-Q4',
    '2027-01-01: satisfaction-drafts:main:2026',
  ]);
});

test('a report that the manager has begun by hand is not drafted a second time', async () => {
  const october = { from: '2026-09-25', days: 40 };
  expect(await liveThrough(satisfactionDrafts, { ...october, rows: begun('2026-Q3') })).toEqual([]);
  expect(await liveThrough(satisfactionDrafts, { ...october, rows: begun('2026-Q2') })).toHaveLength(1);
});
