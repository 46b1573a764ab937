import { type Day, isDay, shiftDay, weekdayOf, yearOf } from './day.ts';

const relative: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['今天', 0],
  ['今日', 0],
  ['tomorrow', 1],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
]);

const weekdays: ReadonlyMap<string, number> = new Map(
  [
    ['mon', 'monday', '周一', '星期一', '礼拜一'],
    ['tue', 'tuesday', '周二', '星期二', '礼拜二'],
    ['wed', 'wednesday', '周三', '星期三', '礼拜三'],
    ['thu', 'thursday', '周四', '星期四', '礼拜四'],
    ['fri', 'friday', '周五', '星期五', '礼拜五'],
    ['sat', 'saturday', '周六', '星期六', '礼拜六'],
    ['sun', 'sunday', '周日', '星期日', '星期天', '周天', '礼拜天'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/**
 * The day that a word means: `2026-12-01`, `12-01`, `12/1`, `12月1日`, `tomorrow`, `明天`, `Friday`, `下周三`. A day without a year is the next such day
 * from `from` on; so is a weekday. Undefined for any other word, and for a day that does not exist.
 */
export function readDay(said: string, from: Day): Day | undefined {
  const word = said.normalize('NFKC').trim().toLowerCase();
  const shift = relative.get(word);
  if (shift !== undefined) return shiftDay(from, shift);
  return readWeekday(word, from) ?? readDate(word, from);
}

function readWeekday(word: string, from: Day): Day | undefined {
  const later = word.startsWith('下');
  const weekday = weekdays.get(later ? word.slice(1) : word);
  if (weekday === undefined) return undefined;
  const today = weekdayOf(from);
  // 下周三 is the Wednesday of next week, whichever day today is.
  return shiftDay(from, later ? 7 - today + weekday : (weekday - today + 7) % 7);
}

const DATE = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?$/;

function readDate(word: string, from: Day): Day | undefined {
  const [, year, month = '', day = ''] = DATE.exec(word) ?? [];
  if (month === '') return undefined;
  const inYear = (one: number) => `${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== undefined) return isDay(inYear(Number(year))) ? inYear(Number(year)) : undefined;
  // February 29 recurs within eight years.
  const years = Array.from({ length: 9 }, (_, index) => yearOf(from) + index);
  return years.map(inYear).find((candidate) => isDay(candidate) && candidate >= from);
}
