import type { InputBlock, PlainTextOption } from '@slack/types';
import type { Field, Option } from '../../../src/chat/form.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';
import { plainText } from './render-text.ts';
import { refuseBeyond } from './unfit.ts';

/** A field with options; a person is chosen from the given candidates, whose values are our ids. */
export type ChoiceField = Field & { kind: 'choice' | 'person' };

interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

/** Radio buttons for a few, a menu for more; a menu with groups if they are named or there are more than one list allows. */
export function renderChoice(field: ChoiceField, locale: Locale): InputBlock['element'] {
  const chosen = field.options.filter((option) => field.initial?.includes(option.value)).map(renderOption);
  const action_id = field.name;
  if (field.many) {
    const menu = renderMenu(field.options, locale);
    return { type: 'multi_static_select', action_id, ...menu, ...(chosen.length > 0 && { initial_options: chosen }) };
  }
  const initial = chosen[0] && { initial_option: chosen[0] };
  if (isForRadio(field)) {
    return { type: 'radio_buttons', action_id, options: field.options.map(renderOption), ...initial };
  }
  return { type: 'static_select', action_id, ...renderMenu(field.options, locale), ...initial };
}

/** A selected radio button cannot be cleared: only if an answer is required. */
function isForRadio(field: ChoiceField): boolean {
  return field.required && field.options.length <= limits.radioOptions && !field.options.some((option) => option.group);
}

function renderMenu(options: readonly Option[], locale: Locale) {
  const grouped = options.some((option) => option.group !== undefined);
  if (!grouped && options.length <= limits.optionsPerGroup) return { options: options.map(renderOption) };
  const groups = grouped ? groupByName(options) : [{ label: '', options }];
  const split = groups.flatMap((group) => splitGroup(group, locale));
  refuseBeyond('option groups', split.length, limits.optionGroups);
  const option_groups = split.map((group) => ({
    label: plainText(group.label, limits.optionGroupLabel),
    options: group.options.map(renderOption),
  }));
  return { option_groups };
}

function groupByName(options: readonly Option[]): OptionGroup[] {
  const groups = new Map<string, Option[]>();
  for (const option of options) {
    const label = option.group ?? '—';
    groups.set(label, [...(groups.get(label) ?? []), option]);
  }
  return [...groups].map(([label, members]) => ({ label, options: members }));
}

function splitGroup({ label, options }: OptionGroup, locale: Locale): OptionGroup[] {
  if (options.length <= limits.optionsPerGroup) return [{ label, options }];
  const parts: OptionGroup[] = [];
  for (let start = 0; start < options.length; start += limits.optionsPerGroup) {
    const part = options.slice(start, start + limits.optionsPerGroup);
    const range = translate(locale, 'slack.optionRange', { from: start + 1, to: start + part.length });
    parts.push({ label: `${label} ${range}`.trim(), options: part });
  }
  return parts;
}

function renderOption(option: Option): PlainTextOption {
  refuseBeyond('option value', option.value.length, limits.optionValue);
  return { text: plainText(option.label, limits.optionText), value: option.value };
}
