import { within } from '../../../src/chat/within.ts';
import { pressInteraction } from '../receive/to-interaction.ts';
import type { SlackMessage } from '../render/render-card.ts';
import type { SlackPress } from '../schema.ts';
import { type Answering, ask, sentence } from './answering.ts';
import { type Shown, showReply } from './show-reply.ts';

/** Answers a pressed button. Slack accepts no content in the acknowledgement of a press, so the answer follows it. */
export async function answerPress(answering: Answering, press: SlackPress, ack: () => Promise<void>): Promise<void> {
  const interaction = pressInteraction(press, answering.workspace);
  const language = answering.locales.of(press.user.id);
  const { background, tell, home, respond } = answering;
  if (press.container.type === 'view') home.opened(press.user.id);
  const listener = { userId: press.user.id, channel: press.channel?.id, responseUrl: press.response_url };

  const show = async ({ message, refreshed, next }: Shown) => {
    // The next card reports the outcome of the pressed one.
    if (next) return void ((await replaceBy(answering, press, next)) || (await tell(listener, next)));
    // A card that only one person sees has no place from which it could be redrawn later.
    if (refreshed && press.container.is_ephemeral && press.response_url)
      await respond(press.response_url, refreshed, true);
    if (message) await tell(listener, message);
  };

  if (interaction === null) {
    await ack();
    if (press.actions[0]?.type !== 'button' || press.actions[0].value === undefined) return;
    return background.run(async () => tell(listener, sentence(await language, 'slack.oldButton')));
  }
  const work = ask(answering, interaction).then(async (reply) =>
    showReply(answering, interaction, reply, await language, press.response_url),
  );
  const first = await within(work, answering.answerWithinMs);
  await ack();
  background.run(async () => {
    if (!first.inTime) await tell(listener, sentence(await language, 'slack.slow'));
    await show(await work);
    home.refresh(press.user.id);
  });
}

/** Replaces the pressed message; false if that is not possible. */
async function replaceBy(
  { respond }: Answering,
  { response_url: url }: SlackPress,
  message: SlackMessage,
): Promise<boolean> {
  return url !== undefined && (await respond(url, message, true)) !== 'not sent';
}
