import { type Day, shiftDay } from './day.ts';

/** An all-day calendar entry. */
export interface CalendarEntry {
  /** Stable for the life of the record: a calendar finds its existing entry by it. */
  readonly uid: string;
  /** Grows with each change, so that the latest one wins. */
  readonly sequence: number;
  /** When it was last changed. */
  readonly changedAt: Date;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  readonly cancelled: boolean;
}

/** The most octets in a line without its line break (RFC 5545, 3.1). */
const LONGEST = 75;

/** A calendar with one entry, as `text/calendar` (RFC 5545): importing it again after a change moves or removes the entry. */
export function writeIcs(entry: CalendarEntry): string {
  const { uid, sequence, changedAt, day, summary, description, cancelled } = entry;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//qmbot//qmbot//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${changedAt.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(shiftDay(day, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const compact = (day: Day) => day.replaceAll('-', '');

/** Text as a property value (RFC 5545, 3.3.11); control characters are not allowed in one. */
const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** Folds a long line: it continues after a space, and no character is split. */
function folded(line: string): string {
  const parts = [''];
  let size = 0;
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (size + octets > LONGEST) {
      parts.push('');
      size = 1;
    }
    parts[parts.length - 1] += letter;
    size += octets;
  }
  return parts.join('\r\n ');
}
