import { formatInstant } from '../../calendar/format.ts';
import type { Block } from '../../chat/card.ts';
import { plain, type Text } from '../../chat/text.ts';
import { translate } from '../../i18n/translate.ts';
import { siteOf } from '../decide/due.ts';
import { moveKey, moveOf } from '../declaration/all-moves.ts';
import type { View } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import { label, personName } from '../say.ts';
import type { Actor } from '../shape/actor.ts';
import type { HistoryEntry } from '../shape/history.ts';
import type { RecordOf } from '../shape/record.ts';

/** The number of recent decisions a card shows. */
const SHOWN = 4;

/** The latest decisions on a record, newest last, in small print. Draft steps are left out. */
export function historyBlocks<Data>(type: RecordType<Data>, record: RecordOf<Data>, view: View): Block[] {
  const decisions = record.history.filter(({ move }) => moveOf(type, move)?.draft !== true);
  const before = decisions.length - SHOWN;
  const lines: Text = [
    ...(before > 0 ? [plain(`${translate(view.locale, 'card.moreBefore', { count: before })}\n`)] : []),
    plain(
      decisions
        .slice(-SHOWN)
        .map((entry) => lineOf(entry, type.type, record, view))
        .join('\n'),
    ),
  ];
  return [{ kind: 'divider' }, { kind: 'note', text: lines }];
}

function lineOf(entry: HistoryEntry, type: string, record: RecordOf<unknown>, view: View): string {
  const { locale, org } = view;
  const zone = org.calendarOf(siteOf(record, org)).zone;
  const { actor } = entry;
  const who = nameOfActor(actor, view);
  const at = formatInstant(new Date(entry.at), zone, locale);
  const done = label(moveKey(type, 'done', entry.move), locale);
  if (actor.kind === 'person' && actor.standingInFor !== undefined) {
    const absent = personName(actor.standingInFor, view);
    return `${at}  ${translate(locale, 'card.standingIn', { who, absent })} ${done}`;
  }
  return `${at}  ${who} ${done}`;
}

function nameOfActor(actor: Actor, view: View): string {
  switch (actor.kind) {
    case 'person':
      return personName(actor.id, view);
    case 'customer':
      return translate(view.locale, 'customer.name');
    case 'source':
      return actor.name;
    case 'system':
      return translate(view.locale, 'system.name');
    default:
      return actor satisfies never;
  }
}
