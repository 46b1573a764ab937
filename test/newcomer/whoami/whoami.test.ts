import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerSaid } from '../../../commands/answer-said.ts';
import { tableOf } from '../../../commands/find-command.ts';
import { allLines } from '../../../commands/qm/help-lines.ts';
import { table } from '../../../commands/table.ts';
import { type Conversation, openConversation, textOf } from '../../worlds/conversation.ts';
import { whoami } from './whoami.ts';

// What a newcomer would add: that file, and this line.
const commands = tableOf([...table.all, whoami]);

let room: Conversation;
beforeAll(async () => {
  room = await openConversation(undefined, {}, undefined, (said, context) => answerSaid(commands, said, context));
});
afterAll(() => room.close());

test('it is said in both languages', async () => {
  expect(textOf(await room.say('emily', '/qm whoami'))).toContain('Research');
  expect(textOf(await room.say('li-na', '我是谁'))).toContain('质量效能部');
});

test('a slip is answered with what was meant, and help lists it, without a word elsewhere', async () => {
  expect(textOf(await room.say('emily', '/qm whoam'))).toContain('/qm whoami');
  expect(JSON.stringify(allLines('zh-CN', commands.all))).toContain('我是谁');
});
