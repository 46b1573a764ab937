import type { SlackStandIn } from '../stand-ins/slack/start-slack.ts';
import type { StandInEphemeral, StandInMessage } from '../stand-ins/slack/world.ts';
import { directChannel } from '../stand-ins/slack/world.ts';
import type { Desk } from './desk.ts';
import type { Seats } from './org-for.ts';

/** All text of a Slack message, as a user reads it. */
export function textOf({ text, blocks }: StandInMessage | StandInEphemeral): string {
  return `${text}\n${JSON.stringify(blocks)}`;
}

/** Users of Slack: every action is a signed request to the bot's `/slack/events`. */
export function slackDesk(slack: SlackStandIn, { channel, userId }: Seats): Desk {
  const seenBy = (person: string) => {
    const user = userId(person);
    const direct = directChannel(slack.world, user).id;
    return [...slack.messagesIn(channel), ...slack.messagesIn(direct), ...slack.shownTo(user)].sort((left, right) =>
      left.ts.localeCompare(right.ts, 'en', { numeric: true }),
    );
  };
  const expectOk = (status: number) => {
    if (status !== 200) throw new Error(`the bot answered ${status}`);
  };
  return {
    async say(person, text) {
      const [command = '', ...rest] = text.split(' ');
      expectOk((await slack.slash(userId(person), command, rest.join(' '), channel)).status);
    },
    formTitle: (person) => Promise.resolve(slack.openView(userId(person)).body.title.text),
    formText: (person) => Promise.resolve(JSON.stringify(slack.openView(userId(person)).body)),
    async fill(person, answers) {
      const view = slack.openView(userId(person));
      const { status, errors } = await slack.submitView(userId(person), view, answers);
      expectOk(status);
      return Object.values(errors).join('\n');
    },
    async press(person, number, button) {
      const found = seenBy(person)
        .flatMap((message) =>
          textOf(message).includes(number) ? [{ message, action: actionOf(message, button) }] : [],
        )
        .findLast(({ action }) => action !== undefined);
      if (found?.action === undefined) throw new Error(`${person} sees no button "${button}" for ${number}`);
      expectOk((await slack.press(userId(person), found.message, found.action)).status);
    },
    told: (person) => Promise.resolve(slack.shownTo(userId(person)).map(textOf).at(-1) ?? ''),
    toldSoFar: (person) => Promise.resolve(slack.shownTo(userId(person)).map(textOf).join('\n')),
    channel: () => Promise.resolve(slack.messagesIn(channel).map(textOf)),
    directMessage(person) {
      const direct = directChannel(slack.world, userId(person)).id;
      return Promise.resolve(slack.messagesIn(direct).map(textOf).at(-1) ?? '');
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
