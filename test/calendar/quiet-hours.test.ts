import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  instantOutsideQuietHours,
  isWithinQuietHours,
  nextTimeOutsideQuietHours,
} from '../../src/calendar/quiet-hours.ts';

const night = { from: '21:00', to: '08:00' };
const at = (text: string) => new Date(`${text}+08:00`);

test.each([
  ['2026-11-23T20:59:59.999', false],
  ['2026-11-23T21:00:00', true],
  ['2026-11-23T23:59:59', true],
  ['2026-11-24T00:00:00', true],
  ['2026-11-24T07:59:59.999', true],
  ['2026-11-24T08:00:00', false],
])('at %s it is quiet: %s', (time, quiet) => {
  expect(isWithinQuietHours(at(time), night, 'Asia/Shanghai')).toBe(quiet);
});

test.each([
  ['2026-11-23T20:00:00', '2026-11-23T20:00:00'],
  ['2026-11-23T22:15:30', '2026-11-24T08:00:00'],
  ['2026-11-24T03:00:00', '2026-11-24T08:00:00'],
  ['2026-12-31T23:00:00', '2027-01-01T08:00:00'],
])('who would write at %s writes at %s', (time, next) => {
  expect(nextTimeOutsideQuietHours(at(time), night, 'Asia/Shanghai')).toEqual(at(next));
});

test('quiet hours within a day, and none at all', () => {
  const noon = { from: '12:00', to: '13:30' };
  expect(nextTimeOutsideQuietHours(at('2026-11-23T12:45:00'), noon, 'Asia/Shanghai')).toEqual(
    at('2026-11-23T13:30:00'),
  );
  const none = { from: '00:00', to: '00:00' };
  expect(isWithinQuietHours(at('2026-11-23T00:00:00'), none, 'Asia/Shanghai')).toBe(false);
});

test('the night in which the clocks change is an hour shorter or longer', () => {
  const zone = 'America/New_York';
  const next = (time: string) => nextTimeOutsideQuietHours(new Date(time), night, zone).toISOString();
  expect(next('2026-03-08T03:00:00Z')).toBe('2026-03-08T12:00:00.000Z');
  expect(next('2026-11-01T03:00:00Z')).toBe('2026-11-01T13:00:00.000Z');
});

test('quiet hours that end in an hour the clocks leave out, or in one that comes twice, do end', () => {
  const zone = 'America/New_York';
  const early = { from: '21:00', to: '02:30' };
  const skipped = nextTimeOutsideQuietHours(new Date('2026-03-08T05:00:00Z'), early, zone);
  expect(isWithinQuietHours(skipped, early, zone)).toBe(false);
  const twice = { from: '21:00', to: '01:30' };
  const second = nextTimeOutsideQuietHours(new Date('2026-11-01T06:10:00Z'), twice, zone);
  expect(second).toEqual(new Date('2026-11-01T06:30:00Z'));
});

test('for any hour and zone, the next time is not quiet, not earlier, and within a day', () => {
  const clock = fc
    .integer({ min: 0, max: 1439 })
    .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
  const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kathmandu');
  const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.record({ from: clock, to: clock }), zone, (from, quiet, where) => {
      const next = nextTimeOutsideQuietHours(from, quiet, where);
      expect(isWithinQuietHours(next, quiet, where)).toBe(false);
      expect(next.getTime()).toBeGreaterThanOrEqual(from.getTime());
      expect(next.getTime() - from.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [0, '2026-11-23T10:00:00'],
  [0.5, '2026-11-24T08:00:00'],
  [0.75, '2026-11-24T13:30:00'],
  [1, '2026-11-23T10:00:00'],
])(
  'a share of %s of the hours in which people are awake from ten in the morning to seven the next evening',
  (share, instant) => {
    const stretch = { from: at('2026-11-23T10:00:00'), to: at('2026-11-24T19:00:00') };
    expect(instantOutsideQuietHours(share, stretch, night, 'Asia/Shanghai')).toEqual(at(instant));
  },
);

test('where a change of the clocks leaves out all that is not quiet in a day, the next day’s comes', () => {
  const quiet = { from: '02:30', to: '02:00' };
  const end = nextTimeOutsideQuietHours(new Date('2024-03-09T07:30:00Z'), quiet, 'America/New_York');
  expect(end.toISOString()).toBe('2024-03-11T06:00:00.000Z');
});

test('where the clocks are set back into the quiet hours, they are quiet a second time', () => {
  const quiet = { from: '22:00', to: '01:30' };
  // 01:30 for the first time at 05:30 UTC, the clocks go back at 06:00 UTC, 01:30 for the second time at 06:30.
  const stretch = { from: new Date('2024-11-03T05:30:00Z'), to: new Date('2024-11-03T07:30:00Z') };
  const found = instantOutsideQuietHours(0.4, stretch, quiet, 'America/New_York');
  expect(found.toISOString()).toBe('2024-11-03T06:36:00.000Z');
});

test('for any share, hours and zone, the instant is not quiet, and within the stretch where any of it is not', () => {
  const clock = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
  const zone = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe');
  const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
  const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(share, instant, fc.record({ from: clock, to: clock }), zone, (part, from, quiet, where) => {
      const to = new Date(from.getTime() + 3 * 24 * 3_600_000);
      const found = instantOutsideQuietHours(part, { from, to }, quiet, where);
      expect(isWithinQuietHours(found, quiet, where)).toBe(false);
      expect(found >= from && found < to).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each(['24:00', '8:00', '08:60', ''])('refuses %j as a time', (time) => {
  const quiet = { from: time, to: '08:00' };
  expect(() => isWithinQuietHours(at('2026-11-23T12:00:00'), quiet, 'Asia/Shanghai')).toThrow('calendar.badTime');
});
