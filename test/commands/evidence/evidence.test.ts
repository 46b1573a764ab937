import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Form } from '../../../src/chat/form.ts';
import type { Message } from '../../../src/chat/message.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { type Conversation, messageOf, openConversation, textOf, textOfCard } from '../../worlds/conversation.ts';

let room: Conversation;
beforeEach(async () => {
  room = await openConversation();
});
afterEach(() => room.close());

const photo = { platform: 'console', workspace: 'local', ref: 'photo-1', name: '现场.jpg' } as const;
const place = (message: string) => ({ platform: 'console', workspace: 'local', channel: 'general', message }) as const;
const evidenceOf = async (number: string) => (await room.engine.records.load({ number }))?.common.evidence ?? [];

function formOf(reply: Reply): Form {
  if (reply.kind !== 'form') throw new Error(`no form but ${reply.kind}: ${textOf(reply)}`);
  return reply.form;
}

/** The record's card as it stands in a channel. */
async function cardOf(number: string): Promise<ReturnType<typeof place>> {
  const record = await room.engine.records.load({ number });
  const at = { ...place(`card-of-${number}`), key: 'k', purpose: 'channel', locale: 'zh-CN', personId: null };
  const card = { ...at, shownVersion: 1, postedAt: room.engine.now() };
  await room.engine.connection
    .collection('records')
    .updateOne({ number: record?.number ?? '' }, { $set: { cards: [card] } });
  return place(card.message);
}

const submitNew = (form: Form, id?: string) =>
  room.submit('huang-tao', form.id, form.context, { what: '门禁坏了', where: '3号机房' }, id);

test('a message becomes evidence of a new finding: its words begin the form, author and time stand in the record', async () => {
  const message = messageOf('m1', { files: [photo], link: 'https://chat.example/m1' });
  const form = formOf(await room.shortcut('huang-tao', 'evidence.finding', { message }));
  expect(JSON.stringify(form.intro)).toContain('将作为证据：1 条消息、1 个文件');
  expect(form.fields[0]).toMatchObject({ initial: '3号机房门禁坏了' });
  expect(textOf(await submitNew(form))).toContain('FD-2026-0001');
  expect(await evidenceOf('FD-2026-0001')).toMatchObject([
    {
      kind: 'quote',
      id: 'E1',
      text: '3号机房门禁坏了',
      authorId: 'liu-yang',
      saidAt: '2026-11-23T01:00:00.000Z',
      addedBy: 'huang-tao',
      link: 'https://chat.example/m1',
    },
    { kind: 'file', id: 'E2', name: '现场.jpg', state: 'fetching', ref: photo },
  ]);
});

test('a form that is handed in with something missing keeps its evidence', async () => {
  const form = formOf(await room.shortcut('huang-tao', 'evidence.finding', { message: messageOf('m1') }));
  const wrong = await room.submit('huang-tao', form.id, form.context, { what: '门禁坏了' });
  expect(wrong).toMatchObject({ kind: 'errors', form: { context: form.context } });
  await submitNew(form);
  expect(await evidenceOf('FD-2026-0001')).toHaveLength(1);
});

test('the chain of a record that began with evidence, and got more, verifies to the last text', async () => {
  const form = formOf(await room.shortcut('huang-tao', 'evidence.finding', { message: messageOf('m1') }));
  await submitNew(form);
  await room.write('huang-tao', '补充到 FD-2026-0001', { parent: place('m2') }).then(() => undefined);
  room.readings.set('m2', { found: 'yes', messages: [messageOf('m2', { text: '又坏了' })] });
  expect(textOf(await room.write('huang-tao', '补充到 FD-2026-0001', { parent: place('m2') }))).toContain('已补充到');
  const record = await room.engine.records.load({ number: 'FD-2026-0001' });
  const texts = record?.history.flatMap((entry) => entry.texts.map(({ text }) => text));
  expect(texts).toEqual(expect.arrayContaining(['3号机房门禁坏了', '又坏了']));
  expect(JSON.stringify(record?.history.map(({ texts: _texts, ...hashed }) => hashed))).not.toContain('又坏了');
});

test('the same shortcut delivered twice, and a form handed in twice, make one finding with one piece of evidence', async () => {
  const on = { message: messageOf('m1') };
  const [first, second] = [
    formOf(await room.shortcut('huang-tao', 'evidence.finding', on, 'trigger-1')),
    formOf(await room.shortcut('huang-tao', 'evidence.finding', on, 'trigger-1')),
  ];
  expect(second.context).toEqual(first.context);
  await submitNew(first, 'view-1');
  await submitNew(second, 'view-1');
  expect(await evidenceOf('FD-2026-0001')).toHaveLength(1);
  expect(await room.engine.records.load({ number: 'FD-2026-0002' })).toBeNull();
});

test('a user unknown to the organization keeps the name that the platform gives, and a bot its own', async () => {
  const messages = [
    messageOf('m1', { author: { kind: 'person', userId: 'guest' } }),
    messageOf('m1', { author: { kind: 'bot', name: '监控' }, text: 'CPU 98%' }),
    messageOf('m1', { author: { kind: 'person', userId: 'nobody' }, text: '谁' }),
  ];
  room.readings.set('own', { found: 'yes', messages });
  await room.reported();
  await room.write('huang-tao', '补充到 FD-2026-0001', { forwards: true });
  expect(await evidenceOf('FD-2026-0001')).toMatchObject([
    { authorId: null, authorName: '外来者 Guest' },
    { authorId: null, authorName: '监控', text: 'CPU 98%' },
    { authorId: null },
  ]);
});

test('words that are too long are cut where it shows, never in the middle of a character', async () => {
  const text = `${'😀'.repeat(20_000)}`;
  const form = formOf(await room.shortcut('huang-tao', 'evidence.finding', { message: messageOf('m1', { text }) }));
  await submitNew(form);
  const [quote] = await evidenceOf('FD-2026-0001');
  if (quote?.kind !== 'quote') throw new Error('no quote');
  expect(quote.text.length).toBeLessThanOrEqual(3000);
  expect(quote.text).toMatch(/后面还有 \d+ 个字，见原消息/);
  expect(quote.text.isWellFormed()).toBe(true);
});

test('mentions and markup in a message are words and nothing more', async () => {
  const text = '<!channel> <at id=all></at> **粗** [x](javascript:alert(1)) @U0LI \u202e反';
  const form = formOf(await room.shortcut('huang-tao', 'evidence.finding', { message: messageOf('m1', { text }) }));
  await submitNew(form);
  const [quote] = await evidenceOf('FD-2026-0001');
  expect(quote).toMatchObject({ text: '<!channel> <at id=all></at> **粗** [x](javascript:alert(1)) @U0LI 反' });
});

test("the bot's own card is no evidence, and a message with nothing in it neither", async () => {
  const own = messageOf('m1', { author: { kind: 'self' } });
  expect(textOf(await room.shortcut('huang-tao', 'evidence.finding', { message: own }))).toContain('自己的卡片');
  const empty = messageOf('m1', { text: '  ' });
  expect(textOf(await room.shortcut('huang-tao', 'evidence.finding', { message: empty }))).toContain(
    '没有可以作为证据',
  );
});

test("a message in the thread of a record's card is added to it by one action", async () => {
  const number = await room.reported();
  const thread = await cardOf(number);
  const reply = await room.shortcut('huang-tao', 'evidence.add', {
    message: messageOf('m1', { files: [photo] }),
    thread,
  });
  expect(reply).toMatchObject({ kind: 'toast', tone: 'good' });
  expect(textOf(reply)).toBe('已补充到 FD-2026-0001。');
  expect(await evidenceOf(number)).toMatchObject([
    { kind: 'quote', authorId: 'liu-yang', addedBy: 'huang-tao' },
    { kind: 'file' },
  ]);
});

test('outside of such a thread the form asks for the record: one of the latest, or any number', async () => {
  await room.reported();
  const form = formOf(await room.shortcut('emily', 'evidence.add', { message: messageOf('m1') }));
  expect(form).toMatchObject({ id: 'evidence.add', fields: [{ name: 'record' }, { name: 'number' }] });
  expect(JSON.stringify(form.fields)).toContain('FD-2026-0001');
  const submit = (answers: Record<string, string>) => room.submit('emily', form.id, form.context, answers);
  expect(await submit({})).toMatchObject({ kind: 'errors', errors: { number: expect.stringContaining('choose one') } });
  expect(await submit({ number: 'FD-2099-0001' })).toMatchObject({
    kind: 'errors',
    errors: { number: expect.any(String) },
  });
  expect(await submit({ number: { $gt: '' } as unknown as string })).toMatchObject({ kind: 'errors' });
  expect(await submit({ number: ' fd-2026-0001 ' })).toMatchObject({ kind: 'toast', tone: 'good' });
  expect(await evidenceOf('FD-2026-0001')).toHaveLength(1);
  expect(textOf(await submit({ record: 'FD-2026-0001' }))).toContain('already');
});

test('a photo in a direct message is asked about: new, one of the records at hand, or another', async () => {
  await room.reported();
  const reply = await room.write('emily', '', {
    message: messageOf('own', { text: '', files: [photo], author: { kind: 'person', userId: 'emily' } }),
  });
  expect(textOf(reply)).toContain('[Report a new finding] [Complaint or suggestion] [Another record…]');
  expect(textOf(reply)).toContain('[Add to FD-2026-0001]');
  const material = materialIn(reply);
  const added = await room.press('emily', 'evidence.addTo', { material, number: 'FD-2026-0001' });
  expect(added).toMatchObject({ kind: 'toast', tone: 'good', next: { tone: 'good', title: 'Added to FD-2026-0001.' } });
  expect(await evidenceOf('FD-2026-0001')).toMatchObject([{ kind: 'file', name: '现场.jpg' }]);
  expect(formOf(await room.press('emily', 'finding.new', { material })).context).toEqual({ material });
});

test('another user’s material, one that never existed, and an invalid value lead nowhere', async () => {
  await room.reported();
  const reply = await room.write('emily', '', { message: messageOf('own', { files: [photo] }) });
  const material = materialIn(reply);
  const press = (who: string, value: Record<string, string>) => room.press(who, 'evidence.addTo', value);
  expect(textOf(await press('huang-tao', { material, number: 'FD-2026-0001' }))).toContain('另一位同事');
  expect(textOf(await press('emily', { material: 'x', number: 'FD-2026-0001' }))).toContain('start again');
  expect(textOf(await press('emily', { number: 'FD-2026-0001' }))).toContain('start again');
  expect(textOf(await room.press('huang-tao', 'finding.new', { material }))).toContain('另一位同事');
  expect(await evidenceOf('FD-2026-0001')).toEqual([]);
});

test('nobody hands in words as evidence by a form or a button of their own making', async () => {
  const number = await room.reported();
  const quote = { kind: 'quote', text: '伪造', authorId: 'li-na', saidAt: '2026-11-23T01:00:00.000Z' };
  const forged = await room.submit('huang-tao', 'finding.addEvidence', { number }, { evidence: [quote] });
  expect(forged.kind).toBe('toast');
  await room.press('huang-tao', 'finding.addEvidence', { number });
  expect(await evidenceOf(number)).toEqual([]);
});

test('"记为不符合" in answer to a message makes it evidence of a new finding; several that were forwarded too', async () => {
  room.readings.set('m1', { found: 'yes', messages: [messageOf('m1')] });
  const answer = formOf(await room.write('huang-tao', '记为不符合', { parent: place('m1'), thread: place('m1') }));
  await submitNew(answer);
  expect(await evidenceOf('FD-2026-0001')).toMatchObject([{ text: '3号机房门禁坏了', authorId: 'liu-yang' }]);
  room.readings.set('bundle', {
    found: 'yes',
    messages: [messageOf('a'), messageOf('b', { text: '我也看到了', author: { kind: 'person', userId: 'xu-fang' } })],
  });
  const bundle = formOf(await room.write('huang-tao', '记为不符合', { parent: place('bundle') }));
  expect(JSON.stringify(bundle.intro)).toContain('2 条消息');
});

test('a bundle of forwarded messages in a direct message is asked about', async () => {
  room.readings.set('own', { found: 'yes', messages: [messageOf('a'), messageOf('b', { text: '我也看到了' })] });
  const reply = await room.write('huang-tao', '', { forwards: true });
  expect(textOf(reply)).toContain('2 条消息');
  expect(textOf(reply)).toContain('[报告新的发现项]');
});

test.each([
  ['deleted', '已被删除或撤回'],
  ['hidden', '机器人不在那个会话里'],
] as const)('a parent that is %s is told so', async (because, said) => {
  room.readings.set('m1', { found: 'no', because });
  const reply = await room.write('huang-tao', '记为不符合', { parent: place('m1') });
  expect(reply).toMatchObject({ kind: 'toast', tone: 'warning' });
  expect(textOf(reply)).toContain(said);
});

test('a parent that the platform cannot show now is a failure, to be tried again', async () => {
  room.readings.set('m1', { found: 'unclear', reason: 'away' });
  const reply = await room.write('huang-tao', '记为不符合', { parent: place('m1') });
  expect(reply).toMatchObject({ kind: 'toast', tone: 'error' });
});

test('"记录" in answer to a card adds what is said and sent with it; in answer to a colleague, what they wrote', async () => {
  const number = await room.reported();
  const card = await cardOf(number);
  const own: Message = messageOf('own', {
    text: '记录：已清理',
    files: [photo],
    author: { kind: 'person', userId: 'huang-tao' },
  });
  await room.write('huang-tao', '记录：已清理', { message: own, parent: card, thread: card });
  room.readings.set('m1', { found: 'yes', messages: [messageOf('m1')] });
  expect(textOf(await room.write('huang-tao', '记录', { parent: place('m1'), thread: card }))).toBe(
    '已补充到 FD-2026-0001。',
  );
  expect(await evidenceOf(number)).toMatchObject([
    { text: '已清理', authorId: 'huang-tao' },
    { kind: 'file' },
    { text: '3号机房门禁坏了', authorId: 'liu-yang', addedBy: 'huang-tao' },
  ]);
});

test('an answer that wants nothing done with a message is a command', async () => {
  expect(textOf(await room.write('huang-tao', '我的待办', { parent: place('m1') }))).toContain('待我处理');
});

test('what the record holds is shown on its card, and said in the history', async () => {
  const number = await room.reported();
  const thread = await cardOf(number);
  await room.shortcut('huang-tao', 'evidence.add', {
    message: messageOf('m1', { files: [photo], link: 'https://chat.example/m1' }),
    thread,
  });
  const shown = await room.press('huang-tao', 'record.open', { number });
  if (shown.kind !== 'card') throw new Error('no card');
  const text = textOfCard(shown.card);
  expect(text).toContain('证据（2）');
  expect(text).toContain('刘洋（2026年11月23日 09:00）：3号机房门禁坏了 查看原消息');
  expect(text).toContain('现场.jpg\n正在取回文件，稍后可以打开\n黄涛 · 2026年11月23日 10:00');
  expect(text).toContain('黄涛 补充了证据');
});

function materialIn(reply: Reply): string {
  if (reply.kind !== 'card') throw new Error(`no card but ${textOf(reply)}`);
  const buttons = reply.card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  return String(buttons[0]?.value.material);
}
