import type { Form } from '../../../src/chat/form.ts';
import { words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { limits } from '../limits.ts';
import { writeCallback } from './callback-value.ts';
import type { ButtonElement, CardJson } from './card-json.ts';
import { fits } from './card-size.ts';
import { plainText } from './render-block.ts';
import { renderFrame } from './render-card.ts';
import { type OptionCap, renderField } from './render-field.ts';
import { renderParagraph, shorten } from './render-text.ts';

/** Errors of a submitted form: by field name, and for the form as a whole. */
export interface FormErrors {
  readonly fields?: Readonly<Record<string, string>>;
  readonly general?: string | undefined;
}

/** The field for files: at most one per form, since all replies to its message belong to it. */
const filesField = ({ fields }: Form): string | undefined => fields.find(({ kind }) => kind === 'file')?.name;

/** Options take elements and bytes; if a form is too large, its lists are shortened to the first of these that fits. */
const optionCaps: readonly OptionCap[] = [100, 50, 30, 15];

function render(form: Form, locale: Locale, errors: FormErrors, cap: OptionCap): CardJson {
  const submit: ButtonElement = {
    tag: 'button',
    name: 'submit',
    form_action_type: 'submit',
    text: plainText(shorten(form.submit, limits.buttonCharacters)),
    type: 'primary_filled',
    behaviors: [
      {
        type: 'callback',
        value: writeCallback({ kind: 'submit', form: form.id, context: form.context, locale, files: filesField(form) }),
      },
    ],
  };
  // A button in a form can only submit or reset it, so the cancel button is below.
  const cancel: ButtonElement = {
    tag: 'button',
    text: plainText(shorten(form.cancel, limits.buttonCharacters)),
    type: 'default',
    behaviors: [{ type: 'callback', value: writeCallback({ kind: 'cancel', locale }) }],
  };
  const fields = form.fields.flatMap((field) => {
    const error = errors.fields && Object.hasOwn(errors.fields, field.name) ? errors.fields[field.name] : undefined;
    return renderField(field, locale, error, cap);
  });
  const intro = form.intro ? [renderParagraph(form.intro)] : [];
  const general = errors.general === undefined ? [] : [renderParagraph(words(errors.general), 'error')];
  const elements = [
    ...intro,
    ...general,
    { tag: 'form', name: 'form', elements: [...fields, submit] } as const,
    cancel,
  ];
  return renderFrame(elements, form.title, { title: form.title, color: 'blue' });
}

/**
 * A form as a card, since Feishu has no dialogs: it is sent to one person, and replaced when it is submitted or canceled.
 * Lists that make it larger than Feishu allows are shortened, and say so.
 */
export function renderForm(form: Form, locale: Locale, errors: FormErrors = {}): CardJson {
  const whole = render(form, locale, errors, Number.POSITIVE_INFINITY);
  if (fits(whole)) return whole;
  const shorter = optionCaps.map((cap) => render(form, locale, errors, cap));
  return shorter.find(fits) ?? whole;
}
