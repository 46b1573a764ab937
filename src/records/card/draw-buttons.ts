import type { Button } from '../../chat/card.ts';
import { translate } from '../../i18n/translate.ts';
import { mayMake } from '../decide/perform.ts';
import { moveKey } from '../declaration/all-moves.ts';
import type { Move } from '../declaration/move.ts';
import type { View } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import { label } from '../say.ts';
import type { RecordOf } from '../shape/record.ts';

/** The most buttons a card shows; the rest are reached by *Open* or by command. */
const MOST = 8;
/** The most buttons behind *More*. */
const MOST_MORE = 20;

/** In a channel: the moves of the state's owners, and *Open*, which answers privately with the moves of the person who presses it. */
export function channelButtons<Data>(type: RecordType<Data>, record: RecordOf<Data>, view: View): Button[] {
  const owner = type.states[record.state]?.owner?.id;
  const owned = offeredMoves(type, record).filter(([, { by }]) => by.some(({ id }) => id === owner));
  const buttons = onCard(owned).map(([name, move]) => moveButton(type, record, name, move, view));
  return [...buttons, openButton(record.number, translate(view.locale, 'record.open'))];
}

/** In a direct message or a private answer: what the viewer may do now. */
export function personalButtons<Data>(type: RecordType<Data>, record: RecordOf<Data>, view: View): Button[] {
  const open = openMoves(type, record, view);
  const first = onCard(open);
  const buttons = first.map(([name, move]) => moveButton(type, record, name, move, view));
  const more = open.length > first.length ? [moreButton(record.number, view)] : [];
  return [...buttons, ...more];
}

/** The viewer's other moves, for the card behind *More*. */
export function moreButtons<Data>(type: RecordType<Data>, record: RecordOf<Data>, view: View): Button[] {
  const open = openMoves(type, record, view);
  const first = new Set(onCard(open));
  return open
    .filter((move) => !first.has(move))
    .slice(0, MOST_MORE)
    .map(([name]) => moveButton(type, record, name, {}, view));
}

/** The moves on the card itself, in order. Primary moves are always kept, however many come before them. */
function onCard<Data>(moves: RecordType<Data>['allMoves']): RecordType<Data>['allMoves'] {
  const open = moves.filter(([, { secondary }]) => !secondary);
  const wanted = open.filter(([, { style }]) => style === 'primary').slice(0, MOST - 1);
  const others = open.filter((move) => !wanted.includes(move)).slice(0, MOST - 1 - wanted.length);
  return open.filter((move) => wanted.includes(move) || others.includes(move));
}

/** The moves the viewer may make now. */
function openMoves<Data>(type: RecordType<Data>, record: RecordOf<Data>, view: View): RecordType<Data>['allMoves'] {
  const { viewer } = view;
  if (viewer === null) return [];
  const actor = { kind: 'person', id: viewer, via: view.platform } as const;
  return offeredMoves(type, record).filter(
    ([name]) => mayMake(type, record, { move: name, actor, round: null }, view) === null,
  );
}

/** The button that privately shows a person's other moves. */
function moreButton(number: string, { locale }: View): Button {
  return { action: 'record.more', label: translate(locale, 'record.more'), value: { number } };
}

/** The button that opens a record privately, with the person's own buttons. */
export function openButton(number: string, text: string): Button {
  return { action: 'record.open', label: text, value: { number } };
}

function offeredMoves<Data>(type: RecordType<Data>, record: RecordOf<Data>): RecordType<Data>['allMoves'] {
  return type.allMoves.filter(
    ([, move]) => move.by.length > 0 && move.from.includes(record.state) && move.offered?.(record) !== false,
  );
}

function moveButton<Data>(
  type: RecordType<Data>,
  record: RecordOf<Data>,
  name: string,
  { style }: Pick<Move<Data>, 'style'>,
  { locale }: View,
): Button {
  return {
    action: `${type.type}.${name}`,
    label: label(moveKey(type.type, 'move', name), locale),
    value: { number: record.number, round: record.round },
    ...(style && { style }),
  };
}
