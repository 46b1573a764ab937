import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Button, Card } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { type Conversation, openConversation, textOf, textOfCard } from '../worlds/conversation.ts';

let room: Conversation;
beforeEach(async () => {
  room = await openConversation();
});
afterEach(() => room.close());

function cardIn(reply: Reply): Card {
  if (reply.kind === 'card') return reply.card;
  if (reply.kind === 'toast' && reply.next) return reply.next;
  throw new Error(`no card: ${textOf(reply)}`);
}

function buttonOf(reply: Reply, label: string): Button {
  const buttons = cardIn(reply).blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  const button = buttons.find((one) => one.label === label);
  if (!button) throw new Error(`no button ${label} among ${buttons.map((one) => one.label).join()}`);
  return button;
}

const press = (who: string, reply: Reply, label: string) => {
  const { action, value } = buttonOf(reply, label);
  return room.press(who, action, value);
};

/** Rejects the item that is open, with its form. */
async function reject(who: string, reply: Reply): Promise<Reply> {
  const asked = await press(who, reply, '不成立');
  if (asked.kind !== 'form') throw new Error(textOf(asked));
  return room.submit(who, asked.form.id, asked.form.context, { reason: '不属于不符合项' });
}

test('"我的审批" opens the first of what may be decided and names the rest', async () => {
  for (let count = 0; count < 3; count++) await room.reported();
  const reply = await room.say('chen-jing', '我的审批');
  const text = textOfCard(cardIn(reply));
  expect(text).toContain('第 1 项，共 3 项');
  expect(text).toContain('FD-2026-0001 · 值班日志缺少两天的巡检记录');
  expect(text).toMatch(/接下来\nFD-2026-0002 [\s\S]*FD-2026-0003/);
  expect(textOf(await room.say('chen-jing', '/qm approvals'))).toContain('第 1 项，共 3 项');
});

test('after each decision the next item follows, until there is none left', async () => {
  for (let count = 0; count < 2; count++) await room.reported();
  const first = await room.say('chen-jing', '我的审批');
  const second = await reject('chen-jing', first);
  expect(textOf(second)).toContain('FD-2026-0001：已认定不成立');
  expect(textOf(second)).toContain('第 2 项，共 2 项');
  expect(second).toMatchObject({ kind: 'card', replaces: true });
  const end = await reject('chen-jing', second);
  expect(textOf(end)).toContain('都处理完了');
  expect(cardIn(end).tone).toBe('good');
});

test('an item that is left for later stays, and what was left is said at the end', async () => {
  for (let count = 0; count < 2; count++) await room.reported();
  const first = await room.say('chen-jing', '我的审批');
  const second = await press('chen-jing', first, '稍后再看');
  expect(textOfCard(cardIn(second))).toContain('FD-2026-0002');
  const end = await press('chen-jing', second, '稍后再看');
  expect(textOfCard(cardIn(end))).toContain('还有 2 项留待稍后处理');
  expect(textOf(await room.say('chen-jing', '我的审批'))).toContain('共 2 项');
});

test('an item that another user settles in the meantime is skipped, with a note of who it was', async () => {
  for (let count = 0; count < 2; count++) await room.reported();
  const mine = await room.say('chen-jing', '我的审批');
  await reject('sun-yue', await room.say('sun-yue', '我的审批'));
  const next = await press('chen-jing', mine, '不成立');
  expect(textOfCard(cardIn(next))).toContain('孙悦');
  expect(textOfCard(cardIn(next))).toContain('FD-2026-0002');
});

test('a comment on the open item keeps it open, in its place', async () => {
  for (let count = 0; count < 2; count++) await room.reported();
  const first = await room.say('chen-jing', '我的审批');
  const { value } = buttonOf(first, '不成立');
  const asked = await room.press('chen-jing', 'finding.comment', value);
  if (asked.kind !== 'form') throw new Error(textOf(asked));
  const after = await room.submit('chen-jing', asked.form.id, asked.form.context, { comment: '先问一下现场' });
  expect(textOf(after)).toContain('第 1 项，共 2 项');
  expect(textOf(after)).toContain('FD-2026-0001 ·');
});

test('a place in the queue that was tampered with is a hint and no more', async () => {
  await room.reported();
  const first = await room.say('chen-jing', '我的审批');
  const { action, value } = buttonOf(first, '不成立');
  const asked = await room.press('chen-jing', action, { ...value, at: 'x', of: -5 });
  expect(asked.kind).toBe('form');
  expect(
    textOf(await room.press('huang-tao', 'qm.later', { number: 'FD-2026-0001', at: 1, of: 1, skipped: 0 })),
  ).toContain('已留到稍后');
});

test('who has nothing to decide is told so calmly; a deputy decides for whom they stand in', async () => {
  await room.reported();
  expect(textOf(await room.say('huang-tao', '我的审批'))).toContain('都处理完了');
  expect(textOf(await room.say('du-juan', '我的审批'))).toContain('第 1 项，共 1 项');
});

test('"/qm overdue" lists what is late: all for QED, their own for the others', async () => {
  await room.reported();
  expect(textOf(await room.say('chen-jing', '逾期'))).toContain('没有逾期的事项');
  room.engine.at('2026-11-26T02:00:00Z');
  const reply = await room.say('chen-jing', '/qm overdue');
  expect(textOf(reply)).toContain('已逾期（1）');
  expect(cardIn(reply).tone).toBe('late');
  expect(textOf(await room.say('huang-tao', '/qm overdue'))).toContain('没有逾期的事项');
});

test('"/qm mine" and "/qm overdue" are turned page by page, each in its place', async () => {
  for (let count = 0; count < 12; count++) await room.reported();
  room.engine.at('2026-11-26T02:00:00Z');
  for (const said of ['/qm mine', '/qm overdue']) {
    const first = await room.say('chen-jing', said);
    expect(first.kind).toBe('card');
    expect(textOf(first)).toContain('第 1–10 条，共 12 条');
    expect(textOf(first)).not.toContain('上一页');
    const second = await press('chen-jing', first, '下一页');
    expect(second.kind).toBe('toast');
    const text = textOfCard(cardIn(second));
    expect(text).toContain('第 11–12 条，共 12 条');
    expect(text).toContain('FD-2026-0012');
    expect(text).not.toContain('FD-2026-0010');
    expect(text).not.toContain('下一页');
    expect(textOfCard(cardIn(await press('chen-jing', second, '上一页')))).toContain('第 1–10 条');
  }
});

test('a page that is no longer there is the last one; a page that was made up is the first', async () => {
  await room.reported();
  const beyond = await room.press('chen-jing', 'qm.mine', { page: 7 });
  expect(textOfCard(cardIn(beyond))).toContain('待我处理（1）');
  expect((await room.press('chen-jing', 'qm.mine', { page: -1 })).kind).toBe('card');
});

test('the home shows what waits, what may be decided and what is late, in the language of its person', async () => {
  await room.reported();
  const home = textOf(await room.open('chen-jing'));
  expect(home).toContain('我的质量工作');
  expect(home).toContain('[报告发现项]');
  expect(home).toContain('待我决定（1）');
  expect(home).toContain('待我处理（1）');
  expect(home).toContain('已逾期（0）\n目前没有。');
  expect(textOf(await room.open('emily'))).toContain('Waiting for my decision (0)');
});

test('every button of the home and every entry of the menu leads somewhere', async () => {
  await room.reported();
  const home = cardIn(await room.open('chen-jing'));
  const buttons = home.blocks.flatMap((block) => {
    if (block.kind === 'buttons') return block.buttons;
    return block.kind === 'lines' ? block.lines.flatMap(({ button }) => button ?? []) : [];
  });
  const actions = [...buttons.map(({ action, value }) => ({ action, value })), { action: 'qm.overdue', value: {} }];
  for (const { action, value } of actions) {
    expect((await room.press('chen-jing', action, value)).kind).not.toBe('toast');
  }
  for (const action of ['finding.new', 'qm.mine', 'qm.approvals', 'qm.overdue']) {
    expect((await room.shortcut('chen-jing', action)).kind).not.toBe('toast');
  }
  expect(textOf(await room.shortcut('chen-jing', 'no.such'))).toContain('没有这个操作');
});
