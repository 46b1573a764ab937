import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Conversation, openConversation, textOf, textOfCard } from '../../worlds/conversation.ts';
import { buttonsOf, cardIn, owedIn, pressOn, storedIn } from './calling.ts';
import { agent, colleague, served } from './served.ts';

let room: Conversation;
beforeEach(async () => {
  room = await openConversation(served());
});
afterEach(() => room.close());

test('one press opens a complaint, and the call goes on in the same card with its number; pressed twice it is the same', async () => {
  const number = await owedIn(room, 1);
  await owedIn(room, 2, 'sun-li', '2026-11-23T01:30:00.000Z');
  const first = await room.say(agent, '/callback');
  // Nothing carries effects here: the number is late.
  const opened = await pressOn(room, agent, first, '客户投诉');
  expect(textOfCard(cardIn(opened))).toMatch(/IN-2026-0001 · [\s\S]*已登记投诉，编号稍后显示/);
  expect(buttonsOf(opened).map(({ label }) => label)).not.toContain('客户投诉');
  const system = { kind: 'system', name: 'outbox' } as const;
  const told = {
    move: 'complained',
    answers: { number: 'CP-2026-0001' },
    actor: system,
    interaction: 'told',
    round: null,
  };
  await room.engine.records.perform({ number }, told);
  const twice = await pressOn(room, agent, first, '客户投诉');
  expect(textOf(twice)).toBe('已登记投诉 CP-2026-0001');
  expect(textOfCard(cardIn(twice))).toMatch(/还有 2 条可回访，本次已完成 0 条[\s\S]*已登记投诉 CP-2026-0001 \[打开\]/);
  const record = await room.engine.records.load({ number });
  expect(record?.effects.filter(({ kind }) => kind === 'raise')).toHaveLength(1);
  const next = await pressOn(room, agent, twice, '不满意');
  expect(textOfCard(cardIn(next))).toContain('IN-2026-0002');
  expect((await storedIn(room, number)).data.answer).toMatchObject({ score: 2, complaint: true });
});

test('two agents who press at once open one complaint, and a user who may not call opens none', async () => {
  const number = await owedIn(room, 1);
  const wish = { number, calls: 0 };
  const byEmily = () => room.press('emily', 'callback.complain', wish);
  expect(textOf(await byEmily())).toContain('not yours to take');
  await Promise.all([agent, colleague].map((who) => room.press(who, 'callback.complain', wish)));
  const record = await room.engine.records.load({ number });
  expect(record?.effects.filter(({ kind }) => kind === 'raise')).toHaveLength(1);
  expect(textOf(await byEmily())).toContain('not yours to take');
});
