import { isDay } from '../../calendar/day.ts';
import { instantAt } from '../../calendar/instant-at.ts';

const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2})[:：时](\d{1,2})分?(?:[:：](\d{1,2})(?:\.\d+)?秒?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * The instant in a cell, as ISO 8601 in UTC: `2026-11-23 08:30`, `2026/11/23 8:30:15`, `2026年11月23日 8:30`; without its own zone, read in `zone`. A
 * day alone means its beginning. Null for anything else.
 */
export function readTime(said: string, zone: string): string | null {
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', offset] =
    written.exec(said.normalize('NFKC').trim()) ?? [];
  const two = (digits: string) => digits.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  if (!isDay(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const clock = `${two(hour)}:${two(minute)}`;
  const at =
    offset === undefined ? instantAt(date, clock, zone) : new Date(`${date}T${clock}:00${offset.toUpperCase()}`);
  return Number.isNaN(at.getTime()) ? null : new Date(at.getTime() + Number(second) * 1000).toISOString();
}
