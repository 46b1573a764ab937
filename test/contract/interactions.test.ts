import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { interactionSchema } from '../../src/chat/interaction.ts';
import { words } from '../../src/chat/text.ts';
import { eventually } from '../support/eventually.ts';
import type { Harness } from './harness.ts';
import { platforms } from './platforms.ts';
import { APPROVE, card, form, nextForm } from './samples.ts';

describe.each(platforms)('an interaction on $name', ({ open }) => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await open();
  });
  afterEach(() => harness.close());

  async function openForm(): Promise<void> {
    harness.answerWith(async () => ({ kind: 'form', form }));
    await harness.say('new');
    await eventually(async () => (await harness.sight()).form !== null);
    harness.answerWith(async () => ({ kind: 'toast', tone: 'good', text: words('已登记') }));
  }
  const last = () => {
    const interaction = harness.interactions.at(-1);
    if (!interaction) throw new Error('nothing came through the port');
    return interaction;
  };
  const answersOf = () => {
    const interaction = last();
    return interaction.kind === 'submit' ? interaction.answers : {};
  };

  test('says who did what where, in the shape of the port', async () => {
    const target = { kind: 'channel', channel: harness.channel } as const;
    const sent = await harness.adapter.post(target, card, 'effect-1', 'zh-CN');
    if (sent.outcome !== 'sent') throw new Error(sent.reason);
    const { platform, workspace } = harness.adapter;
    const common = { platform, workspace, userId: harness.people.member };

    await harness.say('show FD-2026-0001');
    expect(last()).toMatchObject({ ...common, kind: 'command', noun: 'finding', text: 'show FD-2026-0001' });
    await harness.press(sent.place, APPROVE);
    expect(last()).toMatchObject({
      ...common,
      kind: 'press',
      action: 'finding.approveCapa',
      value: { number: 'FD-2026-0001', round: 1 },
      place: sent.place,
      channel: harness.channel,
      direct: false,
    });
    await openForm();
    await harness.submit({ where: '3号机房' });
    expect(last()).toMatchObject({ ...common, kind: 'submit', form: 'finding.new', context: form.context });
    for (const interaction of harness.interactions) interactionSchema.parse(interaction);
  });

  test('has the same id when it is delivered again', async () => {
    const target = { kind: 'channel', channel: harness.channel } as const;
    const sent = await harness.adapter.post(target, card, 'effect-1', 'zh-CN');
    if (sent.outcome !== 'sent') throw new Error(sent.reason);
    harness.answerWith(async () => ({ kind: 'toast', tone: 'good', text: words('好') }));
    const idsOf = async (act: () => Promise<{ again(): Promise<void> }>) => {
      const before = harness.interactions.length;
      await (await act()).again();
      return new Set(harness.interactions.slice(before).map(({ id }) => id));
    };
    const said = await idsOf(() => harness.say('list'));
    const pressed = await idsOf(() => harness.press(sent.place, APPROVE));
    await openForm();
    const handedIn = await idsOf(() => harness.submit({ where: '3号机房' }));
    expect([said.size, pressed.size, handedIn.size]).toEqual([1, 1, 1]);
    expect(new Set([...said, ...pressed, ...handedIn]).size).toBe(3);
  });

  test('of the next form has another id than that of the form before', async () => {
    await openForm();
    harness.answerWith(async () => ({ kind: 'form', form: nextForm }));
    await harness.submit({ where: '3号机房' });
    const first = last();
    await eventually(async () => expect((await harness.sight()).form).toContain('原因分析'));
    await harness.submit({ where: '4号机房' });
    expect(last()).toMatchObject({ kind: 'submit', form: 'finding.saveCause', answers: { where: '4号机房' } });
    expect(last().id).not.toBe(first.id);
  });

  test('brings the answers in the shapes that the port documents', async () => {
    await openForm();
    const long = '三件备件没有登记，'.repeat(280);
    await harness.submit({
      where: '3号机房',
      what: long,
      kind: 'second',
      sources: ['first', 'second'],
      handler: 'first',
      coWriters: ['second'],
      dueDay: '2026-12-04',
      cost: '12.5',
    });
    expect(answersOf()).toEqual({
      where: '3号机房',
      what: long,
      kind: 'second',
      sources: ['first', 'second'],
      handler: 'first',
      coWriters: ['second'],
      dueDay: '2026-12-04',
      cost: 12.5,
    });
  });

  test('has no answer where a field was left empty', async () => {
    await openForm();
    await harness.submit({ where: '3号机房' });
    const given = Object.entries(answersOf()).filter(([, answer]) => answer !== undefined && answer !== '');
    expect(Object.fromEntries(given)).toEqual({ where: '3号机房' });
  });
});
