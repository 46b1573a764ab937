import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { FOREIGN, GENERAL, LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';
import { card, form } from './samples.ts';
import { toast } from './slow-router.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

const filled = { seen: '三件备件没有登记', kind: 'minor', where: '机房' };

describe('a submitted form', () => {
  async function open(channel = GENERAL, user = LI) {
    bot.answer(() => ({ kind: 'form', form }));
    await bot.slack.slash(user, '/finding', 'new', channel);
    return bot.slack.openView(user);
  }
  async function submit(reply: Reply, channel = GENERAL) {
    const view = await open(channel);
    bot.answer(() => reply);
    const submitted = await bot.slack.submitView(LI, view, filled);
    await bot.settle();
    return submitted;
  }

  test('shows errors at their fields and keeps what was typed', async () => {
    const submitted = await submit({ kind: 'errors', form, errors: { seen: '请写得更具体' } });
    expect(submitted).toMatchObject({ errors: { seen: '请写得更具体' } });
    bot.answer(() => toast('好'));
    if (submitted.view) await bot.slack.submitView(LI, submitted.view, {});
    expect(bot.seen.at(-1)).toMatchObject({ answers: filled });
    expect(bot.seen.at(-1)?.id).toBe(bot.seen.at(-2)?.id);
  });

  test('shows an error of the whole above the fields and keeps what was typed', async () => {
    const reply = { kind: 'errors', form, errors: { kind: '不允许' }, general: '没有保存' } as const;
    const submitted = await submit(reply);
    expect(submitted.view?.body.blocks[0]).toMatchObject({
      elements: [{ type: 'rich_text_quote', elements: [{ text: '没有保存\n类型: 不允许' }] }],
    });
    bot.answer(() => toast('好'));
    if (submitted.view) await bot.slack.submitView(LI, submitted.view, {});
    expect(bot.seen.at(-1)).toMatchObject({ answers: filled });
  });

  test('shows an error at a field that has no input above the fields: Slack shows none there', async () => {
    const nobody = { kind: 'person', name: 'lead', label: '组长', required: true, options: [] } as const;
    const reply = {
      kind: 'errors',
      form: { ...form, fields: [...form.fields, nobody] },
      errors: { lead: '没有人选' },
    } as const;
    const submitted = await submit(reply);
    expect(JSON.stringify(submitted.view?.body.blocks[0])).toContain('组长: 没有人选');
  });

  test('gives way to the next form, which starts afresh and has an id of its own', async () => {
    const submitted = await submit({ kind: 'form', form: { ...form, id: 'finding.more' } });
    expect(submitted.view?.body.callback_id).toBe('finding.more');
    bot.answer(() => toast('好'));
    if (submitted.view) await bot.slack.submitView(LI, submitted.view, { seen: '另一处', kind: 'major' });
    expect(bot.seen.at(-1)).toMatchObject({ form: 'finding.more' });
    expect(bot.seen.at(-1)).toHaveProperty('answers', { seen: '另一处', kind: 'major' });
    expect(bot.seen.at(-1)?.id).not.toBe(bot.seen.at(-2)?.id);
  });

  test('redelivered, has the same id', async () => {
    const submitted = await submit(toast('好'));
    await bot.slack.redeliver(submitted.request);
    expect(bot.seen.at(-1)).toEqual(bot.seen.at(-2));
  });

  test('is answered where it was asked for', async () => {
    const submitted = await submit({ kind: 'card', card });
    expect(submitted.view).toBeNull();
    expect(bot.slack.shownTo(LI)).toMatchObject([{ channel: GENERAL, text: card.summary }]);
  });

  test('is answered in a direct message where the bot is no member', async () => {
    await submit(toast('已报告'), FOREIGN);
    const direct = [...bot.slack.world.channels.values()].find((channel) => channel.user === LI);
    expect(bot.slack.messagesIn(direct?.id ?? '')).toMatchObject([{ text: '已报告' }]);
  });

  test('that needs no answer is closed', async () => {
    expect((await submit({ kind: 'nothing' })).view).toBeNull();
  });
});
