import type { Block, Button, Card, Fact, Tone } from '../../chat/card.ts';
import { bold, plain, type Text, words } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { nameOf } from '../../org/organisation.ts';
import { siteOf } from '../decide/due.ts';
import type { View } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import { type LocalizedMessage, label, say } from '../say.ts';
import { mayRead } from '../shape/access.ts';
import type { RecordOf } from '../shape/record.ts';
import { channelButtons, personalButtons } from './draw-buttons.ts';
import { commonBlocks, commonNotes, extendedNote } from './draw-common.ts';
import { dueNotes, dueText, isLate } from './draw-due.ts';
import { hiddenCard } from './draw-hidden.ts';
import { historyBlocks } from './draw-history.ts';
import { personText } from './person-text.ts';

/** How to draw a card. */
export interface CardOptions {
  /** `channel`: for everyone there. `personal`: with the viewer's buttons. `retired`: without buttons. */
  readonly as: 'channel' | 'personal' | 'retired';
  /** Why it is sent: a line at the top. */
  readonly lead?: LocalizedMessage;
}

/**
 * A record as a card. Always drawn from the saved record; the same record, view and options give the same card. A person who may not read it, and any
 * channel if it is restricted, gets a card that says so.
 */
export function drawCard<Data>(type: RecordType<Data>, record: RecordOf<Data>, view: View, drawing: CardOptions): Card {
  const { locale, viewer, org, now } = view;
  if (!mayRead(record, viewer, org, now)) return hiddenCard(locale);
  const title = cardTitle(type, record);
  const state = label(`${type.type}.state.${record.state}`, locale);
  return {
    title,
    tone: toneOf(type, record, view, drawing),
    summary: translate(locale, 'card.summary', { title, state }),
    blocks: [
      ...leadBlocks(record, view, drawing),
      { kind: 'facts', facts: factsOf(record, state, view) },
      ...(drawing.as === 'retired' ? [] : story(type, record, view)),
      ...buttonBlocks(buttonsOf(type, record, view, drawing)),
    ],
  };
}

/** The heading of a record's card and of its forms. */
export function cardTitle<Data>(type: RecordType<Data>, record: RecordOf<Data>): string {
  return `${record.number} · ${type.title(record.data)}`;
}

/** The body of a card that is still current: the reason for its deadline, its content, and its decisions. */
function story<Data>(type: RecordType<Data>, record: RecordOf<Data>, view: View): Block[] {
  return [
    ...notes(record, view),
    ...type.body(record, view),
    ...commonBlocks(record, view),
    ...historyBlocks(type, record, view),
  ];
}

function toneOf<Data>(type: RecordType<Data>, record: RecordOf<Data>, view: View, { as }: CardOptions): Tone {
  if (as === 'retired') return 'muted';
  if (record.open && isLate(record, view)) return 'late';
  return type.states[record.state]?.tone ?? 'neutral';
}

function leadBlocks(record: RecordOf<unknown>, view: View, { lead, as }: CardOptions): Block[] {
  const { locale, org } = view;
  if (as === 'retired') return [{ kind: 'note', text: words(translate(locale, 'card.closedNote')) }];
  if (!lead) return [];
  const zone = org.calendarOf(siteOf(record, org)).zone;
  return [{ kind: 'text', text: [bold(say(lead, { locale, org, zone }))] }];
}

function factsOf(record: RecordOf<unknown>, state: string, view: View): Fact[] {
  const { locale, org } = view;
  const department = record.departmentId === null ? undefined : org.department(record.departmentId);
  return [
    { label: translate(locale, 'card.state'), value: [bold(state)] },
    ...(record.ownerIds.length > 0
      ? [{ label: translate(locale, 'card.owner'), value: people(record.ownerIds, view) }]
      : []),
    ...(department
      ? [{ label: translate(locale, 'card.department'), value: words(nameOf(department.name, locale)) }]
      : []),
    ...(record.open && record.due ? [{ label: translate(locale, 'card.due'), value: dueText(record, view) }] : []),
  ];
}

/** At most three people, then how many more. */
function people(ids: readonly string[], view: View): Text {
  const { locale } = view;
  const separator = plain(translate(locale, 'common.listSeparator'));
  const shown = ids.slice(0, 3).flatMap((id, index) => [...(index > 0 ? [separator] : []), personText(id, view)]);
  const more = ids.length - 3;
  return more > 0 ? [...shown, plain(translate(locale, 'common.andMore', { listed: '', count: more }))] : shown;
}

function notes(record: RecordOf<unknown>, view: View): Block[] {
  const { locale } = view;
  const chain = record.ownedByChain;
  const lines = [
    ...commonNotes(record, view),
    ...(record.open ? [...dueNotes(record, view), ...extendedNote(record, view)] : []),
    ...(chain === null ? [] : [translate(locale, 'card.chain', { role: label(`role.${chain}`, locale) })]),
  ];
  return lines.length === 0 ? [] : [{ kind: 'note', text: words(lines.join('\n')) }];
}

function buttonsOf<Data>(type: RecordType<Data>, record: RecordOf<Data>, view: View, { as }: CardOptions): Button[] {
  switch (as) {
    case 'channel':
      return channelButtons(type, record, view);
    case 'personal':
      return personalButtons(type, record, view);
    case 'retired':
      return [];
    default:
      return as satisfies never;
  }
}

const buttonBlocks = (buttons: Button[]): Block[] => (buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }]);
