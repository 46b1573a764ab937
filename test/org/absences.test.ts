import { expect, test } from 'vitest';
import { type Absence, cautionsOf, refuseAbsence, withAbsence, withoutAbsences } from '../../src/org/absences.ts';
import { keepOwnAbsences } from '../../src/org/keep-own-absences.ts';
import { sampleOrg } from './sample.ts';

const TODAY = '2026-11-23';
const NOW = new Date('2026-11-23T02:00:00Z');
const absence = (person: string, deputy: string, from: string, to: string): Absence => ({ person, deputy, from, to });
const org = (...deputies: Absence[]) => ({ ...sampleOrg(), deputies });
const mine = absence('wang-lei', 'liu-yang', '2026-12-01', '2026-12-05');

test.each([
  ['a deputy who is oneself', absence('wang-lei', 'wang-lei', '2026-12-01', '2026-12-05'), 'ownDeputy'],
  ['a last day before the first', absence('wang-lei', 'liu-yang', '2026-12-05', '2026-12-01'), 'wrongOrder'],
  ['days that are over', absence('wang-lei', 'liu-yang', '2026-11-01', '2026-11-22'), 'past'],
  ['more than a year', absence('wang-lei', 'liu-yang', '2026-12-01', '2028-12-01'), 'tooLong'],
  ['days from last week until today', absence('wang-lei', 'liu-yang', '2026-11-16', TODAY), null],
])('%s: %s', (_what, one, refusal) => {
  expect(refuseAbsence(one, org(), TODAY)).toBe(refusal);
});

test('a circle is refused on whichever day it would close, by way of others, too', () => {
  const through = org(
    absence('liu-yang', 'xu-fang', '2026-12-03', '2026-12-10'),
    absence('xu-fang', 'wang-lei', '2026-12-05', '2026-12-06'),
  );
  expect(refuseAbsence(mine, through, TODAY)).toBe('circle');
  expect(refuseAbsence({ ...mine, to: '2026-12-04' }, through, TODAY)).toBeNull();
});

test('an overlap with another absence of one’s own, and a deputy who is away, are told', () => {
  const own = absence('wang-lei', 'xu-fang', '2026-12-05', '2026-12-08');
  const theirs = absence('liu-yang', 'wu-qiang', '2026-12-02', '2026-12-02');
  const other = absence('liu-yang', 'wu-qiang', '2026-12-06', '2026-12-07');
  expect(cautionsOf(mine, org(mine, own, theirs, other))).toEqual([
    { caution: 'overlap', other: own },
    { caution: 'deputyAway', other: theirs },
  ]);
});

test('what is set down says who and when; the same a second time changes nothing', () => {
  const once = withAbsence(mine, org(), 'wang-lei', NOW);
  expect(once.deputies).toEqual([{ ...mine, setBy: 'wang-lei', setAt: '2026-11-23T02:00:00.000Z' }]);
  expect(withAbsence(mine, once, 'wang-lei', new Date())).toBe(once);
});

test('ending leaves the days that are over, and takes out what is to come', () => {
  const begun = absence('wang-lei', 'liu-yang', '2026-11-20', '2026-11-30');
  const over = absence('wang-lei', 'liu-yang', '2026-10-01', '2026-10-08');
  const after = withoutAbsences(org(over, begun, mine), () => true, TODAY);
  expect(after.deputies).toEqual([over, { ...begun, to: '2026-11-22' }]);
});

test('a file that takes the organisation’s place keeps what people set down themselves', () => {
  const own = { ...mine, setBy: 'wang-lei', setAt: NOW.toISOString() };
  const fromFile = absence('li-na', 'chen-jing', '2026-12-01', '2026-12-02');
  const stored = org(fromFile, own);
  expect(keepOwnAbsences(sampleOrg(), stored).deputies).toEqual([own]);
});

test('of those it leaves out who is gone, what the file says itself, and what would close a circle', () => {
  const set = { setBy: 'x', setAt: NOW.toISOString() };
  const circle = { ...absence('liu-yang', 'wang-lei', '2026-12-01', '2026-12-05'), ...set };
  const gone = { ...absence('ma-li', 'nobody', '2026-12-01', '2026-12-05'), ...set };
  const next = org(mine);
  expect(keepOwnAbsences(next, org({ ...mine, ...set }, circle, gone)).deputies).toEqual([mine]);
});
