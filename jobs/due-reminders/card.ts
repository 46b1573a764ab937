import { yearOf } from '../../src/calendar/day.ts';
import { formatShortDay, formatWeekday } from '../../src/calendar/format.ts';
import type { NamePair } from '../../src/calendar/reason.ts';
import type { Block, Button, Card, Line } from '../../src/chat/card.ts';
import { shortenLetters } from '../../src/chat/shorten-text.ts';
import { bold, type Inline, plain, words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import { openButton } from '../../src/records/card/draw-buttons.ts';
import { dutyName } from '../../src/records/card/draw-common.ts';
import { moveKey } from '../../src/records/declaration/all-moves.ts';
import { label } from '../../src/records/say.ts';
import type { DueRemindersContent, ReminderItem } from './content.ts';

/** The most characters of a title in a line. */
const TITLE_LENGTH = 40;

/** The morning reminder as a card: what is due and since when, each with the button for its move, and *Snooze*. */
export function drawDueReminders(content: DueRemindersContent, locale: Locale): Card {
  const { own, standingIn, escalated, left } = content;
  const say = (key: MessageKey, params = {}) => translate(locale, key, params);
  const mine = [...own, ...standingIn.flatMap(({ items }) => items)];
  const summary = summaryOf(content, mine, locale);
  const heading = (text: string): Block => ({ kind: 'heading', text });
  const lines = (items: readonly ReminderItem[]): Block[] =>
    items.length === 0 ? [] : [{ kind: 'lines', lines: items.map((item) => lineOf(item, locale)) }];
  return {
    title: say('reminder.title'),
    tone: [...mine, ...escalated].some(({ late }) => late) ? 'late' : 'warning',
    summary,
    blocks: [
      { kind: 'text', text: words(summary) },
      ...lines(own),
      ...standingIn.flatMap(({ name, items }) => [
        heading(say('reminder.standingIn', { name: nameOf(name, locale) })),
        ...lines(items),
      ]),
      ...(escalated.length > 0 ? [heading(say('reminder.escalated')), escalatedLines(escalated, locale)] : []),
      ...(left > 0 ? [{ kind: 'note', text: words(say('reminder.more', { count: left })) } as const] : []),
      ...(mine.length > 0 ? [{ kind: 'note', text: words(say('reminder.help')) } as const] : []),
      { kind: 'buttons', buttons: [{ action: 'qm.mine', label: say('reminder.mine'), value: {} }] },
    ],
  };
}

/** "2 overdue, 1 due today": only those that occur. */
function summaryOf({ escalated, left }: DueRemindersContent, mine: readonly ReminderItem[], locale: Locale): string {
  const over = mine.filter(({ late }) => late).length;
  const soon = mine.filter(({ dueIn }) => dueIn > 0).length;
  const counts = [
    ['reminder.count.over', over],
    ['reminder.count.today', mine.length - over - soon],
    ['reminder.count.soon', soon],
    ['reminder.count.left', left],
    ['reminder.count.escalated', escalated.length],
  ] as const;
  const parts = counts.filter(([, count]) => count > 0).map(([key, count]) => translate(locale, key, { count }));
  const key = mine.length > 0 ? 'reminder.summary' : 'reminder.summary.others';
  return translate(locale, key, { counts: parts.join(translate(locale, 'reminder.separator')) });
}

function lineOf(item: ReminderItem, locale: Locale): Line {
  const { number, type, round, wants, escalatedTo } = item;
  const button: Button = wants
    ? { action: `${type}.${wants}`, label: label(moveKey(type, 'move', wants), locale), value: { number, round } }
    : openButton(number, translate(locale, 'record.open'));
  const told =
    escalatedTo.length > 0
      ? plain(`\n${translate(locale, 'reminder.told', { names: names(escalatedTo, locale) })}`)
      : null;
  return {
    text: [...textOf(item, locale), ...(told ? [told] : [])],
    button,
    also: { action: 'record.snooze', label: translate(locale, 'reminder.snooze'), value: { number } },
  };
}

function escalatedLines(items: DueRemindersContent['escalated'], locale: Locale): Block {
  const lines = items.map((item): Line => {
    const owners = translate(locale, 'reminder.owners', { names: names(item.owners, locale) });
    return {
      text: [...textOf(item, locale), plain(`\n${owners}`)],
      button: openButton(item.number, translate(locale, 'record.open')),
    };
  });
  return { kind: 'lines', lines };
}

function textOf(item: ReminderItem, locale: Locale): Inline[] {
  const { number, type, title, duty, day, late, overBy, dueIn, provisional } = item;
  const when = `${formatShortDay(day, locale)}${translate(locale, 'reminder.weekday', { weekday: formatWeekday(day, locale) })}`;
  const caution = provisional ? translate(locale, 'reminder.provisional', { year: yearOf(day) }) : '';
  const what = duty === null ? '' : ` · ${dutyName(type, duty, { locale })}`;
  return [
    bold(number),
    plain(`${what} ${shortenLetters(title, TITLE_LENGTH)}\n`),
    late ? bold(lateWords(overBy, when, locale)) : plain(dueWords(dueIn, when, locale)),
    ...(caution ? [plain(caution)] : []),
  ];
}

const names = (pairs: readonly NamePair[], locale: Locale) =>
  pairs.map((pair) => nameOf(pair, locale)).join(translate(locale, 'common.listSeparator'));

const lateWords = (days: number, when: string, locale: Locale) =>
  translate(locale, days === 1 ? 'reminder.over.one' : 'reminder.over', { days, when });

const dueWords = (dueIn: number, when: string, locale: Locale) =>
  translate(locale, dueIn > 0 ? 'reminder.soon' : 'reminder.today', { when });
