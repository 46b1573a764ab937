import { z } from 'zod';

/**
 * What Card JSON 2.0 knows, as far as a bot of our kind may use it; an unknown property is an error there.
 * Pages of the components: see `refusal.ts`.
 */
const pixels = z.string().regex(/^(-?\d{1,2}px)( -?\d{1,2}px){0,3}$/);
const spacing = z.union([z.enum(['small', 'medium', 'large', 'extra_large']), z.string().regex(/^\d{1,2}px$/)]);
const horizontal = z.enum(['left', 'center', 'right']);
const vertical = z.enum(['top', 'center', 'bottom']);
const size = z.string().min(1);
const controlWidth = z.union([z.enum(['default', 'fill']), z.string().regex(/^[1-9]\d{2,}px$/)]);

const plainText = z.strictObject({
  tag: z.literal('plain_text'),
  content: z.string(),
  text_size: size.optional(),
  text_color: z.string().optional(),
  text_align: horizontal.optional(),
  lines: z.int().min(1).optional(),
});
const text = z.discriminatedUnion('tag', [plainText, plainText.extend({ tag: z.literal('lark_md') })]);
const short = plainText.refine((value) => Array.from(value.content).length <= 100, 'longer than 100 characters');
const confirm = z.strictObject({ title: plainText, text: plainText });

const behavior = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('callback'), value: z.record(z.string(), z.unknown()) }),
  z.strictObject({ type: z.literal('open_url'), default_url: z.string().min(1) }),
]);

const base = { element_id: z.string().optional(), margin: pixels.optional() };
const control = {
  ...base,
  name: z.string().optional(),
  required: z.boolean().optional(),
  disabled: z.boolean().optional(),
  placeholder: short.optional(),
  width: controlWidth.optional(),
  behaviors: z.array(behavior).optional(),
  confirm: confirm.optional(),
};
const option = z.strictObject({ text: plainText, value: z.string() });

const column = z.strictObject({
  ...base,
  tag: z.literal('column'),
  width: z.union([z.enum(['auto', 'weighted']), z.string().regex(/^\d{2,3}px$/)]).optional(),
  weight: z.int().min(1).max(5).optional(),
  padding: pixels.optional(),
  background_style: z.string().optional(),
  vertical_align: vertical.optional(),
  horizontal_align: horizontal.optional(),
  vertical_spacing: spacing.optional(),
  horizontal_spacing: spacing.optional(),
  direction: z.enum(['vertical', 'horizontal']).optional(),
  elements: z.array(z.unknown()),
});

const chartData = z.looseObject({
  values: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
});

/** One component. What it contains is parsed in its turn, level by level. */
export const elementSchema = z.discriminatedUnion('tag', [
  z.strictObject({ ...base, tag: z.literal('div'), text: text.optional(), width: z.string().optional() }),
  z.strictObject({
    ...base,
    tag: z.literal('markdown'),
    content: z.string(),
    text_size: size.optional(),
    text_align: horizontal.optional(),
  }),
  z.strictObject({ ...base, tag: z.literal('hr') }),
  z.strictObject({
    ...base,
    tag: z.literal('column_set'),
    flex_mode: z.enum(['none', 'stretch', 'flow', 'bisect', 'trisect']).optional(),
    background_style: z.string().optional(),
    horizontal_spacing: spacing.optional(),
    horizontal_align: horizontal.optional(),
    columns: z.array(column).min(1),
  }),
  z.strictObject({
    ...base,
    tag: z.literal('form'),
    name: z.string().min(1),
    padding: pixels.optional(),
    direction: z.enum(['vertical', 'horizontal']).optional(),
    vertical_spacing: spacing.optional(),
    horizontal_spacing: spacing.optional(),
    elements: z.array(z.unknown()),
  }),
  z.strictObject({
    ...base,
    tag: z.literal('button'),
    text: short.optional(),
    type: z
      .enum([
        'default',
        'primary',
        'danger',
        'text',
        'primary_text',
        'danger_text',
        'primary_filled',
        'danger_filled',
        'laser',
      ])
      .optional(),
    size: z.enum(['tiny', 'small', 'medium', 'large']).optional(),
    width: controlWidth.optional(),
    disabled: z.boolean().optional(),
    confirm: confirm.optional(),
    behaviors: z.array(behavior).optional(),
    name: z.string().optional(),
    form_action_type: z.enum(['submit', 'reset']).optional(),
  }),
  z.strictObject({
    ...control,
    tag: z.literal('input'),
    default_value: z.string().optional(),
    max_length: z.int().min(1).max(1000).optional(),
    input_type: z.enum(['text', 'multiline_text', 'password']).optional(),
    rows: z.int().min(1).optional(),
    auto_resize: z.boolean().optional(),
    max_rows: z.int().min(1).optional(),
    label: plainText.optional(),
    label_position: z.enum(['top', 'left']).optional(),
  }),
  z.strictObject({
    ...control,
    tag: z.literal('select_static'),
    type: z.enum(['default', 'text']).optional(),
    options: z.array(option),
    initial_option: z.string().optional(),
    initial_index: z.int().min(0).optional(),
  }),
  z.strictObject({
    ...control,
    tag: z.literal('multi_select_static'),
    type: z.enum(['default', 'text']).optional(),
    options: z.array(option),
    selected_values: z.array(z.string()).optional(),
  }),
  z.strictObject({ ...control, tag: z.literal('date_picker'), initial_date: z.iso.date().optional() }),
  /** A definition for VChart: data, not code. */
  z.strictObject({
    ...base,
    tag: z.literal('chart'),
    aspect_ratio: z.enum(['1:1', '2:1', '4:3', '16:9']).optional(),
    color_theme: z.enum(['brand', 'rainbow', 'complementary', 'converse', 'primary']).optional(),
    preview: z.boolean().optional(),
    height: z.union([z.literal('auto'), z.string().regex(/^[1-9]\d{0,2}px$/)]).optional(),
    chart_spec: z.looseObject({
      type: z.enum([
        'line',
        'area',
        'bar',
        'pie',
        'scatter',
        'radar',
        'funnel',
        'wordCloud',
        'common',
        'linearProgress',
      ]),
      title: z.looseObject({ text: z.string() }).optional(),
      data: z.union([chartData, z.array(chartData).min(1)]),
    }),
  }),
  z.strictObject({
    ...base,
    tag: z.literal('img'),
    img_key: z.string().min(1),
    alt: plainText,
    title: text.optional(),
    corner_radius: z.string().optional(),
    scale_type: z.enum(['crop_center', 'crop_top', 'fit_horizontal']).optional(),
    size: z.string().optional(),
    transparent: z.boolean().optional(),
    preview: z.boolean().optional(),
  }),
  z.strictObject({ ...base, tag: z.literal('table'), columns: z.array(z.unknown()), rows: z.array(z.unknown()) }),
]);
export type CardElement = z.infer<typeof elementSchema>;
export type CardColumn = z.infer<typeof column>;

export const cardSchema = z.strictObject({
  schema: z.literal('2.0'),
  config: z
    .strictObject({
      update_multi: z.boolean().optional(),
      enable_forward: z.boolean().optional(),
      width_mode: z.enum(['compact', 'fill', 'default']).optional(),
      summary: z.strictObject({ content: z.string() }).optional(),
    })
    .optional(),
  header: z
    .strictObject({
      title: text,
      subtitle: text.optional(),
      template: z
        .enum([
          'blue',
          'wathet',
          'turquoise',
          'green',
          'yellow',
          'orange',
          'red',
          'carmine',
          'violet',
          'purple',
          'indigo',
          'grey',
          'default',
        ])
        .optional(),
    })
    .optional(),
  body: z.strictObject({
    elements: z.array(z.unknown()),
    vertical_spacing: spacing.optional(),
    padding: pixels.optional(),
  }),
});
export type Card = z.infer<typeof cardSchema>;
