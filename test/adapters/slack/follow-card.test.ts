import { afterEach, beforeEach, expect, test } from 'vitest';
import { GENERAL, LI, type OpenSlackAdapter, openSlackAdapter } from '../../worlds/slack.ts';
import { card, form } from './samples.ts';

let bot: OpenSlackAdapter;
beforeEach(async () => {
  bot = await openSlackAdapter();
});
afterEach(() => bot.close());

const next = { ...card, summary: '下一项' };
const filled = { seen: '三件备件没有登记', kind: 'minor', where: '机房' };

/** A card of one's own, the form that is asked for on it, and the answer to that. */
async function decide(meanwhile: () => void = () => undefined): Promise<void> {
  bot.answer(() => ({ kind: 'card', card }));
  await bot.slack.slash(LI, '/finding', 'show', GENERAL);
  const [own] = bot.slack.shownTo(LI);
  if (!own) throw new Error('no card');
  bot.answer(() => ({ kind: 'form', form }));
  await bot.slack.press(LI, own, 'finding.approve');
  await bot.settle();
  bot.answer(() => ({ kind: 'form', form: { ...form, id: 'finding.second' } }));
  const second = await bot.slack.submitView(LI, bot.slack.openView(LI), filled);
  if (!second.view) throw new Error('no second form');
  meanwhile();
  bot.answer(() => ({ kind: 'card', card: next, replaces: true }));
  await bot.slack.submitView(LI, second.view, filled);
  await bot.settle();
}

test('what follows a card stands in its place, however many forms lie between', async () => {
  await decide();
  expect(bot.shownTexts(LI)).toEqual(['下一项']);
});

test('what follows a card that can be replaced no more stands below it', async () => {
  await decide(() => bot.clock.advance(31 * 60_000));
  expect(bot.shownTexts(LI)).toEqual([card.summary, '下一项']);
});
