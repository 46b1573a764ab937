import { expect, test } from 'vitest';
import { createCalendar } from '../../src/calendar/create-calendar.ts';
import { isWithinQuietHours, nextTimeOutsideQuietHours } from '../../src/calendar/quiet-hours.ts';

const holiday = (date: string, en: string) => ({ date, name: { zh: en, en } });

/** A site in the east of the United States that lists its holidays: https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays (2026-11-23). */
const boston = createCalendar({
  kind: 'weekdays',
  zone: 'America/New_York',
  name: { zh: '波士顿', en: 'Boston' },
  holidays: [
    holiday('2026-11-26', 'Thanksgiving'),
    holiday('2026-12-25', 'Christmas Day'),
    holiday('2027-01-01', 'New Year’s Day'),
  ],
});

test.each([
  ['over the change to summer time', '2026-03-06T15:00:00-05:00', 1, '2026-03-09', '2026-03-10T03:59:59.999Z'],
  ['over the change to winter time', '2026-10-30T15:00:00-04:00', 1, '2026-11-02', '2026-11-03T04:59:59.999Z'],
  ['from the hour that comes twice', '2026-11-01T01:30:00-05:00', 1, '2026-11-02', '2026-11-03T04:59:59.999Z'],
  ['over a listed holiday', '2026-11-25T15:00:00-05:00', 1, '2026-11-27', '2026-11-28T04:59:59.999Z'],
  ['over New Year', '2026-12-31T15:00:00-05:00', 1, '2027-01-04', '2027-01-05T04:59:59.999Z'],
  ['over Christmas and New Year', '2026-12-23T15:00:00-05:00', 6, '2027-01-04', '2027-01-05T04:59:59.999Z'],
])('a deadline %s ends with the day of its own site', (_when, start, days, day, at) => {
  const deadline = boston.addWorkingDays(new Date(start), days);
  expect(deadline).toMatchObject({ day, zone: 'America/New_York', provisional: false });
  expect(deadline.at.toISOString()).toBe(at);
});

test('an evening there is counted from its own day, though it is the next day in Shanghai', () => {
  const evening = new Date('2026-11-24T02:30:00Z');
  expect(boston.addWorkingDays(evening, 2)).toMatchObject({ startDay: '2026-11-23', day: '2026-11-25' });
});

test('a deadline in a year whose holidays are not listed yet is provisional', () => {
  expect(boston.addWorkingDays(new Date('2027-12-30T15:00:00Z'), 3)).toMatchObject({
    day: '2028-01-04',
    provisional: true,
  });
});

test('the quiet hours end by the clock of the site on the mornings when the clocks change', () => {
  const quiet = { from: '21:00', to: '08:00' };
  const zone = 'America/New_York';
  const ends = (at: string) => nextTimeOutsideQuietHours(new Date(at), quiet, zone).toISOString();
  expect(ends('2026-03-08T06:30:00Z')).toBe('2026-03-08T12:00:00.000Z');
  expect(ends('2026-11-01T05:30:00Z')).toBe('2026-11-01T13:00:00.000Z');
  expect(isWithinQuietHours(new Date('2026-11-23T01:00:00Z'), quiet, zone)).toBe(false);
});
