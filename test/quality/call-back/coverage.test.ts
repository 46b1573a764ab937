import { expect, test } from 'vitest';
import { type CoverageRow, coverageOf, coverageSum, shareOf } from '../../../src/quality/call-back/coverage.ts';

const at = (day: number, time: string) => `2026-11-${day}T${time}:00.000Z`;
const reckoning = { hours: 24, now: new Date(at(25, '02:00')), zone: 'Asia/Shanghai' };

/** A call-back of what was resolved on the 23rd at noon in Shanghai, due on the 24th at noon. */
const row = (changes: Partial<CoverageRow['data']> = {}, state = 'reached'): CoverageRow => ({
  state,
  data: { since: at(23, '04:00'), departmentId: 'omd', taken: null, attempts: [], ...changes },
});
const answer = (when: string, by: string | null = 'xu-fang') => ({
  at: when,
  by,
  via: by === null ? ('page' as const) : ('call' as const),
  score: 5 as const,
  complaint: false,
});
const missed = (when: string) => ({ at: when, by: 'xu-fang', outcome: 'noAnswer' as const });

test.each([
  {
    what: 'reached in time',
    of: row({ answer: answer(at(24, '03:59')) }),
    is: { attemptedInTime: 1, reachedInTime: 1 },
  },
  { what: 'reached at the last instant', of: row({ answer: answer(at(24, '04:00')) }), is: { reachedInTime: 1 } },
  {
    what: 'reached late, tried late',
    of: row({ answer: answer(at(24, '05:00')) }),
    is: { attemptedInTime: 0, late: 1 },
  },
  {
    what: 'reached late, tried in time',
    of: row({ attempts: [missed(at(24, '03:00'))], answer: answer(at(24, '05:00')) }),
    is: { attemptedInTime: 1, reachedInTime: 0, late: 1 },
  },
  {
    what: 'given up, and reached after all',
    of: row({ attempts: [missed(at(24, '03:00'))], unreachedAt: at(24, '06:00'), answer: answer(at(24, '07:00')) }),
    is: { attemptedInTime: 1, unreached: 1, late: 0, reachedInTime: 0 },
  },
  {
    what: 'answered on a page',
    of: row({ answer: answer(at(23, '05:00'), null) }),
    is: { reachedInTime: 1, byPage: 1 },
  },
  { what: 'still owed, and too late', of: row({}, 'due'), is: { late: 1, pending: 0 } },
  { what: 'still owed, in time', of: row({ since: at(24, '12:00') }, 'due'), is: { pending: 1, late: 0 } },
  { what: 'exempt', of: row({ exemption: { at: at(23, '04:00'), by: null } }, 'exempt'), is: { due: 0, exempt: 1 } },
  {
    what: 'imported history',
    of: row({ exemption: { at: at(25, '01:00'), by: null, cause: 'imported' } }, 'exempt'),
    is: { due: 0, exempt: 0, imported: 1 },
  },
])('what is $what counts so', ({ of, is }) => {
  expect(coverageSum(coverageOf([of], reckoning))).toMatchObject(is);
});

test('each agent has a line for each day on which something of theirs was due', () => {
  const lines = coverageOf(
    [
      row({ answer: answer(at(24, '03:00')) }),
      row({ answer: answer(at(24, '03:30')) }),
      row({ attempts: [missed(at(24, '03:30'))] }, 'due'),
      row({ since: at(22, '04:00'), answer: answer(at(23, '03:00'), 'song-jie') }),
      row({}, 'void'),
    ],
    reckoning,
  );
  expect(lines.map(({ day, agent, due, reachedInTime, late }) => [day, agent, due, reachedInTime, late])).toEqual([
    ['2026-11-23', 'song-jie', 1, 1, 0],
    ['2026-11-24', 'xu-fang', 3, 2, 1],
  ]);
});

test('the share is never rounded up to 100, and leaves out what is not due yet', () => {
  const all = [...Array.from({ length: 299 }, () => row({ answer: answer(at(24, '03:00')) })), row({}, 'due')];
  const sum = coverageSum(coverageOf([...all, row({ since: at(24, '12:00') }, 'due')], reckoning));
  expect(shareOf(sum.reachedInTime, sum)).toBe(99);
  expect(shareOf(0, coverageSum([]))).toBeNull();
});

test('every call-back that is owed is counted once', () => {
  const rows = [row({ answer: answer(at(24, '03:00')) }), row({}, 'due'), row({ unreachedAt: at(24, '06:00') })];
  const { due, reachedInTime, late, unreached, pending } = coverageSum(coverageOf(rows, reckoning));
  expect(due).toBe(3);
  expect(reachedInTime + late + unreached + pending).toBe(due);
});
