import { z } from 'zod';

/**
 * Block elements and composition objects with the limits Slack holds them to; a property it does not know is an error.
 * Pages of https://docs.slack.dev/reference/block-kit, looked up on 2026-11-23.
 */

/** /composition-objects/text-object; text of white space only is as good as none. */
export function plain(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max).regex(/\S/),
    emoji: z.boolean().optional(),
  });
}

export const mrkdwn = z.strictObject({
  type: z.literal('mrkdwn'),
  text: z.string().min(1).max(3000),
  verbatim: z.boolean().optional(),
});

/** /block-elements#common: action ids have 255 characters at most. */
const action_id = z.string().min(1).max(255);
const style = z.enum(['primary', 'danger']).optional();

/** /composition-objects/confirmation-dialog-object */
const confirm = z.strictObject({
  title: plain(100),
  text: plain(300),
  confirm: plain(30),
  deny: plain(30),
  style,
});

/** /block-elements/button-element */
export const button = z.strictObject({
  type: z.literal('button'),
  action_id,
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: z.url().max(3000).optional(),
  style,
  confirm: confirm.optional(),
});

/** /composition-objects/option-object; the value's limit was 75 for long and is 150 (platforms.md, [S,D]). */
const option = z.strictObject({
  text: plain(75),
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
});
/** /composition-objects/option-group-object */
const groups = z
  .array(z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) }))
  .min(1)
  .max(100);
const placeholder = plain(150).optional();

const menu = {
  action_id,
  options: z.array(option).min(1).max(100).optional(),
  option_groups: groups.optional(),
  placeholder,
};
type Menu = z.infer<z.ZodObject<typeof menu>>;

const optionsOf = (element: Menu) => [
  ...(element.options ?? []),
  ...(element.option_groups ?? []).flatMap((group) => group.options),
];
/** "either options or option_groups", says /block-elements/select-menu-element. */
const oneOfBoth = (element: Menu) => (element.options === undefined) !== (element.option_groups === undefined);
/** An initial option must match one of the options exactly. */
const among = (element: Menu, initial: readonly unknown[]) => {
  const offered = new Set(optionsOf(element).map((each) => JSON.stringify(each)));
  return initial.every((each) => offered.has(JSON.stringify(each)));
};

/** /block-elements/select-menu-element#static_select */
const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...menu, initial_option: option.optional() })
  .refine(oneOfBoth, 'options or option_groups')
  .refine(
    (element) => among(element, element.initial_option ? [element.initial_option] : []),
    'initial_option unknown',
  );

/** /block-elements/multi-select-menu-element#static_multi_select */
const multiStaticSelect = z
  .strictObject({ type: z.literal('multi_static_select'), ...menu, initial_options: z.array(option).min(1).optional() })
  .refine(oneOfBoth, 'options or option_groups')
  .refine((element) => among(element, element.initial_options ?? []), 'initial_options unknown');

/** /block-elements/radio-button-group-element: ten options at most. */
const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    action_id,
    options: z.array(option).min(1).max(10),
    initial_option: option.optional(),
  })
  .refine(
    (element) => among(element, element.initial_option ? [element.initial_option] : []),
    'initial_option unknown',
  );

/** /block-elements/plain-text-input-element */
const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id,
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
    initial_value: z.string().optional(),
    placeholder,
  })
  .refine((element) => (element.initial_value?.length ?? 0) <= (element.max_length ?? 3000), 'initial_value too long');

/** /block-elements/date-picker-element */
const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  action_id,
  initial_date: z.iso.date().optional(),
  placeholder,
});

const numeral = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .optional();
/** /block-elements/number-input-element: min no greater than max, the first value between them. */
const numberInput = z
  .strictObject({
    type: z.literal('number_input'),
    action_id,
    is_decimal_allowed: z.boolean(),
    initial_value: numeral,
    min_value: numeral,
    max_value: numeral,
    placeholder,
  })
  .refine(({ min_value = '-Infinity', max_value = 'Infinity', initial_value }) => {
    const value = Number(initial_value ?? min_value);
    return Number(min_value) <= value && value <= Number(max_value);
  }, 'out of range');

/** /block-elements/file-input-element (2026-11-24): one to ten files. */
const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id,
  filetypes: z.array(z.string().min(1)).min(1).optional(),
  max_files: z.int().min(1).max(10).optional(),
});

/** What an input block may hold, of what there is. */
export const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  staticSelect,
  multiStaticSelect,
  radioButtons,
  datepicker,
  numberInput,
  fileInput,
]);
export type InputElement = z.infer<typeof inputElement>;
