import type { Form } from '../../../src/chat/form.ts';
import { keepRendered } from '../../../src/chat/keep-rendered.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { contentOf } from '../render/card-size.ts';
import { renderForm } from '../render/render-form.ts';

/** A form as the content of a message. It contains nothing about its receiver. */
export type FormContents = (form: Form, locale: Locale) => Buffer;

export const createFormContents = (): FormContents =>
  keepRendered((form, locale) => contentOf(renderForm(form, locale)));
