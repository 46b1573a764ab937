import type { Logger } from 'pino';
import { AppError } from '../../../src/errors.ts';
import { answerAction } from '../answer/answer-action.ts';
import { answerMessage } from '../answer/answer-message.ts';
import type { Answering } from '../answer/answering.ts';
import type { CallbackAnswer } from '../render/render-toast.ts';
import { actionEventSchema, messageEventSchema } from '../schema.ts';
import { type ReceiveOptions, receiveAction } from './receive.ts';
import { receiveMenu, receiveMessage } from './receive-message.ts';

/** How many answers are kept. */
const most = 2_000;

/** Runs each piece of work once: a caller with the same id waits for the first run and gets its result. */
interface Once<T> {
  do(id: string, work: () => Promise<T>): Promise<T>;
}

/** Remembers results by id; failures are forgotten, so that they can be retried. */
function createOnce<T>(): Once<T> {
  const answers = new Map<string, Promise<T>>();
  return {
    do(id, work) {
      const known = answers.get(id);
      if (known) return known;
      const answer = work();
      answers.set(id, answer);
      answer.catch(() => answers.delete(id));
      const [oldest] = answers.keys();
      if (answers.size > most && oldest !== undefined) answers.delete(oldest);
      return answer;
    },
  };
}

/** The handler of each kind of event: takes header and event merged into one object, returns the response. */
export type EventHandlers = ReadonlyMap<string, (event: unknown) => Promise<object>>;

export interface EventOptions extends ReceiveOptions {
  readonly answering: Answering;
  /** The bot's open_id; undefined while it is not known. */
  readonly bot: () => Promise<string | undefined>;
  readonly log: Logger;
}

/**
 * Makes the handlers of the events we subscribe to. Each event is handled once: a duplicate, pushed again or replayed,
 * waits for the first and gets its response. A handler that rejects leaves its event unacknowledged.
 */
export function createEventHandlers(options: EventOptions): EventHandlers {
  const { answering, bot, log } = options;
  /** The adapter waits for work in progress when it stops. */
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

  async function handleMessage(event: unknown): Promise<object> {
    const message = messageEventSchema.safeParse(event).data;
    if (!message) return {};
    await messages.do(message.message.message_id, () =>
      track(bot().then((own) => answerMessage(answering, receiveMessage(message, own, options)))),
    );
    return {};
  }

  async function handleMenu(event: unknown): Promise<object> {
    const chosen = receiveMenu(event, options);
    if (chosen) await track(answering.accept(chosen));
    return {};
  }

  async function handleAction(event: unknown): Promise<object> {
    const action = actionEventSchema.safeParse(event).data;
    if (!action) return track(answerAction(answering, { kind: 'unknown' }));
    return actions.do(action.event_id, () => track(answerAction(answering, receiveAction(action, options))));
  }

  return new Map([
    ['im.message.receive_v1', handleMessage],
    ['application.bot.menu_v6', handleMenu],
    ['card.action.trigger', handleAction],
  ]);
}
