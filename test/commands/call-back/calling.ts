import type { Button, Card } from '../../../src/chat/card.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { callBackData } from '../../../src/quality/call-back/call-back-data.ts';
import { type Conversation, textOf } from '../../worlds/conversation.ts';

/** An incident that was resolved, with its call-back, due 24 hours after. */
export async function owedIn(
  room: Conversation,
  count: number,
  contactId = 'qian-ming',
  resolvedAt = '2026-11-23T01:00:00.000Z',
  title = '闸机不能刷卡',
) {
  const about = `IN-2026-${String(count).padStart(4, '0')}`;
  const created = await room.engine.records.create({
    type: 'callBack',
    number: `${about}-C1`,
    parentNumber: about,
    origin: `raised-${count}`,
    actor: { kind: 'system', name: 'outbox' },
    answers: {
      about,
      kind: 'incident',
      title,
      projectId: 'metro-3',
      customerId: 'metro',
      departmentId: 'omd',
      contactId,
      unasked: false,
      engineerId: 'huang-tao',
      place: 'remote',
      done: '更换了读卡器',
      resolvedAt,
      since: resolvedAt,
      sinceClosing: false,
    },
  });
  if (created.verdict !== 'created') throw new Error(JSON.stringify(created));
  return created.record.number;
}
/** What may be said of it. */
export type CallSaid = Parameters<typeof owedIn> extends [Conversation, ...infer Said] ? Said : never;

/** How it stands. */
export const storedIn = async (room: Conversation, number: string) => {
  const record = await room.engine.records.load({ number });
  return { state: record?.state, data: callBackData.parse(record?.data) };
};

/** The card that an answer shows, or puts in the place of the pressed one. */
export function cardIn(reply: Reply): Card {
  if (reply.kind === 'card') return reply.card;
  if (reply.kind === 'toast' && reply.next) return reply.next;
  throw new Error(`no card: ${textOf(reply)}`);
}

/** All its buttons. */
export const buttonsOf = (reply: Reply): Button[] =>
  cardIn(reply).blocks.flatMap((block) => {
    if (block.kind === 'buttons') return block.buttons;
    return block.kind === 'lines' ? block.lines.flatMap(({ button }) => (button ? [button] : [])) : [];
  });

/** Presses a button of a card by what is written on it. */
export function pressOn(room: Conversation, who: string, reply: Reply, label: string) {
  const button = buttonsOf(reply).find((one) => one.label === label);
  if (!button)
    throw new Error(
      `no button ${label} among ${buttonsOf(reply)
        .map((one) => one.label)
        .join()}`,
    );
  return room.press(who, button.action, button.value);
}
