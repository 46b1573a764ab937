import type { Form } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { readFailure } from '../failure.ts';
import type { SlackMessage } from '../render/render-card.ts';
import { hasPictures } from '../send/pictures.ts';
import { type Answering, logged, messageOf, sentence } from './answering.ts';

/** A form to open, the trigger that allows it for 3 s, the channel and the card it was requested from. */
interface Opening {
  readonly form: Form;
  readonly error?: string | undefined;
  readonly triggerId: string;
  readonly channel?: string | undefined;
  readonly responseUrl?: string | undefined;
  readonly locale: Locale;
}

/** Opens a form as a modal; returns what to tell the person if that failed, else null. */
async function openForm(answering: Answering, opening: Opening): Promise<SlackMessage | null> {
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

/** https://docs.slack.dev/reference/methods/views.open#errors (2026-11-23); a lost call can be retried, too. */
function isTooLate(error: unknown): boolean {
  const failure = readFailure(error);
  if (failure.kind === 'code') return failure.code.endsWith('_trigger_id');
  return failure.kind !== 'unclear' || /^(http|Timeout|ECONN|UND_ERR|unreadable)/.test(failure.reason);
}

/** The rest of a reply once its form, if it was one, is open. */
export interface Shown {
  readonly message: SlackMessage | null;
  /** The pressed card as it looks now. */
  readonly refreshed?: SlackMessage;
  /** Permanently replaces the pressed card. */
  readonly next?: SlackMessage;
}

/** Shows the reply to a command or a press, which have a trigger to open a form with; `responseUrl` is that of the pressed card. */
export async function showReply(
  answering: Answering,
  interaction: Interaction,
  reply: Reply,
  locale: Locale,
  responseUrl?: string,
): Promise<Shown> {
  switch (reply.kind) {
    case 'toast': {
      const message = messageOf(answering, reply, locale);
      if (reply.next) return { message, next: messageOf(answering, { kind: 'card', card: reply.next }, locale) };
      if (reply.refresh === undefined) return { message };
      return { message, refreshed: messageOf(answering, { kind: 'card', card: reply.refresh }, locale) };
    }
    case 'card': {
      const told = hasPictures(reply.card) && (await answering.tellCard(interaction, reply.card, locale));
      return { message: told ? null : messageOf(answering, reply, locale) };
    }
    case 'form':
    case 'errors': {
      const error = reply.kind === 'errors' ? allErrors(reply) : undefined;
      const { id: triggerId, channel } = interaction;
      const opening = { form: reply.form, error, triggerId, channel, responseUrl, locale };
      return { message: await openForm(answering, opening) };
    }
    case 'nothing':
      return { message: null };
    default:
      return reply satisfies never;
  }
}

/** Every error of a form in one text, for when Slack cannot put them at their fields. */
export function allErrors({ form, errors, general }: Reply & { kind: 'errors' }): string {
  const labels = new Map(form.fields.map((field) => [field.name, field.label]));
  const lines = Object.entries(errors).map(([name, error]) => `${labels.get(name) ?? name}: ${error}`);
  return [...(general === undefined ? [] : [general]), ...lines].join('\n');
}
