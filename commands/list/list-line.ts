import { dayOf } from '../../src/calendar/day.ts';
import { formatDayIn } from '../../src/calendar/format.ts';
import type { Line } from '../../src/chat/card.ts';
import { shortenText } from '../../src/chat/shorten-text.ts';
import { bold, type Inline, plain } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { openButton } from '../../src/records/card/draw-buttons.ts';
import { siteOf } from '../../src/records/decide/due.ts';
import { label } from '../../src/records/say.ts';
import type { RecordSummary } from '../../src/records/search/record-summary.ts';
import type { Context } from '../context.ts';

/** Characters of a title beside its number: with the button beside them, one line on a phone. */
const TITLE_WIDTH = 16;

/** A record in two lines: number and title; state, and its deadline, how late it is or when it was closed. */
export function listLine(record: RecordSummary, { locale, org, now }: Pick<Context, 'locale' | 'org' | 'now'>): Line {
  const { number, type, title, state, restricted } = record;
  const calendar = org.calendarOf(siteOf(record, org));
  const today = dayOf(now, calendar.zone);
  const said = (key: 'list.due' | 'list.closed', at: Date) =>
    translate(locale, key, { day: formatDayIn(dayOf(at, calendar.zone), Number(today.slice(0, 4)), locale) });
  const when = (): Inline[] => {
    const { closedAt, dueAt } = record;
    if (closedAt) return [plain(` · ${said('list.closed', closedAt)}`)];
    if (!dueAt) return [];
    const day = dayOf(dueAt, calendar.zone);
    if (now > dueAt) return [plain(' · '), bold(lateFor(calendar.workingDaysBetween(day, today), locale))];
    return [plain(` · ${day === today ? translate(locale, 'due.today') : said('list.due', dueAt)}`)];
  };
  const mark = restricted ? `${translate(locale, 'list.restricted')} ` : '';
  return {
    text: [
      bold(number),
      plain(` ${mark}${shortenText(title, TITLE_WIDTH - 2 * mark.length)}\n${label(`${type}.state.${state}`, locale)}`),
      ...when(),
    ],
    button: openButton(number, translate(locale, 'common.open')),
  };
}

function lateFor(days: number, locale: Context['locale']): string {
  if (days < 1) return translate(locale, 'due.justOver');
  return days === 1 ? translate(locale, 'due.over.one') : translate(locale, 'due.over', { days });
}
