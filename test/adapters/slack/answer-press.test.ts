import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import { GENERAL, LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';
import { card, form } from './samples.ts';
import { toast } from './slow-router.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

describe('a pressed button', () => {
  async function press(reply: Reply, user = LI) {
    bot.answer(() => reply);
    await bot.adapter.post({ kind: 'channel', channel: GENERAL }, card, 'k', 'zh-CN');
    const message = bot.slack.messagesIn(GENERAL).at(-1);
    if (!message) throw new Error('no card');
    const answered = await bot.slack.press(user, message, 'finding.approve');
    expect(answered).toMatchObject({ status: 200, text: '' });
    await bot.settle();
  }

  test('is answered to its presser only, and the card is left to the outbox', async () => {
    await press({ kind: 'toast', tone: 'good', text: words('已批准'), refresh: { ...card, title: '新' } });
    expect(bot.shownTexts(LI)).toEqual(['已批准']);
    expect(bot.slack.messagesIn(GENERAL)).toMatchObject([{ text: card.summary }]);
    expect(bot.slack.messagesIn(GENERAL)[0]).not.toHaveProperty('edited');
  });

  test('opens a form', async () => {
    await press({ kind: 'form', form });
    expect(bot.slack.openView(LI).body.callback_id).toBe('finding.report');
  });

  test('on a card that only one person sees redraws that card', async () => {
    bot.answer(() => ({ kind: 'card', card }));
    await bot.slack.slash(LI, '/finding', 'show', GENERAL);
    const [own] = bot.slack.shownTo(LI);
    if (!own) throw new Error('no card');
    bot.answer(() => ({
      kind: 'toast',
      tone: 'good',
      text: words('已批准'),
      refresh: { ...card, summary: '已批准的' },
    }));
    await bot.slack.press(LI, own, 'finding.approve');
    await bot.settle();
    expect(bot.seen.at(-1)).not.toHaveProperty('place');
    expect(bot.shownTexts(LI)).toEqual(['已批准的', '已批准']);
  });

  test('by a user of another company, in a shared channel, is passed on with their workspace', async () => {
    bot.slack.world.users.set('U0GUEST', { id: 'U0GUEST', name: 'Guest', team_id: 'T0OTHER' });
    await press({ kind: 'nothing' }, 'U0GUEST');
    expect(bot.seen.at(-1)).toMatchObject({ userId: 'U0GUEST', workspace: 'T0OTHER', place: { workspace: 'T0001' } });
  });

  test('is answered by the channel when its response URL is used up', async () => {
    bot.answer(() => {
      for (const url of bot.slack.world.responseUrls.values()) url.uses = 5;
      return toast('已批准');
    });
    await bot.adapter.post({ kind: 'channel', channel: GENERAL }, card, 'k', 'zh-CN');
    const [message] = bot.slack.messagesIn(GENERAL);
    if (message) await bot.slack.press(LI, message, 'finding.approve');
    await bot.settle();
    expect(bot.shownTexts(LI)).toEqual(['已批准']);
    expect(bot.slack.calls.filter((call) => call.method === 'chat.postEphemeral')).toHaveLength(1);
  });
});
