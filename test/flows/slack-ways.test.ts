import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyAll } from '../../src/cli/verify.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import type { Desk } from './desk.ts';
import { orgFor } from './org-for.ts';
import { slackDesk, textOf } from './slack-desk.ts';
import { openSlack, type SeatedSlack } from './slack-seats.ts';
import { NUMBER } from './thread.ts';

let seated: SeatedSlack;
let scene: WholeBot;
let desk: Desk;

const user = (person: string) => seated.seats.userId(person);
const home = (person: string) => JSON.stringify(seated.slack.world.homes.get(user(person)) ?? null);
const evidence = async () => (await scene.app.records.load({ number: NUMBER }))?.common.evidence ?? [];

describe.each([
  ['over HTTP', {}],
  ['in Socket Mode', { SLACK_APP_TOKEN: 'xapp-test' }],
] as const)('the quick ways in of Slack, %s', (_, mode) => {
  beforeEach(async () => {
    const clock = movedClock('2026-11-23T01:00:00Z');
    seated = await openSlack(clock);
    const settings = { ...seated.settings, ...mode };
    scene = await openWholeBot(settings, await orgFor(() => seated.seats, [seated.seats]), clock);
    seated.slack.connect(`${scene.app.url}/slack/events`);
    desk = slackDesk(seated.slack, seated.seats);
  });

  afterEach(async () => {
    await scene.stop();
    await seated.slack.close();
  });

  test('a message becomes a finding, a photo is asked about, a reply in the thread is added, and the home tells of it all', async () => {
    const { slack, seats } = seated;
    const files = [{ id: 'F1', name: '门禁.jpg' }];
    const said = slack.write(user('liu-yang'), seats.channel, '3号机房门禁又坏了', { files });
    await slack.useOn(user('huang-tao'), said, 'evidence.finding');
    expect(await desk.formTitle('huang-tao')).not.toBe('');
    expect(await desk.fill('huang-tao', { where: '3号机房' })).toBe('');
    await scene.settle();
    expect(await evidence()).toMatchObject([
      { kind: 'quote', text: '3号机房门禁又坏了', authorId: 'liu-yang', addedBy: 'huang-tao' },
      { kind: 'file', name: '门禁.jpg' },
    ]);

    const card = slack.messagesIn(seats.channel).find((message) => textOf(message).includes(NUMBER));
    const reply = slack.write(user('xu-fang'), seats.channel, '已派人去修', { thread: card?.ts ?? '' });
    await slack.useOn(user('huang-tao'), reply, 'evidence.add');
    await scene.settle();
    await expect.poll(() => desk.told('huang-tao')).toContain(`已补充到 ${NUMBER}`);

    const shared = await slack.share(user('huang-tao'), '', { files: [{ id: 'F2', name: '修复后.jpg' }] });
    await slack.redeliver(shared.request);
    await scene.settle();
    expect(await desk.directMessage('huang-tao')).toContain('收到，要怎么处理');
    await desk.press('huang-tao', NUMBER, `补充到 ${NUMBER}`);
    await scene.settle();
    expect(await evidence()).toMatchObject([
      {},
      {},
      { text: '已派人去修', authorId: 'xu-fang' },
      { kind: 'file', name: '修复后.jpg' },
    ]);

    expect((await slack.openHome(user('chen-jing'))).status).toBe(200);
    await scene.settle();
    expect(home('chen-jing')).toContain('待我决定（1）');
    await slack.pressHome(user('chen-jing'), 'qm.approvals');
    await scene.settle();
    await desk.press('chen-jing', NUMBER, '不成立');
    expect(await desk.fill('chen-jing', { reason: '属于故障，不是不符合' })).toBe('');
    await scene.settle();
    await expect.poll(() => desk.directMessage('chen-jing')).toContain('都处理完了');
    await expect.poll(() => home('chen-jing')).toContain('待我决定（0）');
    expect((await verifyAll(scene.app.records)).faults).toEqual([]);
  });

  test('a stranger is told how to be added, at home and after a photo, and leaves nothing behind', async () => {
    const { slack } = seated;
    slack.world.users.set('U0NEW', { id: 'U0NEW', name: 'New', flags: { is_restricted: true } });
    await slack.openHome('U0NEW');
    await slack.share('U0NEW', '', { files: [{ id: 'F1' }] });
    await scene.settle();
    expect(JSON.stringify(slack.world.homes.get('U0NEW'))).toContain('访客和外部联系人不能使用');
    expect(slack.world.messages.map(textOf).join()).toContain('访客和外部联系人不能使用');
    expect(await scene.app.inbox.givenUp(10)).toEqual([]);
  });
});
