import { expect, test } from 'vitest';
import { writeIcs } from '../../src/calendar/write-ics.ts';

const entry = {
  uid: 'a1@qmbot',
  sequence: 2,
  changedAt: new Date('2026-11-23T02:00:00.123Z'),
  day: '2026-12-31',
  summary: '拜访：滨海地铁集团',
  description: 'VS-2026-0001',
  cancelled: false,
};

test('a day is an entry that ends where the next day begins, under its uid and sequence', () => {
  expect(writeIcs(entry)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//qmbot//qmbot//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:a1@qmbot',
      'SEQUENCE:2',
      'DTSTAMP:20261123T020000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:拜访：滨海地铁集团',
      'DESCRIPTION:VS-2026-0001',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
  expect(writeIcs({ ...entry, cancelled: true })).toContain('STATUS:CANCELLED');
});

test('what people wrote ends no line and begins no property, and long lines are folded between letters', () => {
  const description = `a\\b;c,d\r\nATTACH:x\u0007${'很长的说明😀'.repeat(20)}`;
  const text = writeIcs({ ...entry, description });
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = text.replaceAll('\r\n ', '');
  expect(unfolded).toContain(`DESCRIPTION:a\\\\b\\;c\\,d\\nATTACH:x ${'很长的说明😀'.repeat(20)}\r\n`);
  expect(unfolded).not.toMatch(/^ATTACH/m);
});
