import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Conversation, openConversation, textOf } from '../worlds/conversation.ts';

let room: Conversation;
let number: string;
beforeAll(async () => {
  room = await openConversation();
  number = await room.reported();
});
afterAll(() => room.close());

describe('words that open the form for a new finding', () => {
  test.each([
    { noun: 'finding', text: 'new' },
    { noun: 'finding', text: '新建' },
    { noun: 'Finding', text: 'NEW' },
    { noun: 'finding', text: 'report' },
    { noun: 'qm', text: 'finding new' },
    { noun: '发现项', text: '新建' },
    { text: 'finding new' },
    { text: '/finding new' },
    { text: '／finding 新建' },
    { text: 'qm finding new' },
    { text: '/qm finding new' },
    { text: 'findings create' },
    { text: '报告不符合' },
    { text: '报告 不符合项' },
    { text: '  报告发现项\n' },
    { text: '\u200b报告不符合' },
    { text: '不符合 登记' },
  ])('$noun $text', async ({ noun, text }) => {
    expect(await room.say('li-na', text, noun)).toMatchObject({
      kind: 'form',
      form: { id: 'finding.new', title: '报告发现项' },
    });
  });
});

describe('words that list', () => {
  test.each([
    { noun: 'finding', text: 'list' },
    { noun: 'finding', text: '列表' },
    { noun: 'finding', text: 'show' },
    { text: '不符合项 清单' },
  ])('what is open: $noun $text', async ({ noun, text }) => {
    const reply = await room.say('li-na', text, noun);
    expect(reply).toMatchObject({ kind: 'card', card: { title: '未关闭的发现项（1）' } });
    expect(textOf(reply)).toContain(number);
  });

  test.each([{ text: 'mine' }, { text: '我的待办' }, { noun: 'qm', text: 'mine' }, { text: '/qm 我的' }])(
    'what waits for a user: $noun $text',
    async ({ noun, text }) => {
      expect(await room.say('li-na', text, noun)).toMatchObject({ card: { title: '待我处理（1）' } });
      expect(textOf(await room.say('qian-li', text, noun))).not.toContain(number);
    },
  );

  test('give a deputy what waits for the absent person', async () => {
    expect(textOf(await room.say('du-juan', 'mine'))).toContain(number);
  });

  test('say so when there is nothing, and call actions actions', async () => {
    expect(textOf(await room.say('emily', 'mine'))).toBe('Waiting for me (0)\nNothing is waiting for you.');
    expect(await room.say('emily', 'list', 'action')).toMatchObject({ card: { title: 'Open actions (0)' } });
  });
});

describe('words that show one', () => {
  test.each(['show', 'view', '查看', '详情'])('finding %s', async (word) => {
    expect(await room.say('li-na', `${word} ${number}`, 'finding')).toMatchObject({
      card: { title: `${number} · 值班日志缺少两天的巡检记录` },
    });
  });

  test('the number alone, in any case, with the asker’s buttons', async () => {
    const reply = await room.say('li-na', number.toLowerCase());
    expect(textOf(reply)).toContain('[下发] [不成立]');
    expect(textOf(await room.say('qian-li', number))).not.toContain('[');
    expect(textOf(await room.say('emily', number, 'finding'))).toContain('Awaiting triage');
  });

  test.each(['FD-2026-0999', 'show nothing', `show ${'x'.repeat(39_000)}`])('that there is not: %s', async (text) => {
    const reply = await room.say('emily', text, 'finding');
    expect(reply).toMatchObject({ kind: 'toast', tone: 'warning' });
    expect(textOf(reply)).toMatch(/was not found/);
    expect(textOf(reply).length).toBeLessThan(200);
  });
});

describe('moves by their words', () => {
  test.each([
    { who: 'li-na', text: `issue ${'#'}`, form: 'finding.issue' },
    { who: 'li-na', text: `下发 ${'#'}`, form: 'finding.issue' },
    { who: 'emily', text: `reject ${'#'}`, refused: /This step is for Li Na, Chen Jing, Sun Yue and 1 more/ },
    { who: 'li-na', text: `name a handler ${'#'}`, refused: /现在是“待分派”，不能做这个操作/ },
    { who: 'li-na', text: `approve ${'#'}`, refused: /现在是“待分派”/ },
  ])('$who: $text', async ({ who, text, form, refused }) => {
    const reply = await room.say(who, text.replace('#', number), 'finding');
    expect(reply).toMatchObject(form ? { kind: 'form', form: { id: form } } : { kind: 'toast', tone: 'warning' });
    expect(textOf(reply)).toMatch(refused ?? /./);
  });

  test('of two moves with one word, the one that the record is ready for', async () => {
    const { registry } = room.engine;
    expect(registry.get('finding').moves.approveMajor?.from).toEqual(['mrReview']);
    expect(textOf(await room.say('emily', `return ${number}`, 'finding'))).toContain('Awaiting triage');
  });
});

describe('what is not understood', () => {
  test.each(['printer new', 'constructor', '__proto__', 'toString', '{"$gt": ""}', '', '喂喂'])(
    'gets help: %s',
    async (text) => {
      expect(await room.say('emily', text)).toMatchObject({ kind: 'card', card: { title: 'What qmbot can do' } });
    },
  );

  test.each(['hi', 'Hello!', '你好', '您好。'])('a greeting gets one back and three examples: %s', async (said) => {
    const reply = textOf(await room.say('emily', said));
    expect(reply).toMatch(/^Hello Emily/);
    expect(reply.match(/\[[^\]]+\]/g)).toHaveLength(4);
  });

  test.each(['chen-jing', 'emily', 'li-na'])(
    '%s is helped with at most ten lines, each with a button that runs it, and all commands behind another',
    async (who) => {
      const help = await room.say(who, '/qm help');
      if (help.kind !== 'card') throw new Error('help is a card');
      const lines = help.card.blocks.flatMap((block) => (block.kind === 'lines' ? block.lines : []));
      expect(lines.length).toBeGreaterThan(4);
      expect(lines.length).toBeLessThanOrEqual(10);
      for (const { button } of lines) {
        const reply = textOf(await room.press(who, button?.action ?? '', button?.value ?? {}));
        expect(reply).not.toMatch(/understood|没看懂|没听懂/);
      }
      const all = textOf(await room.press(who, 'qm.help', { all: 1 }));
      expect(all.split('\n').length).toBeGreaterThan(60);
    },
  );

  test('is repeated in the answer, shortened', async () => {
    expect(textOf(await room.say('li-na', '跳舞'))).toContain('没听懂“跳舞”');
    const long = textOf(await room.say('li-na', 'x'.repeat(39_000)));
    expect(long).toContain(`${'x'.repeat(60)}…`);
    // The button that looks for the words carries their beginning.
    expect(long).not.toContain('x'.repeat(201));
  });

  test('is not repeated where help was asked for', async () => {
    expect(textOf(await room.say('li-na', '帮助'))).not.toContain('没听懂');
    expect(textOf(await room.say('emily', 'help', 'qm'))).not.toContain('understood');
  });
});

test('an unknown user, or one who has left, is told how to be added, and nothing of ours', async () => {
  for (const who of ['stranger', 'fang-lei']) {
    const reply = await room.say(who, 'list', 'finding');
    expect(reply).toMatchObject({ kind: 'toast', tone: 'warning' });
    expect(textOf(reply)).toBe(`还不认识您。请把这个编号发给管理员，由管理员加入组织名单后再试：${who}`);
  }
});
