import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyAll } from '../../src/cli/verify.ts';
import type { FileEvidence } from '../../src/records/shape/common.ts';
import { samples } from '../files/samples.ts';
import { directChannel } from '../stand-ins/slack/world.ts';
import { eventually } from '../support/eventually.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import { openFeishu, type SeatedFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { openSlack, type SeatedSlack } from './slack-seats.ts';

const NUMBER = 'FD-2026-0001';
const photo = Buffer.concat([samples.jpeg, randomBytes(400_000)]);
const filled = { what: '门禁记录缺失', where: '1号机房' };

async function filesOf({ app }: WholeBot): Promise<FileEvidence[]> {
  const record = await app.records.load({ number: NUMBER });
  return (record?.common.evidence ?? []).filter((one): one is FileEvidence => one.kind === 'file');
}

/** The file is kept as it was given, and the chain that tells of it verifies. */
async function expectKept(scene: WholeBot, content: Buffer): Promise<void> {
  const [file, ...others] = await filesOf(scene);
  expect(others).toEqual([]);
  expect(file).toMatchObject({
    state: 'stored',
    addedBy: 'zheng-kai',
    stored: {
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      type: 'image/jpeg',
    },
  });
  expect((await verifyAll(scene.app.records)).faults).toEqual([]);
  expect((await scene.app.records.load({ number: NUMBER }))?.effects).toEqual([]);
}

describe('on Slack', () => {
  let seated: SeatedSlack;
  let scene: WholeBot;
  const user = () => seated.seats.userId('zheng-kai');

  beforeEach(async () => {
    const clock = movedClock('2026-11-23T01:00:00Z');
    seated = await openSlack(clock);
    const org = await orgFor(() => seated.seats, [seated.seats]);
    scene = await openWholeBot({ ...seated.settings, PUBLIC_URL: 'https://qm.example.com' }, org, clock);
    seated.slack.connect(`${scene.app.url}/slack/events`);
  });
  afterEach(async () => {
    await scene.stop();
    await seated.slack.close();
  });

  async function report(...files: string[]): Promise<void> {
    const { slack, seats } = seated;
    await slack.slash(user(), '/finding', 'new', seats.channel);
    const submitted = await slack.submitView(user(), slack.openView(user()), { ...filled, files });
    expect(submitted.errors).toEqual({});
  }
  const shown = () =>
    seated.slack
      .messagesIn(seated.seats.channel)
      .map(({ blocks }) => JSON.stringify(blocks))
      .join('');
  const toldReporter = () =>
    seated.slack.messagesIn(directChannel(seated.slack.world, user()).id).map(({ blocks }) => JSON.stringify(blocks));

  test('a photo handed in with a finding is kept, shown on the card, and opened by a link of one’s own', async () => {
    await report(seated.slack.upload(user(), '门禁 1.jpg', photo));
    await scene.settle();
    await expectKept(scene, photo);
    expect(shown()).toContain('门禁 1.jpg');
    expect(shown()).toContain(createHash('sha256').update(photo).digest('hex').slice(0, 8));

    const card = seated.slack.messagesIn(seated.seats.channel)[0];
    const open = card?.blocks.flatMap((block) =>
      block.type === 'section' && block.accessory?.action_id.startsWith('record.file')
        ? [block.accessory.action_id]
        : [],
    );
    if (!card || open?.[0] === undefined) throw new Error('no file to open');
    await seated.slack.press(user(), card, open[0]);
    const link = await eventually(async () => {
      const answer = JSON.stringify(seated.slack.shownTo(user()).at(-1)?.blocks ?? '');
      return /https:\/\/qm\.example\.com(\/files\/[\w.-]+)/.exec(answer)?.[1] ?? false;
    });
    const answer = await fetch(`${scene.app.url}${link}`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(photo)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="__ 1.jpg"; filename*=UTF-8''%E9%97%A8%E7%A6%81%201.jpg`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });

    scene.clock.advance(11 * 60_000);
    expect((await fetch(`${scene.app.url}${link}`)).status).toBe(410);
    expect((await fetch(`${scene.app.url}${link}x`)).status).toBe(404);
  });

  test.each([
    ['a program under the name of a photo', 'photo.jpg', samples.exe, 'type', '不是可以保存的类型'],
    ['26 MB', 'big.jpg', Buffer.concat([samples.jpeg, Buffer.alloc(26 * 1024 * 1024)]), 'tooLarge', '超过 25 MB'],
    ['nothing', 'empty.txt', Buffer.alloc(0), 'empty', '是空的'],
  ])('%s is refused, and whoever gave it is told why', async (_what, name, content, refusal, words) => {
    const file = seated.slack.upload(user(), 'small.jpg', samples.jpeg);
    await report(file);
    // Slack's own input takes 10 MB; a larger file comes by another way, which the reference does not tell.
    const known = seated.slack.world.files.get(file);
    if (known) seated.slack.world.files.set(file, { ...known, name, content });
    await scene.settle();
    expect(await filesOf(scene)).toMatchObject([{ state: 'refused', refusal }]);
    expect(toldReporter().join('')).toContain(words);
    expect((await verifyAll(scene.app.records)).faults).toEqual([]);
  });

  test('a file that Slack does not deliver now is fetched later, once', async () => {
    for (const fault of [
      { kind: 'status', status: 503 },
      { kind: 'rateLimited', retryAfter: 20 },
      { kind: 'dropAfter' },
      { kind: 'login' },
    ] as const) {
      seated.slack.failNext('download', fault);
    }
    await report(seated.slack.upload(user(), 'a.jpg', photo));
    await scene.settle();
    expect(await filesOf(scene)).toMatchObject([{ state: 'fetching' }]);
    for (let minute = 0; minute < 4; minute += 1) {
      scene.clock.advance(60_000);
      await scene.settle();
    }
    await expectKept(scene, photo);
    expect(toldReporter()).toEqual([]);
  });

  test('what was deleted before it was fetched is told to be gone', async () => {
    const file = seated.slack.upload(user(), 'a.jpg', photo);
    seated.slack.failNext('files.info', { kind: 'error', code: 'file_deleted' });
    await report(file);
    await scene.settle();
    expect(await filesOf(scene)).toMatchObject([{ state: 'refused', refusal: 'gone' }]);
    expect(toldReporter().join('')).toContain('取不到');
  });
});

describe('on Feishu', () => {
  let seated: SeatedFeishu;
  let scene: WholeBot;
  const user = () => seated.seats.userId('zheng-kai');

  beforeEach(async () => {
    const clock = movedClock('2026-11-23T01:00:00Z');
    seated = await openFeishu(clock);
    const org = await orgFor(() => seated.seats, [seated.seats]);
    scene = await openWholeBot({ ...seated.settings }, org, clock);
    seated.feishu.eventsUrl = `${scene.app.url}/feishu/events`;
  });
  afterEach(async () => {
    await scene.stop();
    await seated.feishu.close();
  });

  test('a photo sent as a reply to the form is kept with the finding', async () => {
    const { feishu } = seated;
    await feishu.say(user(), 'p2p', '/finding new');
    const form = feishu.world.messagesIn(user()).at(-1);
    if (!form) throw new Error('no form');
    await feishu.sendFile(user(), 'p2p', { name: '', content: photo, picture: true }, { parent: form });
    const { toast } = await feishu.submitForm(user(), form, filled);
    expect(toast?.type).toBe('success');
    feishu.failNext('GET /open-apis/im/v1/messages', { kind: 'cut' });
    await scene.settle();
    await scene.settle();
    await expectKept(scene, photo);
  });
});
