import type { RespondArguments } from '@slack/bolt';
import { within } from '../../../src/chat/within.ts';
import { commandInteraction } from '../receive/to-interaction.ts';
import type { SlackMessage } from '../render/render-card.ts';
import type { SlackCommand } from '../schema.ts';
import { type Answering, ask, sentence } from './answering.ts';
import { showReply } from './show-reply.ts';

/** Answers a slash command in the acknowledgement itself; anything too late for that follows over `response_url`. */
export async function answerCommand(
  answering: Answering,
  command: SlackCommand,
  ack: (message?: RespondArguments) => Promise<void>,
): Promise<void> {
  const interaction = commandInteraction(command);
  const language = answering.locales.of(interaction.userId);
  const work = ask(answering, interaction).then(async (reply) =>
    showReply(answering, interaction, reply, await language),
  );
  const first = await within(work, answering.answerWithinMs);
  if (first.inTime) return await ack(first.value.message ? ephemeral(first.value.message) : undefined);
  await ack(ephemeral(sentence(await language, 'slack.slow')));
  answering.background.run(async () => {
    const { message } = await work;
    const listener = { userId: command.user_id, channel: command.channel_id, responseUrl: command.response_url };
    if (message) await answering.tell(listener, message);
  });
}

function ephemeral(message: SlackMessage): RespondArguments {
  return { ...message, response_type: 'ephemeral' };
}
