import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { dayOf, endOfDay, startOfDay } from '../../src/calendar/day.ts';
import { isoMinute } from '../../src/calendar/format.ts';
import { clockIn, zoneOffset } from '../../src/calendar/zone-offset.ts';

/** Zones with quarters of hours, half-hour summer time, no summer time, and rules that were changed. */
const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/St_Johns',
  'UTC',
];
const instants = fc.date({ min: new Date('1975-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });

test('says of any instant in any zone what luxon says', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const time = DateTime.fromJSDate(instant, { zone });
      expect(zoneOffset(instant, zone)).toBe(time.offset * 60_000);
      expect(dayOf(instant, zone)).toBe(time.toISODate());
      expect(isoMinute(instant, zone)).toBe(time.toFormat("yyyy-MM-dd'T'HH:mm"));
    }),
    { numRuns: 2_000 },
  );
});

test('a change of the clock is met to the millisecond', () => {
  const change = Date.parse('2026-03-29T01:00:00Z');
  expect(zoneOffset(new Date(change - 1), 'Europe/Berlin')).toBe(3_600_000);
  expect(zoneOffset(new Date(change), 'Europe/Berlin')).toBe(7_200_000);
  expect(clockIn(new Date(change - 1), 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:59:59.999Z');
});

test('a day begins and ends as it does in its zone, whether it was asked for before or not', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
      const day = dayOf(instant, zone);
      const time = DateTime.fromISO(day, { zone });
      for (let again = 0; again < 2; again++) {
        expect(startOfDay(day, zone)).toEqual(time.startOf('day').toJSDate());
        expect(endOfDay(day, zone)).toEqual(time.endOf('day').toJSDate());
      }
    }),
    { numRuns: 500 },
  );
});

test('an instant or a zone that does not exist has no offset', () => {
  expect(zoneOffset(new Date(Number.NaN), 'Asia/Shanghai')).toBeNaN();
  expect(zoneOffset(new Date(), 'Mars/Olympus')).toBeNaN();
});
