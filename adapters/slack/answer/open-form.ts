import type { Form } from '../../../src/chat/form.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { readFailure } from '../failure.ts';
import type { SlackMessage } from '../render/render-card.ts';
import { type Answering, logged, sentence } from './answering.ts';

/** A form to open, the trigger that allows it for 3 s, the channel and the card that it was asked for on. */
interface Opening {
  readonly form: Form;
  readonly error?: string | undefined;
  readonly triggerId: string;
  readonly channel?: string | undefined;
  readonly responseUrl?: string | undefined;
  readonly locale: Locale;
}

/** Opens a form as a modal; returns what to tell the person if that failed, else null. */
export async function openForm(answering: Answering, opening: Opening): Promise<SlackMessage | null> {
  const { client, views, log } = answering;
  const { form, error, triggerId, channel, responseUrl, locale } = opening;
  try {
    const view = views.of(form, locale, { channel, responseUrl }, error);
    await client.send('views.open', `trigger_id=${encodeURIComponent(triggerId)}&view=${view}`);
    return null;
  } catch (failed) {
    if (isTooLate(failed)) return sentence(locale, 'slack.formTooLate');
    return sentence(locale, 'slack.formRefused', { reference: logged(log, failed) });
  }
}

/** https://docs.slack.dev/reference/methods/views.open#errors (2026-11-23); what got lost can be tried again as well. */
function isTooLate(error: unknown): boolean {
  const failure = readFailure(error);
  if (failure.kind === 'code') return failure.code.endsWith('_trigger_id');
  return failure.kind !== 'unclear' || /^(http|Timeout|ECONN|UND_ERR|unreadable)/.test(failure.reason);
}
