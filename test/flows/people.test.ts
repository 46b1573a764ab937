import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import type { Desk } from './desk.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu } from './feishu-seats.ts';
import { orgFor, type Seats } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack } from './slack-seats.ts';

/** A platform with everybody seated, before the bot has started. */
interface Ground {
  readonly seats: Seats;
  readonly settings: Readonly<Record<string, string>>;
  readonly desk: Desk;
  /** Whether the person has an address that the platform vouches for. */
  connect(url: string): void;
  close(): Promise<void>;
}

const clock = () => movedClock('2026-11-23T01:00:00Z');

async function onSlack(now: ReturnType<typeof clock>): Promise<Ground> {
  const { slack, seats, settings } = await openSlack(now);
  const connect = (url: string) => slack.connect(`${url}/slack/events`);
  return { seats, settings, desk: slackDesk(slack, seats), connect, close: () => slack.close() };
}

async function onFeishu(now: ReturnType<typeof clock>): Promise<Ground> {
  const { feishu, seats, settings } = await openFeishu(now);
  const connect = (url: string) => {
    feishu.eventsUrl = `${url}/feishu/events`;
  };
  return { seats, settings, desk: feishuDesk(feishu, seats), connect, close: () => feishu.close() };
}

describe.each([
  { platform: 'Slack', open: onSlack },
  { platform: 'Feishu', open: onFeishu },
])('on $platform', ({ open }) => {
  let ground: Ground;
  let scene: WholeBot;

  async function start(org: string, now: ReturnType<typeof clock>): Promise<void> {
    scene = await openWholeBot(ground.settings, org, now);
    ground.connect(scene.app.url);
  }

  let now: ReturnType<typeof clock>;
  beforeEach(async () => {
    now = clock();
    ground = await open(now);
  });

  afterEach(async () => {
    await scene.stop();
    await ground.close();
  });

  test('a user records an absence in the form, and the deputy is notified', async () => {
    await start(await orgFor(() => ground.seats, [ground.seats]), now);
    const { desk } = ground;
    await desk.say('xu-fang', '/qm away');
    const answers = { from: '2026-12-01', to: '2026-12-05', deputy: 'liu-yang' };
    expect(await desk.fill('xu-fang', answers)).toBe('');
    await scene.settle();
    await expect.poll(() => desk.told('xu-fang')).toContain('由刘洋代理');
    expect(await desk.directMessage('liu-yang')).toContain('请您代理徐芳');
  });

  test('nobody is administrator yet: the code from the start lets one in, once, and the channel hears of it', async () => {
    const shape = z.looseObject({ people: z.array(z.looseObject({ id: z.string() })) });
    const org = shape.parse(parse(await orgFor(() => ground.seats, [ground.seats])));
    const people = org.people.map((person) => ({ ...person, identities: {} }));
    await start(stringify({ ...org, people }), now);
    const { desk } = ground;
    const code = scene.app.invitation;
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    await desk.say('zheng-kai', `/qm claim ${code} 郑凯`);
    await scene.settle();
    await expect.poll(() => desk.told('zheng-kai')).toContain('您现在是系统管理员了');
    expect((await desk.channel()).join()).toContain('郑凯 已用一次性口令成为系统管理员');
    await desk.say('zheng-kai', '/qm admin');
    await expect.poll(() => desk.told('zheng-kai')).toContain('qmbot 运行情况');
    await desk.say('huang-tao', `/qm claim ${code} 黄涛`);
    await expect.poll(() => desk.told('huang-tao')).toContain('口令不对，或已用过');
  });

  test('with an administrator linked, the start makes no code', async () => {
    await start(await orgFor(() => ground.seats, [ground.seats]), now);
    expect(scene.app.invitation).toBeNull();
  });
});
