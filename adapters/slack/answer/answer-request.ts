import type { AckFn } from '@slack/bolt';
import type { InteractionInbox } from '../../../src/chat/port.ts';
import { homeInteraction, messageInteraction } from '../receive/event-interaction.ts';
import { type SlackEvent, type SlackRequest, schemas } from '../schema.ts';
import { answerCommand } from './answer-command.ts';
import { createMessageAnswerer } from './answer-message.ts';
import { answerPress } from './answer-press.ts';
import { answerShortcut } from './answer-shortcut.ts';
import { answerSubmit } from './answer-submit.ts';
import type { Answering } from './answering.ts';

/** Answers a request. Resolves when it can be acknowledged to Slack; rejects if Slack should deliver it again. */
export type AnswerRequest = (request: SlackRequest, ack: AckFn<unknown>) => Promise<void>;

/** Dispatches each kind of request to its handler; `accept` tracks work that nobody awaits. */
export function createRequestAnswerer(answering: Answering, accept: InteractionInbox): AnswerRequest {
  const { home, reader } = answering;
  const answerMessage = createMessageAnswerer(answering);

  async function answerEvent(event: SlackEvent): Promise<void> {
    const { type } = event.event;
    if (type === 'message' || type === 'app_mention') return answerText(event);
    if (type === 'app_home_opened') return answerOpened(event);
  }

  async function answerText(event: SlackEvent): Promise<void> {
    const message = schemas.messageEvent.safeParse(event);
    const interaction = message.success ? messageInteraction(message.data, reader) : null;
    if (interaction?.kind === 'command') await answerMessage(interaction);
    if (interaction?.kind === 'message') await accept(interaction);
  }

  async function answerOpened(event: SlackEvent): Promise<void> {
    const opened = schemas.homeEvent.safeParse(event);
    const interaction = opened.success ? homeInteraction(opened.data) : null;
    if (!interaction) return;
    home.opened(interaction.userId);
    await accept(interaction);
  }

  return async (request, ack) => {
    if ('command' in request) return answerCommand(answering, request, ack);
    switch (request.type) {
      case 'block_actions':
        return answerPress(answering, request, ack);
      case 'view_submission':
        return answerSubmit(answering, request, ack);
      case 'shortcut':
      case 'message_action':
        return answerShortcut(answering, request, ack);
      case 'event_callback':
        return answerEvent(request);
      case 'url_verification':
        return ack({ challenge: request.challenge });
      default:
        return request satisfies never;
    }
  };
}
