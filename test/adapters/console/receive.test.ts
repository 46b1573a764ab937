import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../../adapters/console/receive/read-answers.ts';
import { receive } from '../../../adapters/console/receive/receive.ts';
import { interactionSchema } from '../../../src/chat/interaction.ts';

const id = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const now = new Date('2026-11-23T01:00:00Z');
const inChannel = { id, as: 'li-na', space: 'quality' };
const command = (text: string, space = 'quality') => receive({ ...inChannel, space, kind: 'command', text }, now);

describe('what the page sends', () => {
  test('is a command of its first word', () => {
    expect(command('/finding new')).toEqual({
      id,
      platform: 'console',
      workspace: 'local',
      userId: 'li-na',
      channel: 'quality',
      direct: false,
      kind: 'command',
      noun: 'finding',
      text: 'new',
    });
  });

  test.each([
    ['/qm', 'qm', ''],
    ['／finding  新建 ', 'finding', '新建 '],
    ['/finding show\nFD-1', 'finding', 'show\nFD-1'],
    ['报告不符合', null, '报告不符合'],
    ['/ finding', null, '/ finding'],
    [`/${'x'.repeat(41)}`, null, `/${'x'.repeat(41)}`],
    ['cafe\u0301 \ud800', null, 'caf\u00e9 \ufffd'],
  ])('reads %j as noun %j and text %j', (typed, noun, text) => {
    expect(command(typed)).toMatchObject({ noun, text });
  });

  test('names no channel in a direct conversation', () => {
    const interaction = command('/qm help', 'direct:li-na');
    expect(interaction.direct).toBe(true);
    expect(interaction).not.toHaveProperty('channel');
  });

  test('is a press with the place of the card, or without one for a private card', () => {
    const press = { ...inChannel, kind: 'press' as const, action: 'finding.approve', value: { round: 1 } };
    expect(receive({ ...press, message: 'm1' }, now)).toMatchObject({
      kind: 'press',
      action: 'finding.approve',
      value: { round: 1 },
      place: { platform: 'console', workspace: 'local', channel: 'quality', message: 'm1' },
    });
    expect(receive(press, now)).not.toHaveProperty('place');
  });

  test('is a message when it brings files, said by the visitor where they stand', () => {
    const files = [{ id: 'u1', name: '门禁.jpg' }];
    const written = receive({ ...inChannel, kind: 'message', text: '门禁又坏了', files }, now);
    expect(written).toMatchObject({
      kind: 'message',
      text: '门禁又坏了',
      forwards: false,
      message: {
        place: { platform: 'console', workspace: 'local', channel: 'quality', message: id },
        author: { kind: 'person', userId: 'li-na' },
        sentAt: '2026-11-23T01:00:00.000Z',
        files: [{ platform: 'console', workspace: 'local', ref: 'u1', name: '门禁.jpg' }],
      },
    });
    expect(interactionSchema.safeParse(written).success).toBe(true);
  });

  test('fits the port', () => {
    const submit = { ...inChannel, kind: 'submit' as const, form: 'finding.new', context: {}, fields: [] };
    expect(interactionSchema.safeParse(receive(submit, now)).success).toBe(true);
    expect(interactionSchema.safeParse(command('x'.repeat(40_000))).success).toBe(true);
  });
});

describe('answers of a form', () => {
  test('have the shapes of their fields', () => {
    expect(
      readAnswers([
        { name: 'where', kind: 'text', values: ['Room 3'] },
        { name: 'seen', kind: 'longText', values: ['a\n\nb '] },
        { name: 'nature', kind: 'choice', values: ['minor'] },
        { name: 'elements', kind: 'choices', values: ['people'] },
        { name: 'day', kind: 'date', values: ['2026-11-30'] },
        { name: 'hours', kind: 'number', values: ['1.5'] },
      ]),
    ).toEqual({
      where: 'Room 3',
      seen: 'a\n\nb ',
      nature: 'minor',
      elements: ['people'],
      day: '2026-11-30',
      hours: 1.5,
    });
  });

  test('are absent where nothing was given', () => {
    expect(
      readAnswers([
        { name: 'where', kind: 'text', values: ['  \n'] },
        { name: 'elements', kind: 'choices', values: [] },
        { name: 'hours', kind: 'number', values: [''] },
      ]),
    ).toEqual({});
  });

  test.each([
    ['１２', 12],
    ['-0.5', -0.5],
    ['1,250', 1250],
    ['1,2', '1,2'],
    ['0x10', '0x10'],
    ['Infinity', 'Infinity'],
    ['long', 'long'],
  ])('read the number %j as %j', (typed, answer) => {
    expect(readAnswers([{ name: 'n', kind: 'number', values: [typed] }])).toEqual({ n: answer });
  });
});
