import type { FileRef } from '../../../src/chat/file-ref.ts';
import { type Field, LONG_TEXT_LIMIT, type Option, TEXT_LIMIT } from '../../../src/chat/form.ts';
import { groupBy } from '../../../src/group-by.ts';
import { html, type Markup, when } from '../../../src/html.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';
import type { FieldInput } from '../schema.ts';
import { renderIcon } from './render-icon.ts';

/** What a choice field needs for its options. */
interface OptionField {
  readonly name: string;
  readonly required: boolean;
  readonly options: readonly Option[];
  readonly initial?: readonly string[];
}

/** Options as a select; an empty one first, so that nothing is selected by default. */
function renderSelect(field: OptionField, attributes: Markup, empty: string): Markup {
  const renderOption = (option: Option): Markup =>
    html`<option value="${option.value}"${when(isChosen(field, option), html` selected`)}>${option.label}</option>`;
  const groups = [...groupBy(field.options, ({ group }) => group)].map(([group, options]) =>
    group === undefined
      ? html`${options.map(renderOption)}`
      : html`<optgroup label="${group}">${options.map(renderOption)}</optgroup>`,
  );
  return html`<select ${attributes}><option value="">${empty}</option>${groups}</select>`;
}

/** Options as checkboxes or radio buttons. */
function renderChecks(field: OptionField, type: 'checkbox' | 'radio'): Markup {
  const renderOption = (option: Option): Markup =>
    html`<label class="check"><input type="${type}" name="${field.name}" value="${option.value}"${when(isChosen(field, option), html` checked`)}><span>${option.label}</span></label>`;
  const groups = [...groupBy(field.options, ({ group }) => group)].map(([group, options]) =>
    group === undefined
      ? html`${options.map(renderOption)}`
      : html`<p class="check-group">${group}</p>${options.map(renderOption)}`,
  );
  return html`<div class="checks">${groups}</div>`;
}

const isChosen = (field: OptionField, option: Option): boolean => field.initial?.includes(option.value) === true;

/**
 * A file input with a drop area; on a phone the browser offers the camera, too. The page uploads each file at once and lists it
 * here.
 */
function renderFiles(field: Field & { kind: 'file' }, common: Markup, locale: Locale): Markup {
  const { most, megabytes, initial = [] } = field;
  const limit = translate(locale, 'console.files.limit', { most, megabytes });
  return html`<div class="drop" data-most="${most}" data-megabytes="${megabytes}">${renderIcon('file')}<span>${translate(locale, 'console.files.choose')}</span><span class="drop-limit">${limit}</span><input type="file" multiple ${common}></div><ul class="uploads" aria-live="polite">${initial.map((file) => renderFile(file, locale))}</ul>`;
}

function renderFile({ ref, name }: FileRef, locale: Locale): Markup {
  const shown = name === '' ? translate(locale, 'file.unnamed') : name;
  return html`<li class="upload" data-file="${JSON.stringify({ id: ref, name })}"><span class="upload-name">${shown}</span><button type="button" class="upload-remove" aria-label="${translate(locale, 'console.files.remove', { name: shown })}">×</button></li>`;
}

/** One field of a form: label, input, hint and, if there is one, the error for its answer. */
export function renderField(field: Field, error: string | undefined, locale: Locale): Markup {
  const group = isGroup(field);
  const inner = html`${renderInput(field, attributes(field, error, group), locale)}${renderHint(field)}${renderError(field, error)}`;
  const mark = field.required
    ? undefined
    : html`<span class="optional">${translate(locale, 'console.form.optional')}</span>`;
  const place = html`class="field" data-name="${field.name}" data-kind="${readAs(field)}"${when(error !== undefined, html` data-wrong`)}`;
  if (group) {
    return html`<fieldset ${place}${describedBy(field, error)}><legend>${field.label}${mark}</legend>${inner}</fieldset>`;
  }
  return html`<div ${place}><label for="field-${field.name}">${field.label}${mark}</label>${inner}</div>`;
}

/** How the page reads the field's inputs: a person is a choice like any other, and checkboxes are several values. */
function readAs(field: Field): FieldInput['kind'] {
  if (field.kind === 'file') return 'files';
  if (field.kind !== 'choice' && field.kind !== 'person') return field.kind;
  return field.many === true ? 'choices' : 'choice';
}

/** Fields with several inputs: checkboxes, and a short single choice as radio buttons. */
function isGroup(field: Field): boolean {
  if (field.kind !== 'choice' && field.kind !== 'person') return false;
  return field.many === true || isLaidOpen(field);
}

/** A required choice among few options: radio buttons, which cannot be cleared. */
function isLaidOpen(field: Field & { readonly options: readonly Option[] }): boolean {
  return field.kind === 'choice' && field.required && field.options.length <= limits.openOptions;
}

function renderInput(field: Field, common: Markup, locale: Locale): Markup {
  switch (field.kind) {
    case 'text':
      return html`<input type="text" ${common} value="${field.initial}" data-max="${field.max ?? TEXT_LIMIT}">`;
    case 'longText':
      // Browsers drop a line break right after <textarea>, so one is added to be dropped.
      return html`<textarea rows="4" ${common} data-max="${field.max ?? LONG_TEXT_LIMIT}">${'\n'}${field.initial}</textarea>`;
    case 'date':
      return html`<input type="date" ${common} value="${field.initial}" max="9999-12-31">`;
    case 'number':
      // A text input: a number input would hide invalid input both from us and from the user.
      return html`<input type="text" inputmode="decimal" ${common} value="${field.initial}">`;
    case 'choice':
    case 'person':
      if (field.many === true) return renderChecks(field, 'checkbox');
      return isLaidOpen(field)
        ? renderChecks(field, 'radio')
        : renderSelect(field, common, translate(locale, 'console.form.choose'));
    case 'file':
      return renderFiles(field, common, locale);
    default:
      return field satisfies never;
  }
}

function attributes(field: Field, error: string | undefined, group: boolean): Markup {
  if (group) return html``;
  const required = when(field.required, html` aria-required="true"`);
  const invalid = when(error !== undefined, html` aria-invalid="true"`);
  return html`id="field-${field.name}" name="${field.name}"${required}${invalid}${describedBy(field, error)}`;
}

function describedBy(field: Field, error: string | undefined): Markup | undefined {
  const ids = [
    ...(field.hint === undefined ? [] : [`hint-${field.name}`]),
    ...(error === undefined ? [] : [`error-${field.name}`]),
  ];
  return ids.length === 0 ? undefined : html` aria-describedby="${ids.join(' ')}"`;
}

function renderHint(field: Field): Markup | undefined {
  return field.hint === undefined ? undefined : html`<p class="hint" id="hint-${field.name}">${field.hint}</p>`;
}

function renderError(field: Field, error: string | undefined): Markup | undefined {
  if (error === undefined) return undefined;
  return html`<p class="error" id="error-${field.name}">${renderIcon('warning')}<span>${error}</span></p>`;
}
