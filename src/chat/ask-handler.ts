import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { failureFacts } from '../errors.ts';
import type { Locale } from '../i18n/locale.ts';
import { translate } from '../i18n/translate.ts';
import type { Interaction } from './interaction.ts';
import type { InteractionHandler } from './port.ts';
import type { Reply } from './reply.ts';
import { words } from './text.ts';

/** What asking needs: the handler, the log, and the language in which a person is told of a failure. */
export interface Asking {
  readonly handle: InteractionHandler;
  readonly log: Logger;
  readonly localeOf: (userId: string) => Locale | Promise<Locale>;
}

/** The handler's reply. By contract it does not throw; if it does anyway, the person gets a reference number to report. */
export async function askHandler({ handle, log, localeOf }: Asking, interaction: Interaction): Promise<Reply> {
  try {
    return await handle(interaction);
  } catch (error) {
    const reference = logFailure(log, error, 'an interaction failed');
    const text = translate(await localeOf(interaction.userId), 'error.internal', { reference });
    return { kind: 'toast', tone: 'error', text: words(text) };
  }
}

/** Logs what went wrong, without content, and returns the number to report. */
export function logFailure(log: Logger, error: unknown, message: string): string {
  const reference = randomUUID().slice(0, 8);
  log.error({ reference, ...failureFacts(error) }, message);
  return reference;
}
