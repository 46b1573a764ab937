import { yearOf } from '../src/calendar/day.ts';
import { formatShortDay, formatWeekday } from '../src/calendar/format.ts';
import type { Block, Card, Line } from '../src/chat/card.ts';
import { bold, type Inline, plain, words } from '../src/chat/text.ts';
import type { Locale } from '../src/i18n/locale.ts';
import { type MessageKey, translate } from '../src/i18n/translate.ts';
import { nameOf } from '../src/org/organisation.ts';
import type { DueRemindersContent, ReminderItem } from './due-reminders-content.ts';

/** The most lines of one reminder; how many more there are is said under them. */
const MOST_LINES = 20;
/** The most characters of a title in a line. */
const TITLE_LENGTH = 60;

/** The morning's reminder as a card: what is due and since when, each with a button that opens it. */
export function drawDueReminders({ own, standingIn }: DueRemindersContent, locale: Locale): Card {
  const say = (key: MessageKey, params = {}) => translate(locale, key, params);
  const all = [...own, ...standingIn.flatMap(({ items }) => items)];
  const summary = summaryOf(all, locale);
  const groups = limited([{ name: null, items: own }, ...standingIn]);
  const left = all.length - groups.reduce((count, { items }) => count + items.length, 0);
  const blocks = groups.flatMap(({ name, items }): Block[] => [
    ...(name ? [{ kind: 'heading', text: say('reminder.standingIn', { name: nameOf(name, locale) }) } as const] : []),
    { kind: 'lines', lines: items.map((item) => lineOf(item, locale)) },
  ]);
  return {
    title: say('reminder.title'),
    tone: all.some(({ overBy }) => overBy > 0) ? 'late' : 'warning',
    summary,
    blocks: [
      { kind: 'text', text: words(summary) },
      ...blocks,
      ...(left > 0 ? [{ kind: 'note', text: words(say('reminder.more', { count: left })) } as const] : []),
      { kind: 'note', text: words(say('reminder.help')) },
    ],
  };
}

interface Group {
  readonly name: DueRemindersContent['standingIn'][number]['name'] | null;
  readonly items: readonly ReminderItem[];
}

/** The groups with no more lines than fit, and none without lines. */
function limited(groups: readonly Group[]): Group[] {
  let room = MOST_LINES;
  return groups
    .map(({ name, items }) => {
      const shown = items.slice(0, room);
      room -= shown.length;
      return { name, items: shown };
    })
    .filter(({ items }) => items.length > 0);
}

/** "2 overdue, 1 due today": only what there is. */
function summaryOf(items: readonly ReminderItem[], locale: Locale): string {
  const over = items.filter(({ overBy }) => overBy > 0).length;
  const soon = items.filter(({ dueIn }) => dueIn > 0).length;
  const today = items.length - over - soon;
  const counts = [
    ['reminder.count.over', over],
    ['reminder.count.today', today],
    ['reminder.count.soon', soon],
  ] as const;
  const parts = counts.filter(([, count]) => count > 0).map(([key, count]) => translate(locale, key, { count }));
  return translate(locale, 'reminder.summary', { counts: parts.join(translate(locale, 'reminder.separator')) });
}

function lineOf({ number, title, day, overBy, dueIn, provisional }: ReminderItem, locale: Locale): Line {
  const when = `${formatShortDay(day, locale)}${translate(locale, 'reminder.weekday', { weekday: formatWeekday(day, locale) })}`;
  const caution = provisional ? translate(locale, 'reminder.provisional', { year: yearOf(day) }) : '';
  const text: Inline[] = [
    bold(number),
    plain(` ${shorten(title)}\n`),
    overBy > 0 ? bold(lateWords(overBy, when, locale)) : plain(dueWords(dueIn, when, locale)),
    ...(caution ? [plain(caution)] : []),
  ];
  const label = translate(locale, 'record.open');
  return { text, button: { action: 'record.open', label, value: { number } } };
}

const lateWords = (days: number, when: string, locale: Locale) =>
  translate(locale, days === 1 ? 'reminder.over.one' : 'reminder.over', { days, when });

const dueWords = (dueIn: number, when: string, locale: Locale) =>
  translate(locale, dueIn > 0 ? 'reminder.soon' : 'reminder.today', { when });

function shorten(title: string): string {
  const letters = Array.from(title);
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH - 1).join('')}…` : title;
}
