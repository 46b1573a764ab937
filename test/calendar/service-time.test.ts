import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCalendar } from '../../src/calendar/create-calendar.ts';
import { addServiceTime, type Pause, type ServiceHours, serviceTimeBetween } from '../../src/calendar/service-time.ts';

const calendar = createCalendar({ kind: 'cn', zone: 'Asia/Shanghai' });
const office: ServiceHours = {
  calendar,
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '18:00' },
  ],
};
const boston: ServiceHours = {
  calendar: createCalendar({ kind: 'weekdays', zone: 'America/New_York' }),
  hours: [{ from: '00:00', to: '05:00' }],
};
/** An instant by the clock of Shanghai. */
const at = (text: string) => new Date(`${text}:00+08:00`);
const pause = (from: string, to: string | null): Pause => ({ from: at(from), to: to === null ? null : at(to) });

test.each([
  {
    what: '7x24, the clock never stops',
    from: '2026-11-21T22:00',
    minutes: 240,
    hours: 'always',
    to: '2026-11-22T02:00',
  },
  { what: 'within a morning', from: '2026-11-24T09:10', minutes: 60, hours: office, to: '2026-11-24T10:10' },
  { what: 'over lunch', from: '2026-11-24T11:30', minutes: 60, hours: office, to: '2026-11-24T14:00' },
  { what: 'before work begins', from: '2026-11-24T06:00', minutes: 30, hours: office, to: '2026-11-24T09:30' },
  { what: 'over the night', from: '2026-11-24T17:30', minutes: 60, hours: office, to: '2026-11-25T09:30' },
  { what: 'over a weekend', from: '2026-11-27T17:00', minutes: 120, hours: office, to: '2026-11-30T10:00' },
  {
    what: 'over the National Day holiday',
    from: '2025-09-30T17:00',
    minutes: 120,
    hours: office,
    to: '2025-10-09T10:00',
  },
  { what: 'a make-up Sunday counts', from: '2025-09-27T17:00', minutes: 120, hours: office, to: '2025-09-28T11:00' },
  { what: 'to the last minute of a day', from: '2026-11-24T17:00', minutes: 60, hours: office, to: '2026-11-24T18:00' },
] as const)('$what: $minutes minutes from $from end at $to', ({ from, minutes, hours, to }) => {
  expect(addServiceTime(at(from), minutes, hours)).toEqual(at(to));
});

test('a pause puts the end off by the service time in it, and no more', () => {
  const start = at('2026-11-24T16:00');
  expect(addServiceTime(start, 60, office, [pause('2026-11-24T16:30', '2026-11-24T17:00')])).toEqual(
    at('2026-11-24T17:30'),
  );
  // The night between is no service time: half an hour of this pause counts on each side of it.
  expect(addServiceTime(start, 120, office, [pause('2026-11-24T17:30', '2026-11-25T09:30')])).toEqual(
    at('2026-11-25T10:00'),
  );
  expect(addServiceTime(start, 60, office, [pause('2026-11-24T18:00', '2026-11-25T08:00')])).toEqual(
    at('2026-11-24T17:00'),
  );
});

test('while a pause lasts there is no end, unless it had come before', () => {
  const start = at('2026-11-24T09:00');
  expect(addServiceTime(start, 60, 'always', [pause('2026-11-24T09:30', null)])).toBeNull();
  expect(addServiceTime(start, 60, 'always', [pause('2026-11-24T10:30', null)])).toEqual(at('2026-11-24T10:00'));
  expect(addServiceTime(start, 60, office, [pause('2026-11-24T08:00', null)])).toBeNull();
});

test('the hour that a change of the clocks leaves out is not counted', () => {
  // New York goes from 02:00 to 03:00 on the 8th of March 2026: from midnight to five there are four hours.
  const everyDay: ServiceHours = {
    calendar: { zone: 'America/New_York', isWorkingDay: () => ({ working: true }) },
    hours: [{ from: '00:00', to: '05:00' }],
  };
  expect(addServiceTime(new Date('2026-03-08T05:00:00Z'), 300, everyDay)).toEqual(new Date('2026-03-09T05:00:00Z'));
});

test('hours of a calendar without any working day are refused, not walked for ever', () => {
  const never: ServiceHours = {
    calendar: { zone: 'Asia/Shanghai', isWorkingDay: () => ({ working: false }) },
    hours: [{ from: '09:00', to: '18:00' }],
  };
  expect(() => addServiceTime(at('2026-11-24T09:00'), 1, never)).toThrow('calendar.noServiceTime');
});

const instant = fc.date({ min: at('2026-01-01T00:00'), max: at('2026-12-01T00:00'), noInvalidDate: true });
const minutes = fc.integer({ min: 1, max: 6000 });
const hours = fc.constantFrom<ServiceHours>('always', office, boston);
const pauses = fc.array(
  fc.record({ from: instant, length: fc.integer({ min: 0, max: 5 * 86_400_000 }) }).map(
    ({ from, length }): Pause => ({
      from,
      to: new Date(from.getTime() + length),
    }),
  ),
  { maxLength: 4 },
);

test('as much service time lies before the end as was given', () => {
  fc.assert(
    fc.property(instant, minutes, hours, pauses, (start, given, open, stops) => {
      const end = addServiceTime(start, given, open, stops);
      expect(end && serviceTimeBetween(start, end, open, stops)).toBe(given * 60_000);
    }),
  );
});

test('a longer time never ends earlier, and a pause more never makes it end earlier', () => {
  fc.assert(
    fc.property(instant, minutes, minutes, hours, pauses, (start, given, more, open, stops) => {
      const end = Number(addServiceTime(start, given, open, stops));
      expect(Number(addServiceTime(start, given + more, open, stops))).toBeGreaterThan(end);
      expect(Number(addServiceTime(start, given, open, stops.slice(1)))).toBeLessThanOrEqual(end);
    }),
  );
});

test('given in two parts it ends at the same instant', () => {
  fc.assert(
    fc.property(instant, minutes, minutes, hours, pauses, (start, first, second, open, stops) => {
      const middle = addServiceTime(start, first, open, stops) ?? start;
      expect(addServiceTime(middle, second, open, stops)).toEqual(addServiceTime(start, first + second, open, stops));
    }),
  );
});
