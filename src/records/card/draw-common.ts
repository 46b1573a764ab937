import { dayOf } from '../../calendar/day.ts';
import { formatDay, formatInstant } from '../../calendar/format.ts';
import type { Block } from '../../chat/card.ts';
import { bold, plain, words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { siteOf } from '../decide/due.ts';
import type { View } from '../declaration/record-context.ts';
import { label, personName } from '../say.ts';
import { runningClock } from '../shape/clocks.ts';
import type { RecordOf } from '../shape/record.ts';
import { evidenceBlocks } from './draw-evidence.ts';

/** The most recent comments a card shows. */
const COMMENTS = 3;

/** What was said, asked and attached around a record: requests, opinions, evidence, comments. */
export function commonBlocks(record: RecordOf<unknown>, view: View): Block[] {
  return [
    ...escalationBlocks(record, view),
    ...requestBlocks(record, view),
    ...opinionBlocks(record, view),
    ...evidenceBlocks(record, view),
    ...commentBlocks(record, view),
  ];
}

/** Notes that come first: that it is restricted, that it is a recurrence. */
export function commonNotes({ common }: RecordOf<unknown>, { locale }: View): string[] {
  return [
    ...(common.restricted ? [translate(locale, 'card.restricted')] : []),
    ...common.links.map(({ kind, number }) => translate(locale, `record.link.${kind}.of`, { number })),
  ];
}

/** That the deadline was extended, and from when. */
export function extendedNote(record: RecordOf<unknown>, { locale }: Pick<View, 'locale'>): string[] {
  const clock = runningClock(record.clocks, record.state);
  if (!clock || !record.due || clock.until.getTime() === clock.first.getTime()) return [];
  return [translate(locale, 'card.extended', { day: formatDay(dayOf(clock.first, record.due.zone), locale) })];
}

/** Who was told that the current deadline is missed. */
function escalationBlocks({ common, due }: RecordOf<unknown>, view: View): Block[] {
  const told = common.escalations.filter(({ dueAt }) => dueAt === due?.at.toISOString());
  if (!due || told.length === 0) return [];
  const { locale } = view;
  const lines = told.map(({ personId, at }) =>
    translate(locale, 'card.escalated', {
      person: personName(personId, view),
      at: formatDay(dayOf(new Date(at), due.zone), locale),
    }),
  );
  return [{ kind: 'text', text: words(lines.join('\n')) }];
}

function requestBlocks({ common }: RecordOf<unknown>, view: View): Block[] {
  const { locale } = view;
  return common.extensions
    .filter(({ outcome }) => outcome === undefined)
    .map(({ askedBy, day, reason }) => {
      const said = { person: personName(askedBy, view), day: formatDay(day, locale), text: reason };
      return { kind: 'text', text: words(translate(locale, 'card.extensionWaits', said)) };
    });
}

function opinionBlocks({ common }: RecordOf<unknown>, view: View): Block[] {
  const { locale } = view;
  if (common.opinions.length === 0) return [];
  const lines = common.opinions.map(({ of, answer, dueDay }) => {
    const person = personName(of, view);
    return answer === undefined
      ? translate(locale, 'card.opinionWaits', { person, day: formatDay(dueDay, locale) })
      : translate(locale, 'card.opinionGiven', { person, text: answer });
  });
  return [{ kind: 'text', text: [bold(translate(locale, 'card.opinion')), plain(`\n${lines.join('\n')}`)] }];
}

function commentBlocks(record: RecordOf<unknown>, view: View): Block[] {
  const { locale, org } = view;
  const { comments } = record.common;
  if (comments.length === 0) return [];
  const { zone } = org.calendarOf(siteOf(record, org));
  const before = comments.length - COMMENTS;
  const lines = comments.slice(-COMMENTS).map(({ by, at, text }) => {
    const said = { person: personName(by, view), at: formatInstant(new Date(at), zone, locale), text };
    return translate(locale, 'card.commentBy', said);
  });
  const all = [...(before > 0 ? [translate(locale, 'card.moreComments', { count: before })] : []), ...lines];
  return [{ kind: 'text', text: [bold(translate(locale, 'card.comments')), plain(`\n${all.join('\n')}`)] }];
}

/** The name of a duty. */
export function dutyName(type: string, step: string, { locale }: Pick<View, 'locale'>): string {
  const own = label(`${type}.duty.${step}`, locale);
  return own === `${type}.duty.${step}` ? label(`record.duty.${step}`, locale) : own;
}
