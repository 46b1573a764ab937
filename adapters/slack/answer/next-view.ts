import type { ModalView } from '@slack/types';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { renderForm, renderNotice } from '../render/render-form.ts';
import { type Answering, logged } from './answering.ts';
import { allErrors } from './show-reply.ts';

/** The parts of the submitted view that the next one depends on. */
export interface Shape {
  readonly title: string;
  readonly step: number;
  readonly responseUrl?: string | undefined;
  readonly locale: Locale;
}

/** The next form, or the same one with its errors on top; a form Slack cannot show is replaced by a number to report. */
export function nextView(
  { log }: Answering,
  { channel }: Interaction,
  reply: Reply & { kind: 'form' | 'errors' },
  { title, step, responseUrl, locale }: Shape,
): ModalView {
  try {
    if (reply.kind === 'errors')
      return renderForm(reply.form, locale, { step, channel, responseUrl }, allErrors(reply));
    return renderForm(reply.form, locale, { step: step + 1, channel, responseUrl });
  } catch (error) {
    const text = translate(locale, 'slack.formRefused', { reference: logged(log, error) });
    return renderNotice(title, words(text), locale);
  }
}
