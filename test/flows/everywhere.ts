import { onTestFinished } from 'vitest';
import type { OutboxOptions } from '../../src/outbox/options.ts';
import type { MovedClock } from '../support/moved-clock.ts';
import { openWholeBot, type WholeBot } from '../worlds/whole-bot.ts';
import type { Answered, Desk } from './desk.ts';
import { feishuDesk, textOf as textOfFeishu } from './feishu-desk.ts';
import { openFeishu } from './feishu-seats.ts';
import { orgFor } from './org-for.ts';
import { slackDesk, textOf as textOfSlack } from './slack-desk.ts';
import { openSlack } from './slack-seats.ts';

/** The bot on one platform, with everybody of the sample organisation in their seats. */
export interface PlatformConversation {
  readonly desk: Desk;
  readonly scene: WholeBot;
  /** What the bot has sent as files, oldest first. */
  readonly files: () => readonly string[];
  /** For each picture that the bot has uploaded, the cards that show it now. */
  readonly pictures: () => readonly (readonly string[])[];
  /**
   * Adds a photograph to a record the way the platform does: with the form that `inForm` opens next, or, if forms take no files, in reply to
   * the record's card that `inReply` has. Returns the extra answers for the form.
   */
  readonly photograph: (by: Photographers, number: string, photo: Photograph) => Promise<Answered>;
}

interface Photographers {
  readonly inForm: string;
  readonly inReply: string;
}
interface Photograph {
  readonly name: string;
  readonly content: Buffer;
}

/** Options of a conversation: settings of the bot, the purposes of its channel, and a change to its organization. */
interface ConversationOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly purposes?: Parameters<typeof orgFor>[2];
  readonly org?: (file: string) => string;
  /** The outbox's options. */
  readonly outbox?: Partial<OutboxOptions>;
}
type Converse<Opened> = (clock: MovedClock, options?: ConversationOptions) => Promise<Opened>;
type Stoppable = PlatformConversation & { readonly stop: () => Promise<void> };
type Seated = Pick<Awaited<ReturnType<typeof openSlack>>, 'seats' | 'settings'>;

async function startWith(
  { seats, settings: own }: Seated,
  clock: MovedClock,
  options: ConversationOptions,
): Promise<WholeBot> {
  const { settings, purposes = ['service'], org = (file: string) => file, outbox } = options;
  const file = await orgFor(() => seats, [seats], purposes);
  return openWholeBot({ ...own, ...settings }, org(file), clock, outbox && { outbox });
}

/** Opens it on Slack; the caller stops it. */
export const openOnSlack: Converse<Stoppable> = async (clock, options = {}) => {
  const seated = await openSlack(clock);
  const { slack, seats } = seated;
  const scene = await startWith(seated, clock, options);
  slack.connect(`${scene.app.url}/slack/events`);
  return {
    desk: slackDesk(slack, seats),
    scene,
    files: () => [...slack.world.files.values()].map(({ content }) => String(content)),
    pictures: () => {
      const cards = [...slack.world.messages, ...slack.world.ephemerals].map(textOfSlack);
      return [...slack.world.files.keys()].map((id) => cards.filter((card) => card.includes(id)));
    },
    photograph: async ({ inForm }, _number, { name, content }) => ({
      files: [slack.upload(seats.userId(inForm), name, content)],
    }),
    stop: () => scene.stop().then(() => slack.close()),
  };
};

/** Opens it on Feishu; the caller stops it. */
export const openOnFeishu: Converse<Stoppable> = async (clock, options = {}) => {
  const seated = await openFeishu(clock);
  const { feishu, seats } = seated;
  const scene = await startWith(seated, clock, options);
  feishu.eventsUrl = `${scene.app.url}/feishu/events`;
  return {
    desk: feishuDesk(feishu, seats),
    scene,
    files: () => [...feishu.world.uploads.values()].map(({ content }) => String(content)),
    pictures: () => {
      const cards = feishu.world.messages.map(textOfFeishu);
      return [...feishu.world.pictures.keys()].map((key) => cards.filter((card) => card.includes(key)));
    },
    async photograph({ inReply }, number, photo) {
      const user = seats.userId(inReply);
      // The newest one: an older card is retired as soon as it exists.
      const parent = feishu.world.messagesIn(user).findLast((message) => textOfFeishu(message).includes(number));
      if (!parent) throw new Error(`${inReply} has no card of ${number}`);
      await feishu.sendFile(user, 'p2p', { ...photo, picture: true }, { parent });
      return {};
    },
    stop: () => scene.stop().then(() => feishu.close()),
  };
};

const forOneTest =
  (open: Converse<Stoppable>): Converse<PlatformConversation> =>
  async (clock, options) => {
    const conversation = await open(clock, options);
    onTestFinished(() => conversation.stop());
    return conversation;
  };

/** On Slack, until the end of the test. */
export const inSlack = forOneTest(openOnSlack);

/** On Feishu, until the end of the test. */
export const inFeishu = forOneTest(openOnFeishu);

/** For `test.each`: both platforms. */
export const everywhere = [
  ['Slack', inSlack],
  ['Feishu', inFeishu],
] as const;
