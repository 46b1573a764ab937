import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FOREIGN, GENERAL, LI, type OpenSlackAdapter, openSlackAdapter, WANG } from '../../worlds/slack.ts';
import { card, form } from './samples.ts';
import { toast } from './slow-router.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

describe('a slash command', () => {
  test('is answered in its acknowledgement, even where the bot is no member', async () => {
    bot.answer(() => toast('没有待办'));
    expect(await bot.slack.slash(LI, '/qm', 'mine', FOREIGN)).toMatchObject({
      status: 200,
      body: { response_type: 'ephemeral', text: '没有待办' },
    });
    expect(bot.seen[0]).toMatchObject({ noun: null, text: 'mine', direct: false });
  });

  test('is answered with a card only its sender sees', async () => {
    bot.answer(() => ({ kind: 'card', card }));
    await bot.slack.slash(LI, '/finding', 'show FD-2026-0001', GENERAL);
    expect(bot.slack.shownTo(LI)).toMatchObject([{ text: card.summary, channel: GENERAL }]);
    expect(bot.slack.messagesIn(GENERAL)).toEqual([]);
  });

  test('that needs no answer gets an empty acknowledgement', async () => {
    expect(await bot.slack.slash(LI, '/finding', 'new', GENERAL)).toMatchObject({ status: 200, text: '' });
  });

  test('whose form comes after the trigger has expired says so', async () => {
    bot.answer(() => {
      bot.clock.advance(3_001);
      return { kind: 'form', form };
    });
    const answered = await bot.slack.slash(LI, '/finding', 'new', GENERAL);
    expect(answered).toMatchObject({ body: { text: '处理时间过长，Slack 已不允许打开表单。请再试一次。' } });
  });

  test('whose form Slack cannot show gives a number that is in the log', async () => {
    const options = [{ value: 'x'.repeat(200), label: 'x' }];
    const field = { kind: 'choice', name: 'a', label: 'a', required: true, options } as const;
    bot.answer(() => ({ kind: 'form', form: { ...form, fields: [field] } }));
    const { text } = await bot.slack.slash(LI, '/finding', 'new', GENERAL);
    const number = /编号 (\w+)/.exec(text)?.[1];
    expect(bot.logged.some((line) => line.includes(number ?? '-') && line.includes('slack.unfit'))).toBe(true);
  });

  test('gets a number when the router fails', async () => {
    bot.answer(() => Promise.reject(new TypeError('boom')));
    const { text } = await bot.slack.slash(WANG, '/finding', 'new', GENERAL);
    expect(text).toContain('Something went wrong and nothing was done.');
  });
});
