import type { Option } from '../../../src/chat/form.ts';
import { groupBy } from '../../../src/group-by.ts';
import { html, type Markup, when } from '../../../src/html.ts';

/** What a field to choose from needs for its options. */
export interface OptionField {
  readonly name: string;
  readonly required: boolean;
  readonly options: readonly Option[];
  readonly initial?: readonly string[];
}

/** Options as a list to open; an empty line first, so that nothing is chosen that nobody chose. */
export function renderSelect(field: OptionField, attributes: Markup, empty: string): Markup {
  const renderOption = (option: Option): Markup =>
    html`<option value="${option.value}"${when(isChosen(field, option), html` selected`)}>${option.label}</option>`;
  const groups = [...groupBy(field.options, ({ group }) => group)].map(([group, options]) =>
    group === undefined
      ? html`${options.map(renderOption)}`
      : html`<optgroup label="${group}">${options.map(renderOption)}</optgroup>`,
  );
  return html`<select ${attributes}><option value="">${empty}</option>${groups}</select>`;
}

/** Options laid open, to tick several or to pick one. */
export function renderChecks(field: OptionField, type: 'checkbox' | 'radio'): Markup {
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
