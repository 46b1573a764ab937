import type { Form } from '../../../src/chat/form.ts';
import { html, type Markup, when } from '../../../src/html.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { renderField } from './render-field.ts';
import { renderIcon } from './render-icon.ts';
import { renderText } from './render-text.ts';

/** Errors of a submitted form: by field, and for the form as a whole. */
export interface FormErrors {
  readonly fields: Readonly<Record<string, string>>;
  readonly general?: string;
}

/**
 * A form as the content of the page's dialog: answers as `initial`, errors at their fields. An error that names no field of
 * this form is shown with the general one, so that no error goes unseen.
 */
export function renderForm(form: Form, locale: Locale, errors: FormErrors = { fields: {} }): Markup {
  const names = new Set(form.fields.map((field) => field.name));
  const strays = Object.entries(errors.fields).flatMap(([name, error]) => (names.has(name) ? [] : [error]));
  const general = errors.general === undefined ? strays : [errors.general, ...strays];
  const intro = form.intro === undefined ? undefined : html`<p class="intro">${renderText(form.intro)}</p>`;
  const optional = form.fields.some((field) => !field.required);
  return html`<form class="form" novalidate autocomplete="off" data-form="${form.id}" data-context="${JSON.stringify(form.context)}"><header class="form-head"><h2 id="form-title">${form.title}</h2><button type="button" class="icon-button" data-cancel aria-label="${translate(locale, 'console.close')}">${renderIcon('close')}</button></header><div class="form-body">${general.map(renderGeneral)}${intro}${when(optional, html`<p class="note">${translate(locale, 'console.form.optionalNote')}</p>`)}${form.fields.map((field) => renderField(field, errors.fields[field.name], locale))}</div><footer class="form-foot"><button type="button" class="button" data-style="plain" data-cancel>${form.cancel}</button><button type="submit" class="button" data-style="primary">${form.submit}</button></footer></form>`;
}

function renderGeneral(text: string): Markup {
  return html`<p class="form-error" role="alert" tabindex="-1" data-general>${renderIcon('warning')}<span>${text}</span></p>`;
}
