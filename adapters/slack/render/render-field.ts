import type { InputBlock, KnownBlock } from '@slack/types';
import type { Field } from '../../../src/chat/form.ts';
import { LONG_TEXT_LIMIT, TEXT_LIMIT } from '../../../src/chat/form.ts';
import { words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { limits } from '../limits.ts';
import { type ChoiceField, renderChoice } from './render-choice.ts';
import { plainText, richText, richTextOf, section } from './render-text.ts';
import { refuseBeyond } from './unfit.ts';

/**
 * The `block_id` of a field. It includes the step, since Slack keeps the input of a block whose id is reused when a
 * view is updated: the next form's field of the same name would start with the last form's answer.
 * https://docs.slack.dev/surfaces/modals#updating_views (2026-11-23); https://github.com/slackapi/bolt-js/issues/290
 */
export function fieldId(name: string, step: number): string {
  return `${name}.${step}`;
}

/** The field's name from its `block_id`. */
export function fieldNameOf(blockId: string): string {
  return blockId.replace(/\.\d+$/, '');
}

/** A field as an input block, or as a sentence if there are no options: Slack accepts no empty menu. */
export function renderField(field: Field, locale: Locale, step: number): KnownBlock {
  if (isChoice(field) && field.options.length === 0) {
    const text = words(translate(locale, 'slack.noOptions', { label: field.label }));
    return richTextOf(section(richText(text, limits.text, locale)));
  }
  const hint = hintOf(field, locale);
  return {
    type: 'input',
    block_id: fieldId(field.name, step),
    label: plainText(field.label, limits.inputLabel),
    optional: !field.required || givenBefore(field).length > 0,
    ...(hint !== undefined && { hint: plainText(hint, limits.inputHint) }),
    element: renderElement(field, locale),
  };
}

/** The field's own hint; for files also those given before, and Slack's limit. */
function hintOf(field: Field, locale: Locale): string | undefined {
  if (field.kind !== 'file') return field.hint;
  const megabytes = Math.min(field.megabytes, limits.fileInputMegabytes);
  const given = givenBefore(field).map(({ name }) => name || translate(locale, 'file.unnamed'));
  const names = given.join(translate(locale, 'common.listSeparator'));
  return [
    ...(given.length > 0 ? [translate(locale, 'slack.filesGiven', { names })] : []),
    ...(field.hint === undefined ? [] : [field.hint]),
    translate(locale, 'slack.filesLimit', { most: field.most, megabytes }),
  ].join('\n');
}

const givenBefore = (field: Field) => (field.kind === 'file' ? (field.initial ?? []) : []);

function isChoice(field: Field): field is ChoiceField {
  return field.kind === 'choice' || field.kind === 'person';
}

function renderElement(field: Field, locale: Locale): InputBlock['element'] {
  switch (field.kind) {
    case 'text':
      return renderInput(field, false, field.max ?? TEXT_LIMIT);
    case 'longText':
      return renderInput(field, true, field.max ?? LONG_TEXT_LIMIT);
    case 'choice':
    case 'person':
      return renderChoice(field, locale);
    case 'date':
      return {
        type: 'datepicker',
        action_id: field.name,
        ...(field.initial !== undefined && { initial_date: field.initial }),
      };
    case 'number':
      return renderNumber(field);
    case 'file': {
      const room = Math.max(1, field.most - givenBefore(field).length);
      return { type: 'file_input', action_id: field.name, max_files: Math.min(room, limits.filesPerInput) };
    }
    default:
      return field satisfies never;
  }
}

function renderInput(
  field: Field & { kind: 'text' | 'longText' },
  multiline: boolean,
  most: number,
): InputBlock['element'] {
  const initial = field.initial?.replace(/\p{Surrogate}/gu, '\ufffd');
  const max = Math.min(most, limits.inputText);
  refuseBeyond(`initial value of ${field.name}`, initial?.length ?? 0, max);
  return {
    type: 'plain_text_input',
    action_id: field.name,
    multiline,
    max_length: max,
    ...(initial && { initial_value: initial }),
  };
}

function renderNumber(field: Field & { kind: 'number' }): InputBlock['element'] {
  return {
    type: 'number_input',
    action_id: field.name,
    is_decimal_allowed: true,
    ...(field.initial !== undefined && { initial_value: String(field.initial) }),
    ...(field.min !== undefined && { min_value: String(field.min) }),
    ...(field.max !== undefined && { max_value: String(field.max) }),
  };
}
