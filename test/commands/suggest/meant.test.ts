import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { type Conversation, openConversation, textOf } from '../../worlds/conversation.ts';

let room: Conversation;
let number: string;
beforeAll(async () => {
  room = await openConversation();
  number = await room.reported();
});
afterAll(() => room.close());

function offered(reply: Reply): string[] {
  if (reply.kind !== 'card') return [];
  return reply.card.blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : [],
  );
}

describe('what is almost a command', () => {
  test.each([
    { said: 'fnding lst', offers: '/finding list' },
    { noun: 'fnding', said: '', offers: '/finding list' },
    { noun: 'fnding', said: 'new', offers: '/finding new' },
    { noun: 'finding', said: 'lst', offers: '/finding list' },
    { noun: 'finding', said: 'lst overdue', offers: '/finding list overdue' },
    { noun: 'finding', said: 'overdeu', offers: '/finding list overdue' },
    { noun: 'finding', said: '列标', offers: '/finding 列表' },
    { noun: 'finding', said: 'list overdeu', offers: '/finding list overdue' },
    { noun: 'finding', said: 'list kind maior', offers: '/finding list kind major' },
    { noun: 'finding', said: 'list kind', offers: '/finding list kind Major nonconformity' },
    { noun: 'finding', said: 'list department 运维', offers: '/finding list department 运维管理部' },
    { noun: 'finding', said: 'list owner 王雷', offers: '/finding list owner 王磊' },
    { noun: 'finding', said: 'list since soon', offers: '/finding list since this week' },
    { noun: 'finding', said: 'list overdeu kind maior', offers: '/finding list overdue kind major' },
    { said: '逾其', offers: '逾期' },
    { said: 'mien', offers: '/qm mine' },
    { said: '报告不符和', offers: '报告不符合' },
    { said: '运维管理部 逾期', offers: '/finding list 运维管理部 逾期' },
    { noun: 'finding', said: 'isue FD-2026-0001', offers: '/finding issue FD-2026-0001' },
    { noun: 'finding', said: '下法 FD-2026-0001', offers: '/finding 下发 FD-2026-0001' },
  ])('$noun $said offers $offers', async ({ noun, said, offers }) => {
    const reply = await room.say('emily', said, noun);
    expect(offered(reply)).toContain(offers);
    expect(textOf(reply)).toMatch(/was not understood/);
  });

  test.each(['1', '#1', '0001'])('the number %s alone offers the record, to be opened', async (said) => {
    const reply = await room.say('emily', said);
    expect(offered(reply)[0]).toMatch(/^FD-2026-0001 值班日志/);
    const opened = await room.press('emily', 'record.open', { number });
    expect(textOf(opened)).toContain(number);
  });

  test.each([
    { said: 'fd 1' },
    { said: 'FD-26-1' },
    { said: 'FD-2026-1' },
    { said: 'ｆｄ２６－１' },
    { said: '查看 FD-2026-0001' },
    { said: 'show fd-2026-0001' },
    { said: '/qm show fd 26 1' },
    { said: '打开 fd1' },
    { noun: 'finding', said: '1' },
    { noun: 'finding', said: 'show 1' },
    { noun: 'finding', said: 'fd 26 1' },
    { noun: 'finding', said: 'search fd1' },
  ])('a number that names one record opens it: $noun $said', async ({ noun, said }) => {
    expect(await room.say('emily', said, noun)).toMatchObject({
      kind: 'card',
      card: { title: `${number} · 值班日志缺少两天的巡检记录` },
    });
  });

  test('a number tells what it is about, so that a move needs no noun', async () => {
    for (const said of ['下发 FD-2026-0001', 'issue fd 1']) {
      expect(await room.say('li-na', said)).toMatchObject({ kind: 'form', form: { id: 'finding.issue' } });
    }
    expect(await room.say('li-na', '下发 FD-2026-0999')).toMatchObject({ kind: 'toast', tone: 'warning' });
    expect(textOf(await room.say('li-na', '完成 FD-2026-0001-A1'))).toContain('没有找到 FD-2026-0001-A1');
  });

  test('a move takes such a number too', async () => {
    expect(await room.say('li-na', '下发 fd 1', 'finding')).toMatchObject({
      kind: 'form',
      form: { id: 'finding.issue' },
    });
  });

  test('words that are near to nothing are looked for', async () => {
    expect(await room.say('emily', 'list 值班日志', 'finding')).toMatchObject({ card: { title: 'All findings (1)' } });
  });
});

describe('of every command there is', () => {
  test.each([
    { said: '/custmer list', offers: ['/customer list'] },
    { said: '/custmer metro', offers: ['/customer metro'] },
    { said: '/qm awya', offers: ['/qm away'] },
    { said: '/servce last month', offers: ['/service last month'] },
    { said: '/satisfacton', offers: ['/satisfaction', '/satisfaction reports'] },
    { said: '满意渡', offers: ['满意度'] },
    { said: '满意渡 上月', offers: ['满意度 上月'] },
    { said: '休加 明天', offers: ['休假 明天'] },
    { said: '/survy send', offers: ['/survey send'] },
    { said: '/yearly-survy list', offers: ['/qm yearly-survey list'] },
    { said: '/satisfactionreport lst', offers: ['/qm satisfaction-report list', '/qm satisfaction-report search lst'] },
    { said: 'new', offers: ['/finding new'] },
  ])('$said offers $offers', async ({ said, offers }) => {
    expect(offered(await room.say('emily', said))).toEqual([...offers, 'Show help']);
  });

  test('one that is near is told by no name of ours', async () => {
    for (const said of [
      'satisfactionReport lst',
      'callBack lst',
      'projectSurvey lst',
      'companySurvey lst',
      'serviceReport x',
    ]) {
      expect(textOf(await room.say('emily', said)).replace(said, '')).not.toMatch(/[a-z](?:Report|Back|Survey)/);
    }
  });
});

describe('the word for a type alone', () => {
  test('shows what can be done with its records, each by a press', async () => {
    const reply = await room.say('li-na', 'visit');
    expect(offered(reply)).toEqual(['安排客户拜访', '未关闭的客户拜访', '客户拜访统计']);
    expect(textOf(reply)).toContain('VS-2026-0001');
    expect(offered(await room.say('emily', 'survey'))).toContain("Send this month's surveys at once");
  });

  test.each(['action', 'commitment', 'callback list x', 'invitation'])(
    'offers no new one where nobody makes one: %s',
    async (said) => {
      expect(textOf(await room.say('emily', said))).not.toMatch(/\bnew\b/i);
    },
  );

  test('comes with what was not understood of it', async () => {
    const reply = await room.say('emily', 'finding dance');
    expect(textOf(reply)).toMatch(/^Findings\n“finding dance” was not understood/);
  });
});

describe('a suggestion', () => {
  test('does what it says when it is pressed', async () => {
    const reply = await room.press('emily', 'qm.say', { text: '/finding list overdue' });
    expect(reply).toMatchObject({ kind: 'card', card: { title: 'Overdue findings (0)' } });
    expect(await room.press('emily', 'qm.say', { text: '/finding new' })).toMatchObject({ kind: 'form' });
  });

  test.each([{}, { text: 7 }, { words: 'x' }])('is refused where the button says %j', async (value) => {
    expect(await room.press('emily', 'qm.say', value as never)).toMatchObject({ kind: 'toast', tone: 'warning' });
  });

  test('is none that a button could not carry', async () => {
    const reply = await room.say('emily', `lst ${'overdue '.repeat(60)}`, 'finding');
    expect(offered(reply).every((label) => label.length <= 300)).toBe(true);
  });
});

test('any text gets an answer, and never a failure', async () => {
  const bits = fc.constantFrom(
    'finding',
    'list',
    '/',
    '部门',
    'kind',
    '=',
    '"',
    ' ',
    '42',
    'fd',
    '自',
    '下发',
    '__proto__',
    '$gt',
    '\ud800',
    '？',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(bits, { minLength: 1, maxLength: 8 }), async (parts) => {
      const reply = await room.say('emily', parts.join(' '));
      expect(textOf(reply)).not.toMatch(/reference|went wrong/);
    }),
    { numRuns: 60 },
  );
  expect(room.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});
