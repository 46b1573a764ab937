import { describe, expect, test } from 'vitest';
import { type ServiceRow, serviceFigures } from '../../src/figures/service/compute.ts';
import { settingsSchema } from '../../src/org/settings.ts';
import { serviceRow } from './service-rows.ts';

const now = new Date('2026-11-01T00:00:00Z');
type Forms = ReturnType<typeof settingsSchema.parse>['figures'];
const figures = (rows: readonly ServiceRow[], forms: Partial<Forms> = {}, at = now) =>
  serviceFigures({ received: rows, due: rows }, at, settingsSchema.parse({ figures: forms }).figures);

const late = serviceRow({ metAt: '2026-10-05T06:00:00Z' });
const slowToRespond = serviceRow({ respondedAt: '2026-10-05T01:00:00Z' });

describe('SLA attainment', () => {
  test('is the share resolved in time of what fell due', () => {
    expect(figures([serviceRow(), late, slowToRespond]).attained).toEqual({ met: 2, of: 3 });
  });

  test('may be that of the response, or of both, as the company chose', () => {
    const rows = [serviceRow(), late, slowToRespond];
    expect(figures(rows, { slaAttainment: 'response' }).attained).toEqual({ met: 2, of: 3 });
    expect(figures(rows, { slaAttainment: 'both' }).attained).toEqual({ met: 1, of: 3 });
  });

  test('counts what is open and over its time as missed, and leaves out what is not due yet', () => {
    const open = serviceRow({ metAt: null, state: 'handling' });
    expect(figures([open]).attained).toEqual({ met: 0, of: 1 });
    expect(figures([open, serviceRow()], {}, new Date('2026-10-05T03:00:00Z')).attained).toEqual({ met: 0, of: 0 });
  });
});

describe('the incident resolution rate', () => {
  const open = serviceRow({ metAt: null, state: 'handling' });
  const cancelled = serviceRow({ metAt: null, state: 'cancelled' });

  test('is the share resolved of the incidents received; requests and cancelled ones are in none of it', () => {
    const request = serviceRow({ data: { kind: 'request' } });
    expect(figures([serviceRow(), open, cancelled, request]).resolved).toEqual({ met: 1, of: 2 });
  });

  test('in the sector’s other form is resolved of those that are over', () => {
    expect(figures([serviceRow(), open, cancelled], { resolutionRate: 'closed' }).resolved).toEqual({ met: 1, of: 2 });
  });
});

describe('the mean time to repair', () => {
  const waited = serviceRow({
    data: {
      restoredAt: '2026-10-05T01:30:00Z',
      pauses: [
        { from: '2026-10-05T00:10:00Z', to: '2026-10-05T00:30:00Z', reason: '' },
        { from: '2026-10-05T00:20:00Z', to: '2026-10-05T00:40:00Z', reason: '' },
      ],
    },
  });

  test('runs from the report until it works again', () => {
    expect(figures([serviceRow(), waited]).repair).toEqual({ value: 105, of: 2 });
  });

  test('leaves waiting for the customer out where the company says so, no minute twice', () => {
    expect(figures([waited], { repairTime: 'withoutWaiting' }).repair).toEqual({ value: 60, of: 1 });
  });

  test('is none of nothing', () => {
    expect(figures([]).repair).toEqual({ value: null, of: 0 });
  });
});
