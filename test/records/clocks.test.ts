import { describe, expect, test } from 'vitest';
import {
  type DeadlineClock,
  extended,
  punctualityOf,
  resumed,
  runningClock,
  stopped,
} from '../../src/records/shape/clocks.ts';

const at = (day: string) => new Date(`${day}T10:00:00Z`);
const clock = (change: Partial<DeadlineClock> = {}): DeadlineClock => ({
  step: 'issued',
  round: 0,
  startedAt: at('2026-11-02'),
  first: at('2026-11-09'),
  until: at('2026-11-09'),
  metAt: null,
  ...change,
});

describe('how a deadline was kept', () => {
  test.each([
    ['runs and has not passed', clock(), at('2026-11-03'), 'open'],
    ['was met in time', clock({ metAt: at('2026-11-09') }), at('2026-12-01'), 'onTime'],
    ['has passed and runs on', clock(), at('2026-11-10'), 'late'],
    ['was met late', clock({ metAt: at('2026-11-10') }), at('2026-12-01'), 'late'],
    [
      'was met after the first deadline and within the later one',
      clock({ until: at('2026-11-20'), metAt: at('2026-11-12') }),
      at('2026-12-01'),
      'lateExtended',
    ],
    [
      'was met within the first deadline, though a later one was given',
      clock({ until: at('2026-11-20'), metAt: at('2026-11-08') }),
      at('2026-12-01'),
      'onTime',
    ],
    ['was met after both', clock({ until: at('2026-11-20'), metAt: at('2026-11-21') }), at('2026-12-01'), 'late'],
  ] as const)('a clock that %s', (_name, row, now, kept) => {
    expect(punctualityOf(row, now)).toBe(kept);
  });
});

describe('the rows of a record', () => {
  test('stops the running clocks of the steps that are left, and no others', () => {
    const rows = [clock(), clock({ step: 'confirm' })];
    expect(stopped(rows, ['issued'], at('2026-11-05'))).toEqual([clock({ metAt: at('2026-11-05') }), rows[1]]);
  });

  test('lets the last clock of a step run on, with its first deadline', () => {
    const rows = [clock({ metAt: at('2026-11-03') }), clock({ startedAt: at('2026-11-04'), metAt: at('2026-11-05') })];
    expect(resumed(rows, 'issued')).toEqual([rows[0], { ...rows[1], metAt: null }]);
    expect(resumed(rows, 'submitted')).toBeNull();
  });

  test('gives the running clock longer and keeps its first deadline', () => {
    const later = extended([clock()], 'issued', at('2026-11-20'));
    expect(runningClock(later, 'issued')).toMatchObject({ first: at('2026-11-09'), until: at('2026-11-20') });
  });
});
