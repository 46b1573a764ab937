import { translate } from '../../src/i18n/translate.ts';
import type { Answered } from '../flows/desk.ts';
import type { Seats } from '../flows/org-for.ts';
import { textOf } from '../flows/slack-desk.ts';
import type { SlackStandIn } from '../stand-ins/slack/start-slack.ts';
import { directChannel, type StandInEphemeral, type StandInMessage } from '../stand-ins/slack/world.ts';
import { eventually } from '../support/eventually.ts';

/** The bot did not take the act, as far as the person can see: it is to be done again. */
export class Unacknowledged extends Error {}

/** People whose bot may die at any moment: each act fails with `Unacknowledged` unless the bot has taken it. */
export interface People {
  say(person: string, text: string, wants?: Wants): Promise<void>;
  /** Fills in the form opened last and hands it in. */
  fill(person: string, answers: Answered): Promise<void>;
  /** Sends a photo to the bot, in a message that Slack delivers until the bot has taken it. */
  send(person: string, name: string, content: Buffer): () => Promise<void>;
  /** Finds a button on the newest card that has it. What is given presses it, again and again if need be. */
  find(person: string, number: string, button: string, wants?: Wants): () => Promise<void>;
}

/** What a person is after: what was acknowledged must happen; who asked for a form or a list, and sees none, asks again. */
type Wants = 'decision' | 'answer';

/** The sentences with which the bot asks a person to try again. */
const tryAgain = [
  translate('zh-CN', 'error.busy'),
  translate('zh-CN', 'slack.slow'),
  translate('zh-CN', 'slack.slowForm'),
];

/** People in a Slack workspace. `gone` says whether the bot that was asked is no more, and will say nothing further. */
export function slackPeople(slack: SlackStandIn, { channel, userId }: Seats, gone: () => boolean): People {
  const formsOf = (user: string) => [...slack.world.views.values()].filter((view) => view.user === user).length;

  /** How often the bot has answered this person in private. */
  const answersTo = (user: string) =>
    [...slack.world.responseUrls.values()].reduce((sum, url) => sum + (url.user === user ? url.uses : 0), 0);

  /** Does something and waits for what the person sees of it: a form, or a message. */
  async function attempt(
    user: string,
    request: () => Promise<{ readonly status: number }>,
    wants: Wants,
  ): Promise<void> {
    const known = slack.shownTo(user).map(textOf);
    const answers = answersTo(user);
    const told = slack.shownTo(user).length;
    const forms = formsOf(user);
    const { status } = await request().catch((error: unknown) => {
      throw new Unacknowledged(String(error));
    });
    if (status !== 200) throw new Unacknowledged(`answered with ${status}`);
    // An answer may take the place of the message that was pressed.
    const isAnswered = () => slack.shownTo(user).length > told || answersTo(user) > answers || formsOf(user) !== forms;
    await eventually(() => gone() || isAnswered());
    if (wants === 'answer' && !isAnswered()) throw new Unacknowledged('the bot died before it answered');
    const shown = slack.shownTo(user).map(textOf);
    const news = shown.filter((text, index) => text !== known[index]).join('\n');
    if (tryAgain.some((text) => news.includes(text))) throw new Unacknowledged(news);
    if (news.includes('编号')) throw new Error(`an internal error was shown: ${news}`);
  }

  return {
    say(person, text, wants = 'decision') {
      const [command = '', ...rest] = text.split(' ');
      return attempt(userId(person), () => slack.slash(userId(person), command, rest.join(' '), channel), wants);
    },
    async fill(person, answers) {
      const user = userId(person);
      const { errors, status } = await slack
        .submitView(user, slack.openView(user), answers)
        .catch((error: unknown) => Promise.reject(new Unacknowledged(String(error))));
      if (status !== 200) throw new Unacknowledged(`answered with ${status}`);
      const complaint = Object.values(errors).join('\n');
      if (tryAgain.some((text) => complaint.includes(text))) throw new Unacknowledged(complaint);
      if (complaint !== '') throw new Error(`the form was refused: ${complaint}`);
    },
    send(person, name, content) {
      const user = userId(person);
      const deliver = slack.shareUntilTaken(user, '', { files: [{ id: slack.upload(user, name, content), name }] });
      return async () => {
        const { status } = await deliver().catch((error: unknown) => Promise.reject(new Unacknowledged(String(error))));
        if (status !== 200) throw new Unacknowledged(`answered with ${status}`);
      };
    },
    find(person, number, button, wants = 'decision') {
      const user = userId(person);
      const direct = directChannel(slack.world, user).id;
      const found = [...slack.messagesIn(channel), ...slack.messagesIn(direct), ...slack.shownTo(user)]
        .filter((message) => textOf(message).includes(number))
        .flatMap((message) => {
          const action = actionOf(message, button);
          return action === undefined ? [] : [{ message, action }];
        })
        .at(-1);
      if (!found) throw new Error(`${person} sees no button "${button}" for ${number}`);
      return () => attempt(user, () => slack.press(user, found.message, found.action), wants);
    },
  };
}

function actionOf({ blocks }: StandInMessage | StandInEphemeral, button: string): string | undefined {
  const buttons = blocks.flatMap((block) => {
    if (block.type === 'actions') return block.elements;
    return block.type === 'section' && block.accessory ? [block.accessory] : [];
  });
  return buttons.find((each) => each.text.text === button)?.action_id;
}
