import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ButtonValue } from '../../src/chat/card.ts';
import type { Answers } from '../../src/chat/form.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { answers } from '../quality/finding/answers.ts';
import { type Conversation, openConversation, textOf, textOfCard } from '../worlds/conversation.ts';

let room: Conversation;
beforeAll(async () => {
  room = await openConversation();
});
afterAll(() => room.close());

const place = { platform: 'console', workspace: 'local', channel: 'quality', message: 'message-1' } as const;
const versionOf = async (number: string) => (await room.engine.records.load({ number }))?.version;

describe('a finding from chat', () => {
  test('is created once for a form that is sent twice, and both are told its number', async () => {
    const said = { what: 'Two days are missing in the log', where: 'Room B', criterion: '   ' };
    const replies = await Promise.all([1, 2].map(() => room.submit('emily', 'finding.new', {}, said, 'sent-twice')));
    const [first = '', second] = replies.map(textOf);
    expect(first).toMatch(
      /^Recorded as FD-2026-\d{4}\. The quality department will look at it within one working day\.$/,
    );
    expect(second).toBe(first);
  });

  test('comes back with the answers and a word at each question that is not right', async () => {
    const reply = await room.submit('li-na', 'finding.new', {}, { where: 'x'.repeat(1001), criterion: '手册 4.2' });
    expect(reply).toMatchObject({
      kind: 'errors',
      errors: { what: '这一项必填。', where: '最多 1000 个字，请精简一些。' },
    });
    const fields = reply.kind === 'errors' ? reply.form.fields : [];
    expect(fields).toContainEqual(expect.objectContaining({ name: 'criterion', initial: '手册 4.2' }));
  });

  const stored = async (reply: Reply) => {
    const number = /[A-Z]{2}-\d{4}-\d{4}/.exec(textOf(reply))?.[0] ?? '';
    return room.engine.records.load({ number });
  };
  const handIn = (said: Answers, id?: string) =>
    room.submit('emily', 'finding.new', {}, { what: 'Nobody called back', where: 'Line 3', ...said }, id);

  test('is a finding with its kind suggested where it is an opportunity for improvement', async () => {
    const record = await stored(await handIn({ suggestedKind: 'ofi' }));
    expect(record).toMatchObject({ type: 'finding', state: 'reported', data: { suggestedKind: 'ofi' } });
  });

  test.each(['complaint', 'suggestion'])(
    'is a record of its own, with all that was said, where it is a %s',
    async (kind) => {
      const photo = { platform: 'console', workspace: 'local', ref: `letter-${kind}`, name: 'letter.jpg' };
      const said = { suggestedKind: kind, criterion: 'SLA 3.1', evidence: 'Call log', files: [photo] };
      const replies = [await handIn(said, kind), await handIn(said, kind)];
      const [record, again] = await Promise.all(replies.map(stored));
      expect(textOf(replies[0] as Reply)).toMatch(/^CP-2026-\d{4} is recorded\./);
      expect(again?.number).toBe(record?.number);
      expect(record).toMatchObject({
        type: 'complaint',
        state: 'received',
        restricted: false,
        common: { evidence: [{ kind: 'file', name: 'letter.jpg' }] },
        data: {
          kind,
          what: 'Nobody called back',
          where: 'Line 3',
          receiverId: 'emily',
          notes: [{ text: 'SLA 3.1' }, { text: 'Call log' }],
        },
      });
    },
  );

  test('that is for few eyes stays so when it is a complaint: not even the operations manager reads it', async () => {
    const record = await stored(await handIn({ suggestedKind: 'complaint', visibility: 'restricted' }));
    expect(record).toMatchObject({ restricted: true, cards: [] });
    const number = record?.number ?? '';
    expect(textOf(await room.say('wang-lei', number))).toContain(`没有找到 ${number}`);
    expect(textOf(await room.say('chen-jing', number))).toContain('Nobody called back');
  });

  test.each([' ', '\u200b\u2060', '\u200d\u200d', '\n\t'])('needs words that can be seen: %j', async (what) => {
    expect(await room.submit('emily', 'finding.new', {}, { what, where: 'Room B' })).toMatchObject({
      kind: 'errors',
      errors: { what: 'Please fill this in.' },
    });
  });
});

describe('a press', () => {
  test('asks the form first, and is refused before the form is filled in vain', async () => {
    const number = await room.reported();
    expect(await room.press('li-na', 'finding.issue', { number, round: 0 })).toMatchObject({
      kind: 'form',
      form: { context: { number, round: 0 } },
    });
    expect(textOf(await room.press('emily', 'finding.issue', { number, round: 0 }))).toMatch(/^This step is for Li Na/);
  });

  test('on a stale card tells who was first and when, and shows the card as it is now', async () => {
    const number = await room.reported();
    await room.submit('chen-jing', 'finding.issue', { number, round: 0 }, answers.issue);
    const reply = await room.press('emily', 'finding.issue', { number, round: 0 }, { place });
    expect(textOf(reply)).toBe('Nothing left to do here: Chen Jing issued it on 23 Nov 2026, 10:00.');
    const card = reply.kind === 'toast' && reply.refresh ? textOfCard(reply.refresh) : '';
    expect(card).toContain('CAPA due');
    expect(textOf(await room.press('li-na', 'finding.issue', { number, round: 0 }))).toBe(
      '陈静 已于 2026年11月23日 10:00 下发给责任部门，不用再处理了。',
    );
  });

  test('that is delivered twice is decided once, and answered alike', async () => {
    const number = await room.reported();
    const twice = [1, 2].map(() =>
      room.submit('li-na', 'finding.issue', { number, round: 0 }, answers.issue, 'pressed-twice'),
    );
    const [first, second] = (await Promise.all(twice)).map(textOf);
    // An open finding of the same matter, which others here left, may be named below.
    expect(first?.split('\n')[0]).toBe(`${number}：已下发给责任部门。`);
    expect(second).toBe(first);
    expect(await versionOf(number)).toBe(2);
  });

  test('of Open shows the record to the presser alone', async () => {
    const number = await room.reported();
    expect(textOf(await room.press('li-na', 'record.open', { number }))).toContain('[下发] [不成立]');
  });
});

describe('a tampered button or form', () => {
  const tampered: readonly { what: string; action: string; value: ButtonValue }[] = [
    { what: 'a noun that is none', action: 'constructor.issue', value: { number: '#', round: 0 } },
    { what: 'a move that is none', action: 'finding.obliterate', value: { number: '#', round: 0 } },
    { what: 'what every object inherits', action: 'finding.constructor', value: { number: '#', round: 0 } },
    { what: 'the prototype', action: 'finding.__proto__', value: { number: '#', round: 0 } },
    { what: 'no move', action: 'finding', value: { number: '#', round: 0 } },
    { what: 'no number', action: 'finding.issue', value: { round: 0 } },
    { what: 'a number that is a number', action: 'finding.issue', value: { number: 1, round: 0 } },
    { what: 'a negative round', action: 'finding.issue', value: { number: '#', round: -1 } },
    { what: 'half a round', action: 'finding.issue', value: { number: '#', round: 0.5 } },
    { what: 'a move of another type', action: 'action.complete', value: { number: '#', round: 0 } },
    { what: 'a move under the name of another type', action: 'action.approveCapa', value: { number: '#', round: 0 } },
    { what: 'a move of the system', action: 'finding.actionDone', value: { number: '#', round: 0 } },
    { what: 'a record that only its parent raises', action: 'action.new', value: {} },
  ];

  test.each(tampered)('$what: a clear answer, and nothing happens', async ({ action, value }) => {
    const number = await room.reported();
    const given = Object.fromEntries(Object.entries(value).map(([name, held]) => [name, held === '#' ? number : held]));
    const said = { ...answers.issue, number: `${number}-A1`, evidence: 'x' };
    for (const reply of [await room.press('li-na', action, given), await room.submit('li-na', action, given, said)]) {
      expect(reply).toMatchObject({ kind: 'toast', tone: 'warning' });
      expect(textOf(reply)).toMatch(/^没有这个操作|现在是“待分派”，不能做这个操作/);
    }
    expect(await versionOf(number)).toBe(1);
  });

  test('with a number that is none is told so, in the language of the person', async () => {
    const value = { number: '{"$ne": null}', round: 0 };
    for (const action of ['finding.issue', 'record.open']) {
      expect(textOf(await room.press('emily', action, value))).toMatch(/was not found/);
      expect(textOf(await room.press('li-na', action, value))).toMatch(/^没有找到/);
    }
  });

  test('with a department that is none comes back, with what was filled in', async () => {
    const number = await room.reported();
    const reply = await room.submit(
      'emily',
      'finding.issue',
      { number, round: 0 },
      { ...answers.issue, department: 'moon' },
    );
    expect(textOf(reply)).toMatch(/^This step is for/);
    const back = await room.submit(
      'li-na',
      'finding.issue',
      { number, round: 0 },
      { ...answers.issue, department: 'moon' },
    );
    expect(back).toMatchObject({ kind: 'errors', general: '请从列表中选择。' });
  });

  test('of a round that is not yet is no more than a button of another round', async () => {
    const number = await room.reported();
    const reply = await room.press('li-na', 'finding.issue', { number, round: 7 });
    expect(textOf(reply)).toContain('不能做这个操作');
  });
});

test('nothing that people wrote is in the log, and nothing failed', () => {
  expect(room.logged).toEqual([]);
});
