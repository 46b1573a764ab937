import { expect, test } from 'vitest';
import { dueReminders } from '../../jobs/due-reminders.ts';
import { testOrganisation } from '../support/organisation.ts';
import { due, listed, remind } from './mornings.ts';

const london = { id: 'london', name: 'London', zone: 'Europe/London', calendar: 'weekdays' } as const;
const two = testOrganisation({
  deputies: [],
  sites: [{ id: 'main', name: { zh: '总部', en: 'Head office' } }, london],
});
const turnsAt = (instant: string) =>
  dueReminders.occurrencesDue(two, new Date(instant)).map(({ scope, period }) => `${scope} ${period}`);

test('a site whose clocks change has its turn at half past eight by them, before and after', () => {
  expect(turnsAt('2026-03-27T08:29:00Z')).not.toContain('london 2026-03-27');
  expect(turnsAt('2026-03-27T08:30:00Z')).toContain('london 2026-03-27');
  expect(turnsAt('2026-03-30T07:29:00Z')).not.toContain('london 2026-03-30');
  expect(turnsAt('2026-03-30T07:30:00Z')).toContain('london 2026-03-30');
  expect(turnsAt('2026-10-26T08:30:00Z')).toContain('london 2026-10-26');
});

test.each([
  // The Saturday before the Spring Festival of 2026 is worked in its place; the days after are not.
  ['2026-02-14', '2026-02-13', 'FD-1 1 0'],
  ['2026-02-14', '2026-02-24', 'FD-1 0 1'],
  ['2026-02-24', '2026-02-14', 'FD-1 1 0'],
  // The leap day counts.
  ['2028-02-28', '2028-02-29', 'FD-1 0 1'],
  ['2028-03-01', '2028-02-28', 'FD-1 2 0'],
  // In the 53rd week of 2026 and into 2027, whose holidays are not published: New Year's Day counts until they are.
  ['2026-12-31', '2027-01-01', 'FD-1 0 1'],
  ['2027-01-04', '2026-12-31', 'FD-1 2 0'],
])('on %s, of a deadline on %s says %s', async (day, deadline, expected) => {
  const reminders = await remind(day, [due('FD-1', deadline, ['emily'])]);
  expect(listed(reminders.get('emily')?.content.own)).toEqual([expected]);
});
