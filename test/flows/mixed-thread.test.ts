import { afterEach, beforeEach, expect, test } from 'vitest';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu, type SeatedFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack, type SeatedSlack } from './slack-seats.ts';
import { carryOutAndClose, NUMBER, reportAndIssue, writeAndSubmit } from './thread.ts';

/** Quality and management sit in Slack, operations in Feishu. */
const inSlack = new Set(['li-na', 'chen-jing', 'he-wei', 'zhou-min', 'zhao-guohua']);

let slack: SeatedSlack;
let feishu: SeatedFeishu;
let scene: WholeBot;

beforeEach(async () => {
  const clock = movedClock('2026-11-23T01:00:00Z');
  [slack, feishu] = await Promise.all([openSlack(clock), openFeishu(clock)]);
  const seatOf = (person: string) => (inSlack.has(person) ? slack.seats : feishu.seats);
  const org = await orgFor(seatOf, [slack.seats, feishu.seats]);
  scene = await openWholeBot({ ...slack.settings, ...feishu.settings }, org, clock);
  slack.slack.connect(`${scene.app.url}/slack/events`);
  feishu.feishu.eventsUrl = `${scene.app.url}/feishu/events`;
});

afterEach(async () => {
  await scene.stop();
  await Promise.all([slack.slack.close(), feishu.feishu.close()]);
});

test('a major nonconformity is reported on Feishu and approved on Slack; its cards stand in both', async () => {
  const atSlack = slackDesk(slack.slack, slack.seats);
  const atFeishu = feishuDesk(feishu.feishu, feishu.seats);
  const desk = (person: string) => (inSlack.has(person) ? atSlack : atFeishu);
  await reportAndIssue(desk, scene.settle, 'major');
  await writeAndSubmit(desk, scene.settle);
  await atSlack.press('li-na', NUMBER, '审批通过');
  await scene.settle();
  expect((await atFeishu.channel()).join()).toContain('待管理者代表审批');
  await atSlack.press('zhou-min', NUMBER, '审批通过');
  await scene.settle();
  expect((await atFeishu.channel()).join()).toContain('措施实施中');
  await carryOutAndClose(desk, scene.settle);
  expect((await atFeishu.channel()).join()).toContain('已关闭');
  expect((await scene.app.records.load({ number: NUMBER }))?.state).toBe('closed');
});
