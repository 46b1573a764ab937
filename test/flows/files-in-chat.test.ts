import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileEvidence } from '../../src/records/shape/common.ts';
import { samples } from '../files/samples.ts';
import { directChannel } from '../stand-ins/slack/world.ts';
import { eventually } from '../support/eventually.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { slackDesk } from './slack-desk.ts';
import { openSlack } from './slack-seats.ts';
import { NUMBER } from './thread.ts';

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanUps.splice(0).reverse()) await clean();
});

const photo = Buffer.concat([samples.jpeg, randomBytes(300_000)]);
const sha256 = createHash('sha256').update(photo).digest('hex');
const filled = { what: '门禁记录缺失', where: '1号机房' };

async function filesOf({ app }: WholeBot): Promise<FileEvidence[]> {
  const record = await app.records.load({ number: NUMBER });
  return (record?.common.evidence ?? []).filter((one): one is FileEvidence => one.kind === 'file');
}

async function onSlack() {
  const clock = movedClock('2026-11-23T01:00:00Z');
  const { slack, seats, settings } = await openSlack(clock);
  cleanUps.push(() => slack.close());
  const scene = await openWholeBot(settings, await orgFor(() => seats, [seats]), clock);
  cleanUps.push(() => scene.stop());
  slack.connect(`${scene.app.url}/slack/events`);
  return { slack, seats, scene, desk: slackDesk(slack, seats) };
}

async function onFeishu() {
  const clock = movedClock('2026-11-23T01:00:00Z');
  const { feishu, seats, settings } = await openFeishu(clock);
  cleanUps.push(() => feishu.close());
  const scene = await openWholeBot(settings, await orgFor(() => seats, [seats]), clock);
  cleanUps.push(() => scene.stop());
  feishu.eventsUrl = `${scene.app.url}/feishu/events`;
  const desk = feishuDesk(feishu, seats);
  await desk.say('zheng-kai', '/finding new');
  await desk.fill('zheng-kai', filled);
  await scene.settle();
  const card = feishu.world.messagesIn(seats.channel).find(({ content }) => content.includes(NUMBER));
  if (!card) throw new Error('no card in the channel');
  return { feishu, seats, scene, desk, card };
}

describe('in Slack', () => {
  let opened: Awaited<ReturnType<typeof onSlack>>;
  beforeEach(async () => {
    opened = await onSlack();
  });

  test('without a public address, Open sends the file itself to the presser, once', async () => {
    const { slack, seats, scene, desk } = opened;
    const [reporter, presser] = [seats.userId('zheng-kai'), seats.userId('li-na')];
    await slack.slash(reporter, '/finding', 'new', seats.channel);
    const files = [slack.upload(reporter, '门禁 1.jpg', photo)];
    expect((await slack.submitView(reporter, slack.openView(reporter), { ...filled, files })).errors).toEqual({});
    await scene.settle();

    const card = slack.messagesIn(seats.channel)[0];
    const open = card?.blocks.flatMap((block) =>
      block.type === 'section' && block.accessory?.action_id.startsWith('record.file')
        ? [block.accessory.action_id]
        : [],
    )[0];
    if (!card || open === undefined) throw new Error('no file to open');
    await slack.press(presser, card, open);
    await eventually(async () => expect(await desk.told('li-na')).toContain('文件“门禁 1.jpg”随后私信发给您'));
    await scene.settle();
    const sent = [...slack.world.files.values()].filter(({ channels }) =>
      channels.includes(directChannel(slack.world, presser).id),
    );
    expect(sent).toHaveLength(1);
    expect(sent[0]?.name).toMatch(/^门禁 1-[0-9a-f]{8}\.jpg$/);
    expect(sent[0]?.content.equals(photo)).toBe(true);
  });
});

describe('in Feishu', () => {
  let opened: Awaited<ReturnType<typeof onFeishu>>;
  beforeEach(async () => {
    opened = await onFeishu();
  });

  test('a picture in reply to a record’s card is kept with its hash, and Open sends it to the presser', async () => {
    const { feishu, seats, scene, desk, card } = opened;
    await feishu.sendFile(
      seats.userId('zheng-kai'),
      seats.channel,
      { name: '', content: photo, picture: true },
      { parent: card, mention: true },
    );
    await scene.settle();
    expect(await filesOf(scene)).toMatchObject([
      { state: 'stored', addedBy: 'zheng-kai', stored: { sha256, size: photo.length, type: 'image/jpeg' } },
    ]);
    expect(await desk.directMessage('zheng-kai')).toContain(`已补充到 ${NUMBER}`);
    expect((await desk.channel()).join('')).toContain(sha256.slice(0, 8));

    await desk.press('li-na', sha256.slice(0, 8), '打开');
    await expect.poll(() => desk.told('li-na')).toContain('随后私信发给您');
    await scene.settle();
    const sent = feishu.world.messagesIn(seats.userId('li-na')).filter(({ type }) => type === 'file');
    expect(sent).toHaveLength(1);
    expect([...feishu.world.uploads.values()].map(({ content }) => content.equals(photo))).toEqual([true]);
  });
});
