import { within } from '../../../src/chat/within.ts';
import { shortcutInteraction } from '../receive/shortcut-interaction.ts';
import type { SlackShortcut } from '../schema.ts';
import { type Answering, ask, sentence } from './answering.ts';
import { showReply } from './show-reply.ts';

/** Answers a shortcut. Slack accepts no content in the acknowledgement: a form is opened, anything else is sent to the person. */
export async function answerShortcut(
  answering: Answering,
  shortcut: SlackShortcut,
  ack: () => Promise<void>,
): Promise<void> {
  const { background, tell, home } = answering;
  const userId = shortcut.user.id;
  const language = answering.locales.of(userId);
  const listener =
    shortcut.type === 'shortcut'
      ? { userId }
      : { userId, channel: shortcut.channel.id, responseUrl: shortcut.response_url };
  const interaction = shortcutInteraction(shortcut, answering.reader);
  if (interaction === null) {
    await ack();
    return background.run(async () => tell(listener, sentence(await language, 'slack.oldButton')));
  }
  const work = ask(answering, interaction).then(async (reply) =>
    showReply(answering, interaction, reply, await language),
  );
  const first = await within(work, answering.answerWithinMs);
  await ack();
  background.run(async () => {
    if (!first.inTime) await tell(listener, sentence(await language, 'slack.slow'));
    const { message } = await work;
    if (message) await tell(listener, message);
    home.refresh(userId);
  });
}
