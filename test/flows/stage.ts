import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { verifyAll } from '../../src/cli/verify.ts';
import type { FindingData } from '../../src/quality/finding/finding-data.ts';
import type { RecordOf } from '../../src/records/shape/record.ts';
import { samples } from '../files/samples.ts';
import { eventually } from '../support/eventually.ts';
import { movedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import type { Desk } from './desk.ts';
import { feishuDesk } from './feishu-desk.ts';
import { openFeishu } from './feishu-seats.ts';
import { orgFor, type Seats } from './org-for.ts';
import { slackDesk, textOf } from './slack-desk.ts';
import { openSlack } from './slack-seats.ts';

/** Where a conversation of the flows takes place. */
export const platforms = ['Slack', 'Feishu'] as const;
export type PlatformName = (typeof platforms)[number];

/** The bot on one platform, with everybody of the sample organisation at it. */
export interface OnPlatform extends WholeBot {
  readonly desk: Desk;
  readonly seats: Seats;
  /** The texts that a person can see there: the channel, their direct messages, what only they were shown, their home. */
  seen(person: string): string;
  /** Writes with a picture in the thread of a record's card in the channel, and asks the bot to keep it. */
  addFromThread(person: string, number: string, text: string): Promise<void>;
  /** Opens one's home, or goes through the bot's menu, and returns its text. */
  home(person: string): Promise<string>;
  /** Sends the bot a photo in a direct message. */
  sendPhoto(person: string): Promise<void>;
  /** The platform will permanently reject the bot's next message. */
  refuseNextPost(): void;
  /** The contents of the files that the bot sent to a person. */
  filesSentTo(person: string): readonly Buffer[];
}

/** Changes to the organization before it is imported. */
type Org = (seats: Seats) => Promise<string>;

/** Opens the stage on a Monday at nine in Beijing. */
export function openOnPlatform(
  platform: PlatformName,
  org: Org = (seats) => orgFor(() => seats, [seats]),
): Promise<OnPlatform> {
  return platform === 'Slack' ? onSlack(org) : onFeishu(org);
}

const START = '2026-11-23T01:00:00Z';
const picture = () => Buffer.concat([samples.jpeg, randomBytes(2_000)]);

async function onSlack(org: Org): Promise<OnPlatform> {
  const clock = movedClock(START);
  const { slack, seats, settings } = await openSlack(clock);
  const scene = await openWholeBot(settings, await org(seats), clock);
  slack.connect(`${scene.app.url}/slack/events`);
  const { world } = slack;
  const direct = (person: string) =>
    [...world.channels.values()].find(({ user }) => user === seats.userId(person))?.id ?? '';
  const home = (person: string) => JSON.stringify(world.homes.get(seats.userId(person)) ?? '');
  return {
    ...scene,
    desk: slackDesk(slack, seats),
    seats,
    seen: (person) =>
      [
        ...slack.messagesIn(seats.channel).map(textOf),
        ...slack.messagesIn(direct(person)).map(textOf),
        ...slack.shownTo(seats.userId(person)).map(textOf),
        ...[...world.views.values()]
          .filter(({ user }) => user === seats.userId(person))
          .map((view) => JSON.stringify(view)),
        home(person),
      ].join('\n'),
    async addFromThread(person, number, text) {
      const card = slack.messagesIn(seats.channel).find((message) => textOf(message).includes(number));
      const user = seats.userId(person);
      const id = slack.upload(user, '现场.jpg', picture());
      const written = { files: [{ id, name: '现场.jpg' }], thread: card?.ts ?? '' };
      await slack.share(user, `记录 ${text}`, written, seats.channel);
    },
    async sendPhoto(person) {
      const id = slack.upload(seats.userId(person), '照片.jpg', picture());
      await slack.share(seats.userId(person), '', { files: [{ id, name: '照片.jpg' }] });
    },
    refuseNextPost: () => slack.failNext('chat.postMessage', { kind: 'error', code: 'is_archived' }),
    async home(person) {
      await slack.openHome(seats.userId(person));
      await scene.settle();
      return home(person);
    },
    filesSentTo: (person) =>
      [...world.files.values()]
        .filter(({ channels }) => channels.includes(direct(person)))
        .map(({ content }) => content),
    async stop() {
      await scene.stop();
      await slack.close();
    },
  };
}

async function onFeishu(org: Org): Promise<OnPlatform> {
  const clock = movedClock(START);
  const { feishu, seats, settings } = await openFeishu(clock);
  const scene = await openWholeBot(settings, await org(seats), clock);
  feishu.eventsUrl = `${scene.app.url}/feishu/events`;
  const { world } = feishu;
  const desk = feishuDesk(feishu, seats);
  const sent = (person: string) =>
    world.messagesIn(seats.userId(person)).filter(({ sender }) => sender === world.appId);
  const shown = (where: string) =>
    world
      .messagesIn(where)
      .filter(({ sender }) => sender === world.appId)
      .map(({ card, content }) => (card ? JSON.stringify(card) : content));
  const toasts: string[] = [];
  return {
    ...scene,
    desk: {
      ...desk,
      async press(person, number, button) {
        await desk.press(person, number, button);
        toasts.push(`${person}\n${await desk.told(person)}`);
      },
      told: async (person) => asRead(await desk.told(person)),
      formText: async (person) => asRead(await desk.formText(person)),
      directMessage: async (person) => asRead(await desk.directMessage(person)),
      channel: async () => (await desk.channel()).map(asRead),
    },
    seats,
    seen: (person) =>
      asRead(
        [
          ...shown(seats.channel),
          ...shown(seats.userId(person)),
          ...toasts.filter((toast) => toast.startsWith(`${person}\n`)),
        ].join('\n'),
      ),
    async addFromThread(person, number, text) {
      const card = world.messagesIn(seats.channel).find(({ content }) => content.includes(number));
      if (!card) throw new Error(`no card of ${number} in the channel`);
      await feishu.sayWithPicture(seats.userId(person), seats.channel, `记录 ${text}`, picture(), card);
    },
    async sendPhoto(person) {
      await feishu.sendFile(seats.userId(person), 'p2p', { name: '', content: picture(), picture: true });
    },
    refuseNextPost: () => feishu.failNext('POST /open-apis/im/v1/messages', { kind: 'refuse', code: 230013 }),
    async home(person) {
      const before = sent(person).length;
      for (const entry of ['qm.approvals', 'qm.mine', 'qm.overdue']) {
        await feishu.choose(seats.userId(person), entry);
        await scene.settle();
      }
      return asRead(JSON.stringify(sent(person).slice(before)));
    },
    filesSentTo: (person) =>
      sent(person)
        .filter(({ type }) => type === 'file')
        .flatMap(({ content }) => world.uploads.get(JSON.parse(content).file_key)?.content ?? []),
    async stop() {
      await scene.stop();
      await feishu.close();
    },
  };
}

/** Feishu's text without the escapes that keep it from being parsed as markup: `FD&#45;2026`. */
const asRead = (text: string) => text.replace(/&#(\d+);/g, (_mark, code: string) => String.fromCodePoint(Number(code)));

/** A finding as it stands. */
export async function findingOn({ app }: OnPlatform, number: string): Promise<RecordOf<FindingData>> {
  const record = await app.records.load({ number });
  if (record?.type !== 'finding') throw new Error(`no finding ${number}`);
  return record as RecordOf<FindingData>;
}

/** A user fills in the open form, and it is accepted. */
export async function fill(
  { desk, settle }: OnPlatform,
  person: string,
  answers: Parameters<Desk['fill']>[1],
): Promise<void> {
  expect(await desk.fill(person, answers)).toBe('');
  await settle();
}

/** Somebody presses a button, and the bot does what follows; behind *More* where it stands there. */
export async function press(stage: OnPlatform, person: string, number: string, button: string): Promise<void> {
  await stage.desk.press(person, number, button);
  await stage.settle();
}

/** Opens the record, then *More*, and presses what stands behind it. */
export async function pressMore(stage: OnPlatform, person: string, number: string, button: string): Promise<void> {
  const { desk } = stage;
  await desk.say(person, `/finding show ${number}`);
  await eventually(() => desk.press(person, number, '更多'));
  await eventually(() => desk.press(person, `${number} · 更多操作`, button));
  await stage.settle();
}

/** Somebody says something, and the bot has answered; gives what they were told. */
export async function ask(stage: OnPlatform, person: string, text: string): Promise<string> {
  const before = stage.seen(person);
  await stage.desk.say(person, text);
  await eventually(() => stage.seen(person) !== before);
  return stage.desk.told(person);
}

/** Huang Tao reports something; gives its number. */
export async function report(stage: OnPlatform, what: string, more: Parameters<Desk['fill']>[1] = {}): Promise<string> {
  await stage.desk.say('huang-tao', '/finding new');
  await fill(stage, 'huang-tao', { what, where: '3号机房', ...more });
  const told = await stage.desk.told('huang-tao');
  const number = /已登记为 (FD-\d{4}-\d{4})/.exec(told)?.[1];
  if (number === undefined) throw new Error(`not registered: ${told}`);
  return number;
}

/** Li Na issues a finding to the operations department, with the kind given. */
export async function issue(stage: OnPlatform, number: string, title: string, kind = 'minor'): Promise<void> {
  await press(stage, 'li-na', number, '下发');
  await fill(stage, 'li-na', { title, kind, department: 'omd', criterion: `${number} 4.2`, source: 'spotCheck' });
}

/** Every chain verifies. */
export async function expectSound({ app }: OnPlatform): Promise<void> {
  expect((await verifyAll(app.records)).faults).toEqual([]);
}
