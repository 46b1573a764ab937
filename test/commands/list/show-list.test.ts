import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { RESTRICTED } from '../../../src/records/search/filing.ts';
import { recordModel } from '../../../src/records/store/record-model.ts';
import { type Conversation, openConversation, textOf, textOfCard } from '../../worlds/conversation.ts';

let room: Conversation;
const numbers: string[] = [];
beforeAll(async () => {
  room = await openConversation();
  for (let count = 0; count < 23; count++) numbers.push(await room.reported());
  room.engine.at('2026-11-26T02:00:00Z');
});
afterAll(() => room.close());

function cardIn(reply: Reply): Card {
  const card = reply.kind === 'card' ? reply.card : reply.kind === 'toast' ? reply.next : undefined;
  if (!card) throw new Error(`no card: ${textOf(reply)}`);
  return card;
}

const buttonsOf = (card: Card) => card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
const linesOf = (card: Card) => card.blocks.flatMap((block) => (block.kind === 'lines' ? block.lines : []));
const button = (card: Card, label: string) => {
  const found = buttonsOf(card).find((one) => one.label === label);
  if (!found) throw new Error(`no button ${label}`);
  return found;
};

describe('a list', () => {
  test('shows ten records in two lines each, and how late they are in working days', async () => {
    const card = cardIn(await room.say('li-na', 'list', 'finding'));
    expect(card.title).toBe('未关闭的发现项（23）');
    expect(linesOf(card)).toHaveLength(10);
    const text = textOfCard(card);
    expect(text).toContain('值班日志缺少两…\n待分派 · 已逾期 2 个工作日');
    expect(text).toContain('第 1–10 条，共 23 条');
    expect(
      linesOf(card).every(
        (line) =>
          line.text
            .map((piece) => ('text' in piece ? piece.text : ''))
            .join('')
            .split('\n').length === 2,
      ),
    ).toBe(true);
  });

  test('is turned in the place of the card that was pressed, there and back', async () => {
    const first = cardIn(await room.say('emily', 'list all', 'finding'));
    const saves = ['Save as Excel', 'Save as CSV'];
    expect(buttonsOf(first).map(({ label }) => label)).toEqual(['Next', ...saves]);
    const next = button(first, 'Next');
    const second = await room.press('emily', next.action, next.value);
    expect(second).toMatchObject({ kind: 'toast', tone: 'info' });
    expect(textOf(second)).toBe('All findings (23) 11–20 of 23');
    const middle = cardIn(second);
    expect(buttonsOf(middle).map(({ label }) => label)).toEqual(['Previous', 'Next', ...saves]);
    const last = cardIn(await room.press('emily', 'finding.list', button(middle, 'Next').value));
    expect(textOfCard(last)).toContain('21–23 of 23');
    expect(linesOf(last)).toHaveLength(3);
    const back = cardIn(await room.press('emily', 'finding.list', button(last, 'Previous').value));
    expect(textOfCard(back)).toBe(textOfCard(middle));
  });

  test('gives the last page where there are no longer so many', async () => {
    const reply = await room.press('emily', 'finding.list', { q: 'open', page: 4_000 });
    expect(textOfCard(cardIn(reply))).toContain('21–23 of 23');
  });

  test.each([
    ['reporter mine', {}],
    ['nothing at all', { q: 'kind=major' }],
    ['a page that is none', { q: 'open', page: -1 }],
    ['half a page', { q: 'open', page: 0.5 }],
    ['an operator', { q: '$where=1', page: 0 }],
    ['a facet that there is not', { q: 'password=x', page: 0 }],
    ['a value that there is not', { q: 'kind=huge', page: 0 }],
    ['a page in words', { q: 'open', page: '1' }],
  ])('politely refuses a button that says %s', async (_what, value) => {
    const reply = await room.press('emily', 'finding.list', value);
    expect(reply).toMatchObject({ kind: 'toast', tone: 'warning' });
    expect(reply).not.toHaveProperty('next');
    expect(textOf(reply)).toContain('Please ask again');
  });

  test('says what it is narrowed by, and offers all of them where there is nothing', async () => {
    const card = cardIn(
      await room.say('li-na', '逾期 部门 运维管理部 类别 严重 来源 投诉 自 2026-01-01 "机房"', 'finding'),
    );
    expect(card.title).toBe('逾期的发现项（0）');
    const text = textOfCard(card);
    expect(text).toContain('定性：严重不符合 · 来源：客户投诉 · 责任部门：运维管理部 · 2026年1月1日起 · 含“机房”');
    const wide = button(card, '查看全部');
    expect(textOfCard(cardIn(await room.press('li-na', wide.action, wide.value)))).toContain('全部发现项（23）');
  });

  test.each([
    ['finding', 'list overdue', 'Overdue findings (23)'],
    ['finding', '列表 逾期', 'Overdue findings (23)'],
    ['finding', 'overdue since 2026-01-01', 'Overdue findings (23)'],
    ['finding', 'list since 2026-11-24', 'Open findings (0)'],
    ['finding', 'list until yesterday', 'Open findings (23)'],
    ['finding', 'list mine', 'Open findings (0)'],
    ['finding', 'list closed mine', 'Closed findings (0)'],
    ['finding', 'list all mine', 'All findings (23)'],
    ['finding', 'list owner "Li Na"', 'Open findings (23)'],
    ['finding', 'list closed', 'Closed findings (0)'],
    ['finding', 'state reported', 'All findings (23)'],
    ['finding', 'Li Na overdue', 'Overdue findings (23)'],
    ['finding', 'list "巡检记录"', 'All findings (23)'],
    ['finding', 'search 巡检记录', 'All findings (23)'],
    ['finding', 'search open 值班 巡检', 'Open findings (23)'],
    ['finding', '搜索 空调', 'All findings (0)'],
    ['action', 'list', 'Open actions (0)'],
    ['qm', 'finding list overdue', 'Overdue findings (23)'],
  ])('/%s %s', async (noun, text, title) => {
    expect(cardIn(await room.say('emily', text, noun)).title).toBe(title);
  });

  test('of too many conditions is refused', async () => {
    const many = room.engine.org.people.map(({ id }) => `owner=${id}`).join(' ');
    expect(textOf(await room.say('emily', `list ${many} state issued state acting`, 'finding'))).toContain(
      'more than a list can be narrowed by',
    );
  });
});

test('a restricted record is marked, and is in nobody else’s list, count or search', async () => {
  const records = recordModel(room.engine.connection).collection;
  const number = numbers[3] ?? '';
  const tags = (await records.findOne({ number }))?.tags ?? [];
  const hidden = { restricted: true, readerIds: ['huang-tao'], tags: [...tags, RESTRICTED] };
  await records.updateOne({ number }, { $set: hidden });
  expect(cardIn(await room.say('emily', 'list', 'finding')).title).toBe('Open findings (22)');
  expect(textOf(await room.say('emily', '42', 'finding'))).not.toContain('0042');
  const mine = await room.say('li-na', 'list', 'finding');
  expect(textOf(mine)).toContain(`${number} 🔒 值班日志`);
  expect(cardIn(await room.say('huang-tao', 'list', 'finding')).title).toBe('未关闭的发现项（23）');
  expect(textOf(await room.say('emily', `fd ${Number(number.slice(-4))}`))).not.toContain(number);
  await records.updateOne({ number }, { $set: { restricted: false, readerIds: [], tags } });
});
