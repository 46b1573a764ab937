import { afterAll, beforeAll, expect, test } from 'vitest';
import { toPlainText } from '../../src/chat/text.ts';
import { type Conversation, openConversation, textOf } from '../worlds/conversation.ts';

let room: Conversation;
let first: string;

const report = async (person: string, what: string, visibility = 'open') =>
  textOf(await room.submit(person, 'finding.new', {}, { what, where: 'Room B', visibility }));
const numberIn = (text: string) => /FD-2026-\d{4}/.exec(text)?.[0] ?? '';

beforeAll(async () => {
  room = await openConversation();
  first = numberIn(await report('emily', 'The access log of server room 3 lacks two days'));
});
afterAll(() => room.close());

test('a user who reports the same matter again is told of the first report', async () => {
  const said = await report('he-min', '服务器机房门禁');
  expect(said).not.toContain(first);
  expect(await report('emily', 'The access log of server room 3 lacks three days')).toContain(
    `These may be the same matter:\n${first} The access log of server room 3 lacks`,
  );
});

test('the person who triages sees them above the form, while there is still time to merge', async () => {
  const number = numberIn(await report('emily', 'The access log of server room 3 lacks some days'));
  const reply = await room.press('li-na', 'finding.issue', { number, round: 0 });
  const intro = reply.kind === 'form' ? toPlainText(reply.form.intro ?? []) : '';
  expect(intro).toContain('可能是同一件事');
  expect(intro).toContain(first);
  expect(intro).not.toContain(`\n${number} The`);
});

test('the person who issues a finding is told of those of the same department and clause, regardless of their titles', async () => {
  const issue = async (what: string, criterion: string) => {
    const number = numberIn(await report('emily', what));
    const said = { title: what, kind: 'minor', department: 'omd', source: 'spotCheck', criterion };
    return [number, textOf(await room.submit('li-na', 'finding.issue', { number, round: 0 }, said))] as const;
  };
  const [earlier, first] = await issue('备品备件没有上锁', '《机房管理规定》第7.3条');
  expect(first).not.toContain('可能是同一件事');
  const [, other] = await issue('巡检路线图过期', '机房管理规定 7.4');
  expect(other).not.toContain(earlier);
  const [, same] = await issue('夜班人数不够', '机房管理规定 7.3');
  expect(same).toContain(`可能是同一件事：\n${earlier} 备品备件没有上锁（待整改）`);
});

test('nobody is told of what is restricted, unless they may read it', async () => {
  const secret = numberIn(await report('emily', 'The badge of a colleague was lent to a stranger', 'restricted'));
  expect(await report('huang-tao', 'The badge of a colleague was lent to a visitor')).not.toContain(secret);
  expect(await report('li-na', 'The badge of a colleague was lent to a guest')).toContain(secret);
});
