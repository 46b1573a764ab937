import type { KnownBlock, ModalView } from '@slack/types';
import type { Form } from '../../../src/chat/form.ts';
import { type Text, words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';
import { writeMemo } from './form-memo.ts';
import { keptFiles } from './keep-files.ts';
import { renderField } from './render-field.ts';
import { plainText, richText, richTextOf, section } from './render-text.ts';
import { refuseBeyond } from './unfit.ts';

/** Where a form is shown: its place among the forms of one view, the channel and the card it was requested from. */
export interface FormPlace {
  readonly step: number;
  readonly channel?: string | undefined;
  readonly responseUrl?: string | undefined;
}

/**
 * A form as a modal. `error` is shown above the fields if it concerns no single one of them.
 * @throws AppError `slack.unfit` if a value or the context is beyond Slack's limits.
 */
export function renderForm(form: Form, locale: Locale, place: FormPlace = { step: 0 }, error?: string): ModalView {
  return { ...renderShell(form, locale, place.step, error), private_metadata: memoOf(form, place) };
}

/** What a form's view carries: where it was requested, and what is returned with the answers. Throws `slack.unfit`. */
export function memoOf(form: Form, { step, channel, responseUrl }: FormPlace): string {
  const memo = writeMemo({ step, channel, responseUrl, context: form.context, kept: keptFiles(form) });
  refuseBeyond('form context', memo.length, limits.privateMetadata);
  return memo;
}

/** A form's view without its memo: the same no matter where it was requested. Throws `slack.unfit`. */
export function renderShell(
  form: Form,
  locale: Locale,
  step: number,
  error?: string,
): Omit<ModalView, 'private_metadata'> {
  refuseBeyond('form id', form.id.length, limits.callbackId);
  const fields = form.fields.map((field) => renderField(field, locale, step));
  return {
    type: 'modal',
    callback_id: form.id,
    title: plainText(form.title, limits.viewTitle),
    submit: plainText(form.submit, limits.viewButton),
    close: plainText(form.cancel, limits.viewButton),
    blocks: [...paragraph(error ? words(error) : undefined, locale, true), ...paragraph(form.intro, locale), ...fields],
  };
}

/** A modal that only shows a message. */
export function renderNotice(title: string, text: Text, locale: Locale): ModalView {
  return {
    type: 'modal',
    title: plainText(title, limits.viewTitle),
    close: plainText(translate(locale, 'slack.close'), limits.viewButton),
    blocks: paragraph(text, locale),
  };
}

function paragraph(text: Text | undefined, locale: Locale, quoted = false): KnownBlock[] {
  if (text === undefined) return [];
  const elements = richText(text, limits.text, locale);
  return [richTextOf(quoted ? { type: 'rich_text_quote', elements } : section(elements))];
}
