import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Context } from '../../commands/context.ts';
import type { Interaction } from '../chat/interaction.ts';
import type { Reply } from '../chat/reply.ts';
import { words } from '../chat/text.ts';
import { UserError } from '../errors.ts';
import type { Locale } from '../i18n/locale.ts';
import { isMessageKey, translate } from '../i18n/translate.ts';
import { isAway } from '../storage/is-away.ts';

/**
 * The answer to an error. A `UserError` is shown in the person's language; an unreachable database is reported as such. Anything else gives a
 * reference number under which the log holds the facts; never the text of a message.
 */
export function answerFailure(log: Logger) {
  return (error: unknown, interaction: Interaction, context: Context | undefined): Reply => {
    const locale = context?.locale ?? 'zh-CN';
    if (error instanceof UserError && isMessageKey(error.code)) {
      const params = Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, String(value)]));
      return toast('warning', translate(locale, error.code, params));
    }
    const reference = randomBytes(4).toString('hex');
    log.error({ err: error, reference, platform: interaction.platform, kind: interaction.kind }, 'interaction failed');
    return isAway(error) ? toast('error', busy(locale)) : toast('error', internal(locale, reference));
  };
}

const busy = (locale: Locale) => translate(locale, 'error.busy');
const internal = (locale: Locale, reference: string) => translate(locale, 'error.internal', { reference });
const toast = (tone: 'warning' | 'error', text: string): Reply => ({ kind: 'toast', tone, text: words(text) });
