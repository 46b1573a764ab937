import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { GENERAL, LI, type OpenSlackAdapter, openSlackAdapter, WANG } from '../../worlds/slack.ts';
import { form } from './samples.ts';
import { toast } from './slow-router.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

const shortcutOf = (interaction: Interaction | undefined) => {
  if (interaction?.kind !== 'shortcut') throw new Error(`no shortcut but ${interaction?.kind}`);
  return interaction;
};

describe('a shortcut', () => {
  test('on a message brings its words, author, time, link and files', async () => {
    const files = [
      { id: 'F1', name: '门禁.jpg' },
      { id: 'F2', mode: 'tombstone' },
    ];
    const message = bot.slack.write(WANG, GENERAL, '<@U0LI> 门禁 &lt;三天&gt; *没有*记录 <https://a.example|看这里>', {
      files,
    });
    bot.answer(() => ({ kind: 'form', form }));
    expect((await bot.slack.useOn(LI, message, 'evidence.finding')).status).toBe(200);
    await bot.settle();
    expect(bot.seen[0]).toEqual({
      kind: 'shortcut',
      id: expect.any(String),
      platform: 'slack',
      workspace: 'T0001',
      userId: LI,
      channel: GENERAL,
      direct: false,
      action: 'evidence.finding',
      message: {
        place: { platform: 'slack', workspace: 'T0001', channel: GENERAL, message: message.ts },
        author: { kind: 'person', userId: WANG },
        sentAt: '2026-11-23T09:00:00.000Z',
        text: '@U0LI 门禁 <三天> *没有*记录 https://a.example',
        files: [{ platform: 'slack', workspace: 'T0001', ref: 'F1', name: '门禁.jpg' }],
        link: `https://example.slack.com/archives/${GENERAL}/p${message.ts.replace('.', '')}`,
      },
    });
    expect(bot.slack.openView(LI).body.title.text).toBe(form.title);
  });

  test('in a thread tells which', async () => {
    const [card] = [bot.slack.write(WANG, GENERAL, '卡片')];
    const reply = bot.slack.write(WANG, GENERAL, '回复', { thread: card.ts });
    await bot.slack.useOn(LI, reply, 'evidence.add');
    await bot.settle();
    const { thread, message } = shortcutOf(bot.seen[0]);
    expect(thread).toEqual({ platform: 'slack', workspace: 'T0001', channel: GENERAL, message: card.ts });
    expect(message?.link).toContain(`thread_ts=${card.ts}`);
  });

  test("on another app's message has its name as author, and what it shows as text", async () => {
    const shown = [{ title: '告警', text: 'CPU 98%', fallback: 'x' }, { fallback: '第二条' }];
    await bot.slack.useOn(LI, bot.slack.writeAsApp(GENERAL, '监控', '', shown), 'evidence.finding');
    await bot.settle();
    expect(shortcutOf(bot.seen[0]).message).toMatchObject({
      author: { kind: 'bot', name: '监控' },
      text: '告警\nCPU 98%\n第二条',
    });
  });

  test("on the bot's own message says so", async () => {
    await bot.adapter.say({ kind: 'channel', channel: GENERAL }, toast('自己说的'), 'k1', 'zh-CN');
    const [own] = bot.slack.messagesIn(GENERAL);
    if (!own) throw new Error('nothing was said');
    await bot.slack.useOn(LI, own, 'evidence.add');
    await bot.settle();
    expect(shortcutOf(bot.seen[0]).message?.author).toEqual({ kind: 'self' });
  });

  test('on a message of 40 000 characters comes whole; of more, without its end', async () => {
    await bot.slack.useOn(LI, bot.slack.write(WANG, GENERAL, '长'.repeat(40_000)), 'evidence.finding');
    await bot.slack.useOn(LI, bot.slack.write(WANG, GENERAL, '长'.repeat(40_001)), 'evidence.finding');
    await bot.settle();
    expect(bot.seen.map((one) => shortcutOf(one).message?.text.length)).toEqual([40_000, 40_000]);
  });

  test('from anywhere has no channel, and its answer comes as a direct message', async () => {
    bot.answer(() => toast('没有待办'));
    await bot.slack.useShortcut(LI, 'qm.mine');
    await bot.settle();
    expect(bot.seen[0]).toMatchObject({ kind: 'shortcut', action: 'qm.mine', direct: true });
    expect(bot.seen[0]).not.toHaveProperty('channel');
    const direct = [...bot.slack.world.channels.values()].find(({ user }) => user === LI);
    expect(bot.slack.messagesIn(direct?.id ?? '')).toMatchObject([{ text: '没有待办' }]);
  });

  test('is answered on the spot, and delivered again is the same interaction', async () => {
    bot.answer(() => toast('已补充'));
    const { request } = await bot.slack.useOn(LI, bot.slack.write(WANG, GENERAL, '看'), 'evidence.add');
    await bot.slack.redeliver(request);
    await bot.settle();
    expect(bot.shownTexts(LI)).toContain('已补充');
    expect(new Set(bot.seen.map(({ id }) => id)).size).toBe(1);
  });

  test('whose answer takes too long is acknowledged in time, and answered when it is there', async () => {
    await bot.close();
    bot = await openSlackAdapter({ within: { answer: 50 } });
    let answer: () => void = () => undefined;
    bot.answer(() => new Promise((resolve) => (answer = () => resolve(toast('已补充')))));
    expect((await bot.slack.useOn(LI, bot.slack.write(WANG, GENERAL, '看'), 'evidence.add')).status).toBe(200);
    answer();
    await bot.settle();
    expect(bot.shownTexts(LI)).toEqual([expect.stringContaining('处理时间比平时长'), '已补充']);
  });

  test('that is forged or malformed reaches nobody', async () => {
    const { request } = await bot.slack.useOn(LI, bot.slack.write(WANG, GENERAL, '看'), 'evidence.add');
    bot.seen.length = 0;
    const forged = bot.slack.sign(request.body, { secret: 'another' });
    expect((await bot.slack.send(forged)).status).toBe(401);
    const broken = {
      ...JSON.parse(new URLSearchParams(request.body).get('payload') ?? ''),
      message: { ts: { $gt: '' } },
    };
    const body = new URLSearchParams({ payload: JSON.stringify(broken) }).toString();
    expect((await bot.slack.send(bot.slack.sign(body))).status).toBe(400);
    expect(bot.seen).toEqual([]);
  });
});

describe('a file sent to the bot', () => {
  const photo = [{ id: 'F1', name: '现场.jpg' }];

  test('in a direct message is taken in before it is acknowledged', async () => {
    expect((await bot.slack.share(LI, '看这个', { files: photo })).status).toBe(200);
    expect(bot.kept).toMatchObject([
      {
        kind: 'message',
        text: '看这个',
        direct: true,
        forwards: false,
        message: { files: [{ ref: 'F1', name: '现场.jpg' }] },
      },
    ]);
    expect(bot.seen).toEqual([]);
  });

  test('in a thread tells which; after a mention it counts as well', async () => {
    const card = bot.slack.write(WANG, GENERAL, '卡片');
    await bot.slack.share(LI, '记录', { files: photo, thread: card.ts }, GENERAL);
    expect(bot.kept).toMatchObject([
      { kind: 'message', text: '记录', direct: false, thread: { channel: GENERAL, message: card.ts } },
    ]);
  });

  test('that could not be taken in is not acknowledged, and comes again', async () => {
    bot.loseNext();
    const shared = await bot.slack.share(LI, '', { files: photo });
    expect(shared.status).toBe(500);
    expect((await bot.slack.redeliver(shared.request)).status).toBe(200);
    expect(bot.kept).toHaveLength(1);
  });

  test('of which only tombstones are left is still told of', async () => {
    await bot.slack.share(LI, '看', { files: [{ id: 'F1', mode: 'tombstone' }] });
    expect(bot.kept).toMatchObject([{ kind: 'message', text: '看', message: { files: [] } }]);
  });
});

test('in Socket Mode a file is acknowledged when it is taken in, and not before', async () => {
  await bot.close();
  bot = await openSlackAdapter({ socketMode: true });
  bot.loseNext();
  const shared = await bot.slack.share(LI, '', { files: [{ id: 'F1' }] });
  expect(shared.status).toBe(0);
  expect((await bot.slack.redeliver(shared.request)).status).toBe(200);
  expect(bot.kept).toHaveLength(1);
});
