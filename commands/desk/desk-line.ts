import { dayOf } from '../../src/calendar/day.ts';
import { formatDay } from '../../src/calendar/format.ts';
import type { Line } from '../../src/chat/card.ts';
import { bold, plain } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { openButton } from '../../src/records/card/draw-buttons.ts';
import { label } from '../../src/records/say.ts';
import { type DeskRow, wantedAt } from '../../src/records/store/desk-repository.ts';
import type { Context } from '../context.ts';

/** A record in one line: number, title, state, due day, and a button that opens it. */
export function deskLine(
  row: DeskRow,
  { locale, now, org, person }: Pick<Context, 'locale' | 'now' | 'org' | 'person'>,
): Line {
  const { number, type, title, state } = row;
  const wanted = wantedAt(row);
  const day = Number.isFinite(wanted) ? dayOf(new Date(wanted), org.siteOfPerson(person.id).zone) : null;
  const parts = [
    label(`${type}.state.${state}`, locale),
    ...(day === null ? [] : [formatDay(day, locale)]),
    ...(wanted < now.getTime() ? [translate(locale, 'due.justOver')] : []),
  ];
  return {
    text: [bold(number), plain(` ${title}\n${parts.join(' · ')}`)],
    button: openButton(number, translate(locale, 'common.open')),
  };
}
