import { z } from 'zod';
import { button, inputElement, mrkdwn, plain } from './element-schemas.ts';

/**
 * Blocks and views with the limits Slack holds them to; a property or a type it does not know is an error.
 * Pages of https://docs.slack.dev/reference, looked up on 2026-11-23.
 */
const block_id = z.string().min(1).max(255).optional();
const anyText = z.discriminatedUnion('type', [plain(3000), mrkdwn]);

/** /block-kit/blocks/header-block */
const header = z.strictObject({ type: z.literal('header'), block_id, text: plain(150) });
/** /block-kit/blocks/divider-block */
const divider = z.strictObject({ type: z.literal('divider'), block_id });
/** /block-kit/blocks/context-block: ten elements at most. */
const context = z.strictObject({ type: z.literal('context'), block_id, elements: z.array(anyText).min(1).max(10) });

/** /block-kit/blocks/section-block: a text or up to ten fields of 2 000 characters. */
const section = z
  .strictObject({
    type: z.literal('section'),
    block_id,
    text: anyText.optional(),
    fields: z
      .array(z.discriminatedUnion('type', [plain(2000), mrkdwn.extend({ text: z.string().min(1).max(2000) })]))
      .min(1)
      .max(10)
      .optional(),
    accessory: button.optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, 'text or fields');

/** /block-kit/blocks/actions-block: 25 elements at most, no two with one action_id. */
const actions = z
  .strictObject({ type: z.literal('actions'), block_id, elements: z.array(button).min(1).max(25) })
  .refine(
    ({ elements }) => new Set(elements.map((each) => each.action_id)).size === elements.length,
    'action_id twice',
  );

/** /block-kit/blocks/input-block */
const input = z.strictObject({
  type: z.literal('input'),
  block_id,
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: inputElement,
});

const style = z
  .strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial()
  .optional();
/** /block-kit/blocks/rich-text-block */
const richElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/), style }),
  z.strictObject({ type: z.literal('link'), url: z.url(), text: z.string().min(1).optional(), style }),
]);
const richSection = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richElement) });
const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        richSection,
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(richElement) }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(richSection).min(1),
        }),
      ]),
    )
    .min(1),
});

/** /block-kit/blocks/image-block with /composition-objects/slack-file-object: a png, jpg or gif that the poster can see. */
const image = z
  .strictObject({
    type: z.literal('image'),
    block_id,
    alt_text: z.string().min(1).max(2000),
    title: plain(2000).optional(),
    image_url: z.url().max(3000).optional(),
    slack_file: z.strictObject({ id: z.string().regex(/^F[A-Z0-9]{8,}$/) }).optional(),
  })
  .refine((block) => (block.image_url === undefined) !== (block.slack_file === undefined), 'image_url or slack_file');

const point = z.strictObject({ label: z.string().min(1).max(20), value: z.number() });
const series = z.strictObject({ name: z.string().min(1).max(20), data: z.array(point).min(1).max(20) });
const unique = (names: readonly string[]) => new Set(names).size === names.length;

/** Every series has one point for each category, and no two of one name; the page says 12 at most, earlier 6. */
const seriesChart = z
  .strictObject({
    type: z.enum(['bar', 'area', 'line']),
    series: z.array(series).min(1).max(6),
    axis_config: z.strictObject({
      categories: z.array(z.string().min(1).max(20)).min(1).max(20),
      x_label: z.string().max(50).optional(),
      y_label: z.string().max(50).optional(),
    }),
  })
  .refine(({ axis_config }) => unique(axis_config.categories), 'categories must be unique')
  .refine((chart) => unique(chart.series.map(({ name }) => name)), 'series names must be unique')
  .refine(({ series: all, axis_config }) => {
    const labels = [...axis_config.categories].sort().join();
    return all.every(
      ({ data }) =>
        labels ===
        data
          .map(({ label }) => label)
          .sort()
          .join(),
    );
  }, 'a series has one point for each category');

/** /block-kit/blocks/data-visualization-block (2026-11-24) */
const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  block_id,
  title: z.string().min(1).max(50),
  chart: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('pie'),
      segments: z
        .array(point.extend({ value: z.number().gt(0) }))
        .min(1)
        .max(6),
    }),
    seriesChart,
  ]),
});

const block = z.discriminatedUnion('type', [
  header,
  divider,
  context,
  section,
  actions,
  input,
  richText,
  image,
  dataVisualization,
]);
export type StandInBlock = z.infer<typeof block>;

/** "block_id should be unique for each message", says /block-kit/blocks. */
const distinct = (blocks: readonly StandInBlock[]) => {
  const ids = blocks.flatMap((each) => each.block_id ?? []);
  return new Set(ids).size === ids.length;
};

/** /block-kit/blocks: 50 in a message; two of them charts, which stand in messages only (/blocks/data-visualization-block). */
export const messageBlocks = z
  .array(block)
  .max(50)
  .refine(distinct, 'block_id twice')
  .refine((blocks) => blocks.filter(({ type }) => type === 'data_visualization').length <= 2, 'more than two charts');

/** /views/modal-views */
export const modalView = z
  .strictObject({
    type: z.literal('modal'),
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    blocks: z
      .array(block)
      .max(100)
      .refine(distinct, 'block_id twice')
      .refine((blocks) => blocks.every(({ type }) => type !== 'data_visualization'), 'no charts in views'),
    private_metadata: z.string().max(3000).optional(),
    callback_id: z.string().max(255).optional(),
    external_id: z.string().max(255).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  })
  .refine((view) => view.submit !== undefined || !view.blocks.some((each) => each.type === 'input'), 'submit missing');
export type ModalBody = z.infer<typeof modalView>;

/** /views/home-tab-views: no title, no submit; 100 blocks. */
export const homeView = z.strictObject({
  type: z.literal('home'),
  blocks: z.array(block).max(100).refine(distinct, 'block_id twice'),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
});
export type HomeBody = z.infer<typeof homeView>;
export type StandInInput = z.infer<typeof input>;
