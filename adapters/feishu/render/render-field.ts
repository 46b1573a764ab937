import type { Field, Option } from '../../../src/chat/form.ts';
import { LONG_TEXT_LIMIT, TEXT_LIMIT } from '../../../src/chat/form.ts';
import { bold, plain, words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';
import type { Div, Element, InputElement } from './card-json.ts';
import { controlName, inputsFor, splitLongText } from './field-name.ts';
import { plainText } from './render-block.ts';
import { cleanWords, renderLarkMd, renderParagraph, shorten } from './render-text.ts';

/** How many options each list of a form shows; see `renderForm`. */
export type OptionCap = number;

function renderLabel(field: Field): Div {
  const content = renderLarkMd([bold(field.label)]);
  const star = field.required ? " <font color='red'>*</font>" : '';
  return { tag: 'div', text: { tag: 'lark_md', content: content + star } };
}

function common(field: Field, fallback: string) {
  const placeholder = plainText(shorten(field.hint ?? fallback, limits.placeholderCharacters));
  return { required: field.required, width: 'fill', placeholder } as const;
}

function renderLongText(field: Field & { kind: 'longText' }, locale: Locale): InputElement[] {
  const most = Math.min(field.max ?? LONG_TEXT_LIMIT, LONG_TEXT_LIMIT);
  const pieces = splitLongText(cleanWords(field.initial ?? ''));
  return Array.from({ length: inputsFor(most) }, (_, index): InputElement => {
    const last = most - index * limits.inputCharacters;
    const initial = pieces[index];
    const look = common(field, translate(locale, 'feishu.form.enter'));
    const further = plainText(translate(locale, 'feishu.form.continued'));
    return {
      tag: 'input',
      name: controlName('long', field.name, index + 1),
      ...(index === 0 ? look : { ...look, required: false, placeholder: further }),
      input_type: 'multiline_text',
      rows: index === 0 ? 4 : 1,
      auto_resize: true,
      max_length: Math.min(limits.inputCharacters, last),
      ...(initial !== undefined && { default_value: initial }),
    };
  });
}

function renderShortInput(field: Field & { kind: 'text' | 'number' }, locale: Locale): InputElement {
  const initial = field.initial === undefined ? '' : cleanWords(String(field.initial));
  const most = field.kind === 'text' ? Math.min(field.max ?? TEXT_LIMIT, limits.inputCharacters) : 30;
  return {
    tag: 'input',
    name: controlName(field.kind, field.name),
    ...common(field, translate(locale, 'feishu.form.enter')),
    input_type: 'text',
    max_length: most,
    ...(initial !== '' && { default_value: initial }),
  };
}

/** The options to show: the chosen ones always, the others in order up to the limit. */
function listed(options: readonly Option[], chosen: readonly string[], cap: OptionCap): readonly Option[] {
  if (options.length <= cap) return options;
  const room = Math.max(0, cap - chosen.length);
  const others = new Set(options.filter((option) => !chosen.includes(option.value)).slice(0, room));
  return options.filter((option) => chosen.includes(option.value) || others.has(option));
}

function renderChoice(field: Field & { kind: 'choice' | 'person' }, locale: Locale, cap: OptionCap): Element[] {
  const values = new Set(field.options.map((option) => option.value));
  const chosen = (field.initial ?? []).filter((value) => values.has(value));
  const shown = listed(field.options, chosen, cap);
  const options = shown.map(({ value, label, group }) => ({
    text: plainText(shorten(group === undefined ? label : `${group} / ${label}`, limits.optionCharacters)),
    value,
  }));
  const count = field.options.length - shown.length;
  const more =
    count === 0 ? [] : [renderParagraph(words(translate(locale, 'feishu.form.moreOptions', { count })), 'note')];
  const look = common(field, translate(locale, 'feishu.form.choose'));
  const [first] = chosen;
  if (field.many) {
    const name = controlName('many', field.name);
    const selected = chosen.length > 0 && { selected_values: chosen };
    return [{ tag: 'multi_select_static', name, ...look, options, ...selected }, ...more];
  }
  const name = controlName('one', field.name);
  return [
    { tag: 'select_static', name, ...look, options, ...(first !== undefined && { initial_option: first }) },
    ...more,
  ];
}

function renderControls(field: Field, locale: Locale, cap: OptionCap): Element[] {
  switch (field.kind) {
    case 'text':
    case 'number':
      return [renderShortInput(field, locale)];
    case 'longText':
      return renderLongText(field, locale);
    case 'choice':
    case 'person':
      return renderChoice(field, locale, cap);
    case 'date': {
      const look = common(field, translate(locale, 'feishu.form.choose'));
      const initial = field.initial !== undefined && { initial_date: field.initial };
      return [{ tag: 'date_picker', name: controlName('date', field.name), ...look, ...initial }];
    }
    case 'file':
      return [renderParagraph(words(fileHint(field, locale)), 'note')];
    default:
      return field satisfies never;
  }
}

/** There is no file input: files are sent as replies to the form's message, and read on submit. */
function fileHint({ hint, most, megabytes, initial = [] }: Field & { kind: 'file' }, locale: Locale): string {
  const names = initial.map(({ name }) => name || translate(locale, 'file.unnamed'));
  return [
    ...(hint === undefined ? [] : [hint]),
    translate(locale, 'feishu.form.files', { most, megabytes }),
    ...(names.length > 0
      ? [translate(locale, 'feishu.form.filesGiven', { names: names.join(translate(locale, 'common.listSeparator')) })]
      : []),
  ].join('\n');
}

/** One field: its label with a red star if required, its error in red, its control or controls. */
export function renderField(field: Field, locale: Locale, error: string | undefined, cap: OptionCap): Element[] {
  const wrong = error === undefined ? [] : [renderParagraph([plain(error)], 'error')];
  return [renderLabel(field), ...wrong, ...renderControls(field, locale, cap)];
}
