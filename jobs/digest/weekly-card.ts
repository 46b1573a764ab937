import { yearOf } from '../../src/calendar/day.ts';
import { formatDayRange, formatShortDay } from '../../src/calendar/format.ts';
import type { Block, Card, Chart, Line } from '../../src/chat/card.ts';
import { shortenLetters } from '../../src/chat/shorten-text.ts';
import { bold, type Inline, plain, words } from '../../src/chat/text.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { type MessageKey, type MessageParams, translate } from '../../src/i18n/translate.ts';
import { nameOf } from '../../src/org/organisation.ts';
import { dutyName } from '../../src/records/card/draw-common.ts';
import { satisfactionLine } from './satisfaction-card.ts';
import type { DigestGroup, DigestItem, WeeklyDigestContent } from './weekly-content.ts';

/** The most characters of a title in a line. */
const TITLE_LENGTH = 60;

/** A week's digest as a card: what is overdue by department, the oldest first, mentioning its owners; and how that changed. */
export function drawWeeklyDigest(content: WeeklyDigestContent, locale: Locale): Card {
  const say = (key: MessageKey, params?: MessageParams) => translate(locale, key, params);
  const { first, last, total, restricted } = content;
  const title = say('digest.title', { week: formatDayRange(first, last, yearOf(last), locale) });
  const hidden = restricted === null ? [] : [note(counted('digest.restricted', restricted, locale))];
  const served = [
    ...(content.satisfaction === null ? [] : [note(satisfactionLine(content.satisfaction, locale))]),
    ...(content.visits.length === 0 ? [] : [note(visitsLine(content.visits, locale))]),
  ];
  if (total === 0) {
    const text = say(content.before > 0 ? 'digest.allSettled' : 'digest.none', { count: content.before });
    return {
      title,
      tone: 'good',
      summary: text,
      blocks: [{ kind: 'text', text: words(text) }, ...served, ...hidden],
    };
  }
  const summary = counted('digest.total', total, locale);
  return {
    title,
    tone: 'late',
    summary: `${summary} ${changeOf(content, locale)}`,
    blocks: [
      { kind: 'text', text: [bold(summary), plain(` ${changeOf(content, locale)}`)] },
      ...chartOf(content, locale),
      ...content.groups.flatMap((group) => blocksOf(group, locale)),
      ...served,
      ...hidden,
      note(say('digest.help')),
      {
        kind: 'buttons',
        buttons: [{ action: 'qm.allOverdue', label: say('digest.all'), value: {} }],
      },
    ],
  };
}

const note = (text: string): Block => ({ kind: 'note', text: words(text) });

/** The week's customer visits, with their days. */
function visitsLine(visits: WeeklyDigestContent['visits'], locale: Locale): string {
  const named = visits.map(({ name, day }) =>
    translate(locale, 'digest.visit', { customer: nameOf(name, locale), day: formatShortDay(day, locale) }),
  );
  return translate(locale, 'digest.visits', { visits: named.join(translate(locale, 'common.listSeparator')) });
}

/** A message with a count, which English words differently for one. */
function counted(key: 'digest.total' | 'digest.restricted' | 'digest.more', count: number, locale: Locale): string {
  return translate(locale, count === 1 ? `${key}.one` : key, { count });
}

function changeOf({ before, fresh, settled }: WeeklyDigestContent, locale: Locale): string {
  return translate(locale, 'digest.change', { before, fresh, settled });
}

/** This week compared with last week by department; a single department has nothing to compare with. */
function chartOf({ groups, total, before }: WeeklyDigestContent, locale: Locale): Chart[] {
  if (groups.length < 2) return [];
  const say = (key: MessageKey, params?: MessageParams) => translate(locale, key, params);
  const name = (group: DigestGroup) => departmentName(group, locale);
  const [most] = groups;
  const alt = say('digest.chart.alt', { total, before, department: most ? name(most) : '', count: most?.count ?? 0 });
  return [
    {
      kind: 'chart',
      as: 'bar',
      title: say('digest.chart.title'),
      unit: say('digest.chart.unit'),
      categories: groups.map(name),
      series: [
        { name: say('digest.chart.lastWeek'), values: groups.map((group) => group.before), tone: 'muted' },
        { name: say('digest.chart.thisWeek'), values: groups.map(({ count }) => count), tone: 'late' },
      ],
      alt,
    },
  ];
}

const departmentName = ({ department }: DigestGroup, locale: Locale) =>
  department ? nameOf(department, locale) : translate(locale, 'digest.unassigned');

function blocksOf(group: DigestGroup, locale: Locale): Block[] {
  const { count, items } = group;
  if (count === 0) return [];
  const heading = translate(locale, 'digest.group', { department: departmentName(group, locale), count });
  const more = count - items.length;
  return [
    { kind: 'heading', text: heading },
    { kind: 'lines', lines: items.map((item) => lineOf(item, locale)) },
    ...(more > 0 ? [note(counted('digest.more', more, locale))] : []),
  ];
}

function lineOf(item: DigestItem, locale: Locale): Line {
  const { number, type, title, duty, owners, moreOwners, overBy, day, extended } = item;
  const say = (key: MessageKey, params?: MessageParams) => translate(locale, key, params);
  const separator = plain(say('common.listSeparator'));
  const mentions = owners.flatMap(({ name, userId }, index): Inline[] => [
    ...(index > 0 ? [separator] : []),
    { kind: 'person', name: nameOf(name, locale), ...(userId !== undefined && { userId }) },
  ]);
  const others = moreOwners > 0 ? [plain(say('digest.moreOwners', { count: moreOwners }))] : [];
  const due = say(extended ? 'digest.extended' : 'digest.due', { day: formatShortDay(day, locale) });
  const over = say(overBy === 1 ? 'digest.over.one' : 'digest.over', { days: overBy });
  return {
    text: [
      bold(number),
      plain(
        `${duty === null ? '' : ` · ${dutyName(type, duty, { locale })}`} ${shortenLetters(title, TITLE_LENGTH)}\n`,
      ),
      ...mentions,
      ...others,
      plain(mentions.length > 0 ? ' · ' : ''),
      bold(over),
      plain(say('digest.aside', { text: due })),
    ],
  };
}
