import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GENERAL, LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';
import { form } from './samples.ts';
import { toast } from './slow-router.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

describe('text written to the bot', () => {
  const direct = () => [...bot.slack.world.channels.values()].find((channel) => channel.user === LI)?.id ?? '';

  test('in a direct message is a command, answered there', async () => {
    bot.answer(() => toast('没有待办'));
    expect(await bot.slack.say(LI, '报告不符合 &lt;A&amp;B&gt; <https://a.example|a.example>')).toMatchObject({
      status: 200,
    });
    await bot.settle();
    expect(bot.seen[0]).toMatchObject({
      kind: 'command',
      noun: null,
      text: '报告不符合 <A&B> https://a.example',
      direct: true,
    });
    expect(bot.slack.messagesIn(direct())).toMatchObject([{ text: '没有待办' }]);
  });

  test('after a mention is a command, answered to its writer only', async () => {
    bot.answer(() => toast('没有待办'));
    await bot.slack.mention(LI, GENERAL, 'mine');
    await bot.settle();
    expect(bot.seen[0]).toMatchObject({ kind: 'command', noun: null, text: 'mine', direct: false, channel: GENERAL });
    expect(bot.shownTexts(LI)).toEqual(['没有待办']);
  });

  test('delivered again is answered once', async () => {
    bot.answer(() => toast('没有待办'));
    const said = await bot.slack.say(LI, 'mine');
    expect(await bot.slack.redeliver(said.request)).toMatchObject({ status: 200 });
    await bot.settle();
    expect(bot.seen).toHaveLength(1);
    expect(bot.slack.messagesIn(direct())).toHaveLength(1);
  });

  test('that needs a form gets a button, since only a press lets one be opened', async () => {
    bot.answer(() => ({ kind: 'form', form }));
    await bot.slack.say(LI, 'finding new');
    await bot.settle();
    const [message] = bot.slack.messagesIn(direct());
    if (!message) throw new Error('no button');
    expect(message.text).toBe('请点击按钮填写“报告不符合”。');

    await bot.slack.press(LI, message, 'slack.repeatCommand');
    expect(bot.seen.at(-1)).toMatchObject({ kind: 'command', noun: null, text: 'finding new', direct: true });
    expect(bot.slack.openView(LI).body.callback_id).toBe('finding.report');
  });

  test.each([
    ['of a bot', { bot_id: 'B9' }],
    ['that was edited', { subtype: 'message_changed' }],
    ['in a channel without a mention', { channel_type: 'channel' }],
  ])('%s is none of our business', async (_, more) => {
    const event = { type: 'message', channel: GENERAL, channel_type: 'im', user: LI, text: 'mine', ...more };
    const body = JSON.stringify({ type: 'event_callback', event_id: 'Ev1', team_id: 'T0001', event });
    expect(await bot.slack.send(bot.slack.sign(body, { contentType: 'application/json' }))).toMatchObject({
      status: 200,
    });
    expect(bot.seen).toEqual([]);
  });
});
