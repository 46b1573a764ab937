import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyAll } from '../../src/cli/verify.ts';
import type { Message } from '../stand-ins/feishu/world.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import type { Desk } from './desk.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu, type SeatedFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { NUMBER } from './thread.ts';

let seated: SeatedFeishu;
let scene: WholeBot;
let desk: Desk;

const user = (person: string) => seated.seats.userId(person);
const evidence = async (number = NUMBER) => (await scene.app.records.load({ number }))?.common.evidence ?? [];

/** What somebody writes in the quality channel, mentioning nobody. */
async function written(person: string, text: string): Promise<Message> {
  const { feishu, seats } = seated;
  await feishu.say(user(person), seats.channel, text, { mention: false });
  return feishu.world.messagesIn(seats.channel).at(-1) as Message;
}

describe.each([
  ['over HTTP', {}],
  ['over the long connection', { FEISHU_MODE: 'ws' }],
] as const)('the quick ways in of Feishu, %s', (_, mode) => {
  beforeEach(async () => {
    const clock = movedClock('2026-11-23T01:00:00Z');
    seated = await openFeishu(clock);
    const settings = { ...seated.settings, ...mode };
    scene = await openWholeBot(settings, await orgFor(() => seated.seats, [seated.seats]), clock);
    if (!('FEISHU_MODE' in mode)) seated.feishu.eventsUrl = `${scene.app.url}/feishu/events`;
    desk = feishuDesk(seated.feishu, seated.seats);
  });

  afterEach(async () => {
    await scene.stop();
    await seated.feishu.close();
  });

  test('an answered message and a bundle become findings, a reply under the card is added, and the menu leads through approvals', async () => {
    const { feishu, seats } = seated;
    const parent = await written('liu-yang', '3号机房门禁又坏了');
    const { event } = await feishu.say(user('huang-tao'), seats.channel, '记为不符合', { parent });
    await feishu.push(event);
    await scene.settle();
    expect(
      feishu.world.messagesIn(user('huang-tao')).filter(({ content }) => content.includes('"tag":"form"')),
    ).toHaveLength(1);
    expect(await desk.fill('huang-tao', { where: '3号机房' })).toBe('');
    await scene.settle();
    expect(await evidence()).toMatchObject([{ text: '3号机房门禁又坏了', authorId: 'liu-yang', addedBy: 'huang-tao' }]);

    const card = feishu.world.messagesIn(seats.channel).find(({ content }) => content.includes(NUMBER));
    await feishu.say(user('xu-fang'), seats.channel, '记录：已派人去修', card ? { parent: card } : {});
    await scene.settle();
    expect(await desk.directMessage('xu-fang')).toContain(`已补充到 ${NUMBER}`);
    expect(await evidence()).toMatchObject([{}, { text: '已派人去修', authorId: 'xu-fang' }]);

    await feishu.forward(user('huang-tao'), [parent, await written('xu-fang', '我也看到了')]);
    await scene.settle();
    expect(await desk.directMessage('huang-tao')).toContain('收到，要怎么处理');
    await desk.press('huang-tao', '2 条消息', '报告新的发现项');
    expect(await desk.fill('huang-tao', { where: '2号机房' })).toBe('');
    await scene.settle();
    expect(await evidence('FD-2026-0002')).toMatchObject([
      { authorId: 'liu-yang' },
      { text: '我也看到了', authorId: 'xu-fang' },
    ]);

    await feishu.choose(user('chen-jing'), 'qm.approvals');
    await scene.settle();
    expect(await desk.directMessage('chen-jing')).toContain('第 1 项，共 2 项');
    await desk.press('chen-jing', NUMBER, '不成立');
    expect(await desk.fill('chen-jing', { reason: '属于故障，不是不符合' })).toBe('');
    await scene.settle();
    expect(await desk.directMessage('chen-jing')).toContain('第 2 项，共 2 项');
    expect((await verifyAll(scene.app.records)).faults).toEqual([]);
  });

  test('a message that was recalled, or that the bot may not read, is told so and leaves nothing behind', async () => {
    const { feishu, seats } = seated;
    const parent = await written('liu-yang', '3号机房门禁又坏了');
    parent.deleted = true;
    await feishu.say(user('huang-tao'), seats.channel, '记为不符合', { parent });
    await scene.settle();
    expect(await desk.directMessage('huang-tao')).toContain('已被删除或撤回');
    feishu.world.readsGroups = false;
    const other = await written('liu-yang', '又一条');
    await feishu.say(user('huang-tao'), seats.channel, '记为不符合', { parent: other });
    await scene.settle();
    expect(await desk.directMessage('huang-tao')).toContain('机器人不在那个会话里');
    expect(await scene.app.inbox.givenUp(10)).toEqual([]);
  });

  test('a message that Feishu cannot show now is read later, and answered once', async () => {
    const { feishu, seats } = seated;
    const parent = await written('liu-yang', '3号机房门禁又坏了');
    feishu.failNext(`GET /open-apis/im/v1/messages/${parent.id}`, { kind: 'status', status: 502 });
    await feishu.say(user('huang-tao'), seats.channel, '记为不符合', { parent });
    await scene.settle();
    expect(await desk.formTitle('huang-tao')).toContain('报告');
  });
});
