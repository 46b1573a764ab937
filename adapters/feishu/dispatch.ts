import { EventDispatcher } from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';
import { AppError } from '../../src/errors.ts';
import { answerAction } from './answer-action.ts';
import { answerMessage } from './answer-message.ts';
import type { Answering } from './answering.ts';
import { createOnce } from './once.ts';
import { type ReceiveOptions, receiveAction } from './receive.ts';
import { receiveMenu, receiveMessage } from './receive-message.ts';
import type { CallbackAnswer } from './render-toast.ts';
import { actionEventSchema, messageEventSchema } from './schema.ts';
import { createSdkLogger } from './sdk-logger.ts';

export interface DispatchOptions extends ReceiveOptions {
  readonly answering: Answering;
  /** The bot's open_id; undefined while it cannot be learned. */
  readonly bot: () => Promise<string | undefined>;
  readonly log: Logger;
}

/**
 * The SDK's dispatcher with our handlers. Each event is worked on once: one that comes again, pushed anew or replayed,
 * waits for the first and gets its answer. A handler that rejects leaves its event unacknowledged.
 */
export function createDispatcher(options: DispatchOptions): EventDispatcher {
  const { answering, bot, log } = options;
  /** Work under way is waited for when the adapter stops. */
  function track<T>(work: Promise<T>): Promise<T> {
    const report = (error: unknown) => {
      const reason = error instanceof AppError ? error.code : error instanceof Error ? error.name : typeof error;
      log.warn({ reason }, 'a Feishu event is left to be pushed again');
    };
    answering.background.run(() => work.catch(report));
    return work;
  }
  const messages = createOnce<void>();
  const actions = createOnce<CallbackAnswer>();
  return new EventDispatcher({ logger: createSdkLogger(log) }).register({
    'im.message.receive_v1': async (event: unknown) => {
      const id = messageEventSchema.safeParse(event).data?.message.message_id;
      if (id === undefined) return {};
      await messages.do(id, () =>
        track(bot().then((own) => answerMessage(answering, receiveMessage(event, own, options)))),
      );
      return {};
    },
    'application.bot.menu_v6': async (event: unknown) => {
      const chosen = receiveMenu(event, options);
      if (chosen) await track(answering.accept(chosen));
      return {};
    },
    'card.action.trigger': async (event: unknown) => {
      const id = actionEventSchema.safeParse(event).data?.event_id;
      const answer = () => track(answerAction(answering, receiveAction(event, options)));
      return id === undefined ? answer() : actions.do(id, answer);
    },
  });
}
