import { type Day, shiftDay } from './day.ts';

/** An entry of a calendar that lasts a day. */
export interface CalendarEntry {
  /** The same for as long as there is the matter: by it a calendar finds the entry that it has. */
  readonly uid: string;
  /** Grows with each change, so that the later one holds. */
  readonly sequence: number;
  /** When it was changed last. */
  readonly changedAt: Date;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  readonly cancelled: boolean;
}

/** The most octets of a line without its end (RFC 5545, 3.1). */
const LONGEST = 75;

/** A calendar of one entry, as `text/calendar` (RFC 5545): imported again after a change, the entry moves, or goes. */
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

/** A text as a value (RFC 5545, 3.3.11); control characters have no place in one. */
const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** A long line goes on behind a space; no letter is cut in two. */
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
